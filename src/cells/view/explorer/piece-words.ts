import {
  isMoment,
  mergedPieces,
  type Column,
  type ColumnFilter,
  type Piece,
  type Range,
} from "../../../engine";
import type { Texts } from "../texts";

/** What a part of a column is called in the reader's language. */
export function pieceWords(texts: Texts, locale: string, column: Column, piece: Piece): string {
  const { explorer: words } = texts;
  switch (piece.form) {
    case "missing":
    case "nan":
    case "infinite":
    case "empty":
    case "blank":
      return words[piece.form];
    case "value":
      return piece.value === "" ? words.empty : shortened(piece.value);
    case "range":
      return rangeWords(texts, locale, column, piece);
  }
}

/** A filter as it stands on its chip: ranges that touch are one. */
export function filterWords(texts: Texts, locale: string, filter: ColumnFilter): string {
  const parts = mergedPieces(filter).map((piece) => pieceWords(texts, locale, filter.column, piece));
  const shown = parts.length > 5 ? [...parts.slice(0, 4), `+${parts.length - 4}`] : parts;
  return texts.explorer.chip(filter.column.name, shown.join(texts.explorer.or));
}

/** A value as the reader writes numbers and dates; its text where these words would lose something of it. */
export function valueWords(locale: string, column: Column, text: string): string {
  if (column.kind === "integer" && /^-?\d+$/.test(text))
    return new Intl.NumberFormat(locale).format(BigInt(text));
  if (column.kind === "decimal" || column.kind === "number") return numberWords(locale, text);
  if (column.kind === "date") return dayWords(locale, text) ?? text;
  if (column.kind === "timestamp") return momentWords(locale, text) ?? text;
  return shortened(text);
}

/** The smallest and the largest value of a column. */
export function spanWords(texts: Texts, locale: string, column: Column, from: string, to: string): string {
  const [first, last] = [from, to].map((text) =>
    column.kind === "text" && text === "" ? texts.explorer.empty : valueWords(locale, column, text),
  );
  return first === last ? first! : texts.data.range(first!, last!);
}

function rangeWords(
  { explorer }: Texts,
  locale: string,
  column: Column,
  { from, to, withTo }: Range,
): string {
  if (from === to && withTo) return valueWords(locale, column, from);
  if (isMoment(column.kind)) {
    const last = column.kind === "date" && withTo ? to : withTo ? null : dayBefore(to);
    const days = last && isMidnight(from) ? daysWords(explorer, locale, from.slice(0, 10), last) : null;
    if (days) return days;
  }
  const ends = [valueWords(locale, column, from), valueWords(locale, column, to)] as const;
  return withTo ? explorer.range(...ends) : explorer.below(...ends);
}

/** Whole days, both ends included: a year, a month or a day where they are just that. */
function daysWords(explorer: Texts["explorer"], locale: string, from: string, to: string): string | null {
  if (!isPlain(from) || !isPlain(to)) return null;
  if (from === to) return dayWords(locale, from);
  const isFirst = from.endsWith("-01");
  const isLast = dayAfter(to).endsWith("-01");
  if (isFirst && isLast && from.endsWith("-01-01") && to.endsWith("-12-31"))
    return from.slice(0, 4) === to.slice(0, 4) ? yearOf(from) : explorer.range(yearOf(from), yearOf(to));
  if (isFirst && isLast) {
    const month = new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" });
    return from.slice(0, 7) === to.slice(0, 7)
      ? month.format(new Date(from))
      : month.formatRange(new Date(from), new Date(to));
  }
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  return day.formatRange(new Date(from), new Date(to));
}

const yearOf = (day: string) => String(Number(day.slice(0, 4)));
const isPlain = (day: string) => /^\d{4}-\d\d-\d\d$/.test(day);
const isMidnight = (text: string) => /^\d{4}-\d\d-\d\d( 00:00:00(\+00)?)?$/.test(text);
const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

function dayBefore(moment: string): string | null {
  if (!isMidnight(moment)) return null;
  return new Date(Date.parse(moment.slice(0, 10)) - 86_400_000).toISOString().slice(0, 10);
}

function dayWords(locale: string, day: string): string | null {
  if (!isPlain(day)) return null;
  return new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(day));
}

function momentWords(locale: string, text: string): string | null {
  if (isMidnight(text)) return dayWords(locale, text.slice(0, 10));
  // Fractions of a second are not told by any style.
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\+00)?$/.test(text)) return null;
  const style = text.slice(17, 19) === "00" ? "short" : "medium";
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: style, timeZone: "UTC" });
  return format.format(new Date(`${text.slice(0, 19).replace(" ", "T")}Z`));
}

function numberWords(locale: string, text: string): string {
  const number = Number(text);
  if (!Number.isFinite(number) || /e/i.test(text) || text.replace(/\D/g, "").length > 17) return text;
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 12 }).format(number);
}

/** On one line. What is nothing but blanks would not be seen. */
function shortened(text: string): string {
  const line = /^\s+$/.test(text) ? "␣".repeat(text.length) : text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
