import type { Who } from "../report";
import type { Language } from "../texts";
import { bandNamed, type Band } from "./bands";
import type { RadarResult } from "./result";

/** The logos with a contract that ends in a week and lies in a band: "2024-06-03 window". */
export function whoInWeek(week: string, band: Band, { texts }: Language): Who {
  const { who, whoInWeek } = texts.renewalRadar;
  return { key: `${week} ${band}`, label: whoInWeek(who[band], week) };
}

/** What such a key asks for; null for one that no report of this result gave out. */
export function readWeekKey(key: string, { weeks }: Pick<RadarResult, "weeks">) {
  const [week, band, ...rest] = key.split(" ");
  const found = weeks.find((one) => one.week === week && one.band === bandNamed(band ?? ""));
  return found && rest.length === 0 ? { week: found.week, band: found.band } : null;
}
