import type { Request } from "../analysis";
import { intervalColumn } from "../findings";
import type { ReportTable } from "../report";
import type { Language } from "../texts";
import type { attritionParams } from "./params";
import { whoIs, type CountKey } from "./kinds";
import type { AttritionResult } from "./result";

/** One row with the columns of `asSql`, and the interval. */
export function attritionTable(
  result: AttritionResult,
  { params }: Request<typeof attritionParams>,
  language: Language,
): ReportTable {
  const { counts, attrition, retention, period } = result;
  const { texts, format } = language;
  const { table } = texts.attrition;
  const number = (value: number, key: CountKey) => {
    const who = whoIs(key, result, language);
    return { text: format.count(value), value, ...(who && value > 0 && { who }) };
  };
  const share = (value: number | null) => ({
    text: value === null ? texts.base.noBase : format.percentColumn(value),
    value,
  });
  const right = (key: string, label: string) => ({ key, label, align: "right" as const });
  return {
    id: "attrition",
    title: table.title,
    columns: [
      { key: "period", label: table.period, align: "left" },
      right("at_start", table.atStart),
      right("lost", table.lost),
      right("remaining", table.remaining),
      right("new", table.new),
      right("returned", table.returned),
      right("at_end", table.atEnd),
      right("attrition", table.attrition),
      right("interval", table.interval),
      right("retention", table.retention),
    ],
    rows: [
      {
        period: {
          text: period ? `${format.dayShort(period.start)} – ${format.dayShort(period.end)}` : "",
          value: period ? `${period.start}/${period.end}` : params.period,
        },
        at_start: number(counts.atStart, "at_start"),
        lost: number(counts.lost, "lost"),
        remaining: number(counts.remaining, "remaining"),
        new: number(counts.new, "new"),
        returned: number(counts.returned, "returned"),
        at_end: number(counts.atEnd, "at_end"),
        attrition: share(attrition.rate),
        interval: {
          text: intervalColumn(attrition.interval, language),
          value: attrition.interval,
        },
        retention: share(retention.rate),
      },
    ],
    unfinished: period?.state === "complete" ? [] : [0],
  };
}
