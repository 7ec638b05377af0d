import type { Reading } from "./reading";

/** A reading for cells that are all dates, or all times, of one style; "unclear" where day and month could be swapped. */
export function guessMoment(
  cells: readonly string[],
  header: string,
  dayFirst?: boolean,
): Reading | "unclear" | undefined {
  if (cells.every((cell) => iso.test(cell))) {
    if (!cells.every((cell) => isDay(...numbers(cell.slice(0, 10), "-")))) return undefined;
    return { form: cells.some((cell) => cell.length > 10) ? "timestamp" : "date" };
  }
  if (isMomentName(header) && cells.every(isCompact)) return { form: "date", format: "%Y%m%d" };
  return guessFormat(cells, dayFirst);
}

/** Whether a column is named like a point in time. Looked at only where its cells leave it open. */
export function isMomentName(header: string): boolean {
  return /(^|[^a-z])(date|day|time|timestamp|start|end|until|since|at|on|dt|ts)$|date$|^дата|^начало|^конец|^окончание/i.test(
    header,
  );
}

// Seconds may be missing, but not in front of an offset.
const iso = /^\d{4}-\d\d-\d\d([ T]\d{1,2}:\d\d(:\d\d(\.\d{1,9})?( ?(Z|[+-]\d\d(:?\d\d)?))?)?)?$/;

const written = /^(\d{1,4})([./-])(\d{1,2})\2(\d{2}|\d{4})(?:([ T]|, )(\d{1,2}:\d\d)(:\d\d)?( ?)([AP]M)?)?$/i;

function guessFormat(cells: readonly string[], dayFirst?: boolean): Reading | "unclear" | undefined {
  const parts = cells.map((cell) => written.exec(cell));
  const formats = parts.map((part) => part && shapeOf(part));
  const [shape] = formats;
  if (!shape || formats.some((format) => format !== shape)) return undefined;
  const days = parts
    .map((part) => part!.slice(1, 5))
    .map(([a, , b, c]) => [Number(a), Number(b), Number(c)] as const);
  const form = shape.includes(":") ? "timestamp" : "date";
  if (shape.startsWith("Y")) {
    return days.every(([y, m, d]) => isDay(y, m, d))
      ? { form, format: shape.replace("Y", "%Y").replace("b", "%m").replace("c", "%d") }
      : undefined;
  }
  const asDayFirst = days.every(([d, m, y]) => isDay(y < 100 ? 2000 + y : y, m, d));
  const asMonthFirst = days.every(([m, d, y]) => isDay(y < 100 ? 2000 + y : y, m, d));
  if (!asDayFirst && !asMonthFirst) return undefined;
  // With dots the day is always first; with slashes it takes a day above 12, here or in another column.
  const isDayFirst = asDayFirst && (!asMonthFirst || shape[1] === "." || dayFirst === true);
  if (asDayFirst && asMonthFirst && shape[1] !== "." && dayFirst === undefined) return "unclear";
  return {
    form,
    format: shape.replace("a", isDayFirst ? "%d" : "%m").replace("b", isDayFirst ? "%m" : "%d"),
  };
}

// `a.b.%Y %H:%M`: what is day and what is month is still open.
function shapeOf([
  ,
  first = "",
  mark = "",
  ,
  last = "",
  gap,
  clock,
  seconds,
  space,
  half,
]: readonly string[]): string | null {
  if (first.length === 3 || (first.length === 4 && last.length === 4)) return null;
  const day = first.length === 4 ? `Y${mark}b${mark}c` : `a${mark}b${mark}${last.length === 4 ? "%Y" : "%y"}`;
  if (!clock) return day;
  return `${day}${gap}${half ? "%I" : "%H"}:%M${seconds ? ":%S" : ""}${half ? `${space}%p` : ""}`;
}

function isCompact(cell: string): boolean {
  return (
    /^(19|20)\d{6}$/.test(cell) &&
    isDay(Number(cell.slice(0, 4)), Number(cell.slice(4, 6)), Number(cell.slice(6)))
  );
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && month > 0;
}

function numbers(text: string, mark: string): [number, number, number] {
  return text.split(mark).map(Number) as [number, number, number];
}
