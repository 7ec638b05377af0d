import type { Request } from "../analysis";
import type { ReportTable } from "../report";
import { bridgeColumns } from "../bridge-columns";
import { cellsIn, left, right } from "../report-cells";
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
  const cell = cellsIn(language);
  const number = (value: number, key: CountKey) => {
    const who = whoIs(key, result, language);
    return cell.count(value, value > 0 && who ? who : undefined);
  };
  return {
    id: "attrition",
    title: table.title,
    columns: [
      left("period", table.period),
      ...bridgeColumns(table),
      right("retention", table.retention, "share"),
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
        attrition: cell.share(attrition),
        interval: cell.interval(attrition),
        retention: cell.share(retention),
      },
    ],
    unfinished: period?.state === "complete" ? [] : [0],
  };
}
