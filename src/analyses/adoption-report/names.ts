import { bandLabel } from "../adoption-score/names";
import type { Who } from "../report";
import type { Language } from "../texts";
import type { ReportResult } from "./result";

export const dateLists = ["scored", "new", "both", "up", "down"] as const;
export const auditLists = ["all", "stayed"] as const;
export const monthLists = ["start", "stayed"] as const;

/** Which customers: of a date, with a lever on or in a band; one lever away on the last date; of the audit; of a month. */
export type Asked =
  | { readonly form: "date"; readonly date: number; readonly list: (typeof dateLists)[number] }
  | { readonly form: "on"; readonly date: number; readonly place: number }
  | { readonly form: "band"; readonly date: number; readonly place: number }
  | { readonly form: "off"; readonly lever: number }
  | { readonly form: "gap"; readonly lever: number | null }
  | {
      readonly form: "audit";
      readonly date: number;
      readonly level: number | null;
      readonly list: (typeof auditLists)[number];
    }
  | { readonly form: "month"; readonly month: number; readonly list: (typeof monthLists)[number] };

export function keyOf(asked: Asked): string {
  switch (asked.form) {
    case "date":
      return `date ${asked.date} ${asked.list}`;
    case "on":
    case "band":
      return `${asked.form} ${asked.date} ${asked.place}`;
    case "off":
      return `off ${asked.lever}`;
    case "gap":
      return `gap ${asked.lever ?? "any"}`;
    case "audit":
      return `audit ${asked.date} ${asked.level ?? "any"} ${asked.list}`;
    case "month":
      return `month ${asked.month} ${asked.list}`;
  }
}

/** Null for a key that no report of this result gave out. */
export function readKey(key: string, { dates, levers, audit, months, gaps }: ReportResult): Asked | null {
  const [form, first = "", second = "", third = "", ...more] = key.split(" ");
  if (more.length) return null;
  const placeIn = (text: string, all: readonly unknown[]) =>
    /^(0|[1-9]\d{0,3})$/.test(text) && Number(text) < all.length ? Number(text) : null;
  const found = (): Asked | null => {
    switch (form) {
      case "date": {
        const [date, list] = [placeIn(first, dates), dateLists.find((one) => one === second)];
        return date === null || !list ? null : { form, date, list };
      }
      case "on":
      case "band": {
        const date = placeIn(first, dates);
        const place = date === null ? null : placeIn(second, form === "on" ? levers : dates[date]!.bands);
        return date === null || place === null ? null : { form, date, place };
      }
      case "off":
      case "gap": {
        if (!gaps) return null;
        if (first === "any") return form === "gap" ? { form, lever: null } : null;
        const lever = placeIn(first, levers);
        return lever === null ? null : { form, lever };
      }
      case "audit": {
        const [date, list] = [placeIn(first, audit.dates), auditLists.find((one) => one === third)];
        const level = second === "any" ? null : placeIn(second, audit.levels);
        return date === null || !list || (level === null && second !== "any")
          ? null
          : { form, date, level, list };
      }
      case "month": {
        const [month, list] = [placeIn(first, months), monthLists.find((one) => one === second)];
        return month === null || !list ? null : { form, month, list };
      }
      default:
        return null;
    }
  };
  const asked = found();
  return asked && keyOf(asked) === key ? asked : null;
}

/** The label above the list says the same as the key. */
export function whoOf(
  asked: Asked,
  result: Pick<ReportResult, "dates" | "audit" | "months">,
  title: string,
  language: Language,
): Who {
  const { format, texts } = language;
  const { who } = texts.adoptionReport;
  const key = keyOf(asked);
  switch (asked.form) {
    case "date":
      return { key, label: who.date[asked.list](format.day(result.dates[asked.date]!.day)) };
    case "on":
    case "band":
      return { key, label: who[asked.form](title, format.day(result.dates[asked.date]!.day)) };
    case "off":
      return { key, label: who.off(title) };
    case "gap":
      return { key, label: asked.lever === null ? who.gapAny : who.gap(title) };
    case "audit": {
      const level = asked.level === null ? null : bandLabel(result.audit.levels[asked.level]!, language);
      return {
        key,
        label: who.audit(format.day(result.audit.dates[asked.date]!.day), level, asked.list === "stayed"),
      };
    }
    case "month":
      return {
        key,
        label: who.month[asked.list](texts.base.period(result.months[asked.month]!.opens, "month")),
      };
  }
}

/** "0–20": scores from a bound up to the next. */
export function bandName(place: number, bands: readonly number[], { texts }: Language): string {
  return texts.adoptionScore.span(bands[place - 1] ?? 0, bands[place] ?? 100);
}
