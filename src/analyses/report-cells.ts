import { intervalColumn, probabilityText } from "./findings";
import type { ColumnUnit, ReportTable, ReportValue, Who } from "./report";
import type { Share } from "./share";
import type { Language } from "./texts";

type Column = ReportTable["columns"][number];

/** A column of words. */
export function left(key: string, label: string): Column {
  return { key, label, align: "left" };
}

/** A column of numbers. */
export function right(key: string, label: string, unit: ColumnUnit): Column {
  return { key, label, align: "right", unit };
}

/** Cells of report tables: the value as it is, and its text as this language writes it in a column. */
export function cellsIn(language: Language) {
  const { texts, format } = language;
  const { none } = texts.base;
  return {
    text: (text: string): ReportValue => ({ text, value: text }),
    count: (value: number, who?: Who): ReportValue => ({
      text: format.count(value),
      value,
      ...(who && { who }),
    }),
    share: ({ rate }: Pick<Share, "rate">): ReportValue => ({
      text: rate === null ? texts.base.noBase : format.percentColumn(rate),
      value: rate,
    }),
    interval: ({ interval }: Pick<Share, "interval">): ReportValue => ({
      text: intervalColumn(interval, language),
      value: interval,
    }),
    points: (value: number | null): ReportValue => ({
      text: value === null ? none : format.points(value),
      value,
    }),
    pointsInterval: (interval: readonly [number, number] | null): ReportValue => ({
      text: interval ? texts.base.interval(format.points(interval[0]), format.points(interval[1])) : none,
      value: interval,
    }),
    number: (value: number | null, digits = 2): ReportValue => ({
      text: value === null ? none : format.number(value, digits),
      value,
    }),
    p: (value: number | null): ReportValue => ({
      text: value === null ? none : probabilityText(value, language),
      value,
    }),
  };
}
