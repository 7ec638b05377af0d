import type { Moment } from "../reading";
import { isoFormat, russianMonths } from "../moment-formats";

export type MomentGuess = { readonly reading: Moment; readonly isMixed?: boolean } | "unclear" | undefined;

/** A reading for cells that are all dates, or all times, of one style; "unclear" where day and month could be swapped. */
export function guessMoment(cells: readonly string[], header: string, dayFirst?: boolean): MomentGuess {
  if (cells.every((cell) => iso.test(cell))) {
    if (!cells.every(isIsoDay)) return undefined;
    return { reading: { form: cells.some((cell) => cell.length > 10) ? "timestamp" : "date" } };
  }
  if (!isMomentName(header)) return guessFormat(cells, dayFirst) ?? guessWords(cells);
  if (cells.every(isCompact)) return { reading: { form: "date", formats: ["%Y%m%d"] } };
  const epoch = guessEpoch(cells, header);
  if (epoch) return { reading: { form: "timestamp", epoch } };
  return guessFormat(cells, dayFirst) ?? guessWords(cells) ?? guessMixed(cells, dayFirst);
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

function guessFormat(cells: readonly string[], dayFirst?: boolean): MomentGuess {
  const parts = cells.map((cell) => written.exec(cell));
  const shapes = parts.map((part) => part && shapeOf(part));
  const [shape] = shapes;
  if (!shape || shapes.some((each) => each !== shape)) return undefined;
  const days = parts
    .map((part) => part!.slice(1, 5))
    .map(([a, , b, c]) => [Number(a), Number(b), Number(c)] as const);
  const form = shape.includes(":") ? "timestamp" : "date";
  if (shape.startsWith("Y")) {
    if (!days.every(([y, m, d]) => isDay(y, m, d))) return undefined;
    return { reading: { form, formats: [shape.replace("Y", "%Y").replace("b", "%m").replace("c", "%d")] } };
  }
  const asDayFirst = days.every(([d, m, y]) => isDay(fullYear(y), m, d));
  const asMonthFirst = days.every(([m, d, y]) => isDay(fullYear(y), m, d));
  if (!asDayFirst && !asMonthFirst) return undefined;
  // With dots the day is always first; with slashes it takes a day above 12, here or in another column.
  const isDayFirst = asDayFirst && (!asMonthFirst || shape[1] === "." || dayFirst === true);
  if (asDayFirst && asMonthFirst && shape[1] !== "." && dayFirst === undefined) return "unclear";
  const format = shape.replace("a", isDayFirst ? "%d" : "%m").replace("b", isDayFirst ? "%m" : "%d");
  return { reading: { form, formats: [format] } };
}

// `a.b.%Y %H:%M`: what is day and what is month is still open.
function shapeOf(part: readonly string[]): string | null {
  const [, first = "", mark = "", , last = "", gap, clock, seconds, space, half] = part;
  if (first.length === 3 || (first.length === 4 && last.length === 4)) return null;
  const day = first.length === 4 ? `Y${mark}b${mark}c` : `a${mark}b${mark}${last.length === 4 ? "%Y" : "%y"}`;
  if (!clock) return day;
  return `${day}${gap}${half ? "%I" : "%H"}:%M${seconds ? ":%S" : ""}${half ? `${space}%p` : ""}`;
}

/** With the name of the month: nothing can be swapped. */
function guessWords(cells: readonly string[]): MomentGuess {
  const formats = new Set(cells.map(wordFormat));
  if (formats.size > 3 || formats.has(undefined)) return undefined;
  const all = [...formats] as string[];
  return {
    reading: { form: all.some((format) => format.includes(":")) ? "timestamp" : "date", formats: all },
  };
}

function wordFormat(cell: string): string | undefined {
  const [, before = "", clock, seconds, half] =
    /^(.*?\d)(?:,? (\d{1,2}:\d\d)(:\d\d)?( ?[AP]M)?)?$/i.exec(cell.replace(/\s*г\.?$/, "")) ?? [];
  const time = clock
    ? `${half ? "%I" : "%H"}:%M${seconds ? ":%S" : ""}${half ? `${half.startsWith(" ") ? " " : ""}%p` : ""}`
    : "";
  const gap = clock && cell.slice(before.length).startsWith(",") ? ", " : " ";
  const found = wordShapes.find(({ shape }) => shape.test(before));
  if (!found || !isWordDay(before)) return undefined;
  const month = /[a-z]{4,}/i.test(before.replace(/\bmay\b/i, "")) ? "%B" : "%b";
  return found.format.replace("%b", found.isRussian ? "%m" : month) + (time && gap + time);
}

const wordShapes: readonly { shape: RegExp; format: string; isRussian?: boolean }[] = [
  { shape: /^\d{1,2}-[a-z]{3,9}-\d{4}$/i, format: "%d-%b-%Y" },
  { shape: /^\d{1,2}-[a-z]{3,9}-\d\d$/i, format: "%d-%b-%y" },
  { shape: /^\d{1,2} [a-z]{3,9} \d{4}$/i, format: "%d %b %Y" },
  { shape: /^[a-z]{3,9} \d{1,2}, \d{4}$/i, format: "%b %d, %Y" },
  { shape: /^\d{1,2} [а-я]{3,8} \d{4}$/i, format: `${russianMonths}%d.%b.%Y`, isRussian: true },
];

const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const monthsInRussian = "янв фев мар апр мая июн июл авг сен окт ноя дек".split(" ");

function isWordDay(text: string): boolean {
  const word = /\p{L}{3,}/u.exec(text)![0].toLowerCase();
  const [first, second] = text.match(/\d+/g)!.map(Number);
  const month = Math.max(months.indexOf(word.slice(0, 3)), monthsInRussian.indexOf(word.slice(0, 3))) + 1;
  return isDay(fullYear(second!), month, first!);
}

/** Counts since 1970 between 2000 and 2100, or a spreadsheet's count of days, which needs a name that says date. */
function guessEpoch(cells: readonly string[], header: string): Moment["epoch"] {
  if (cells.length < 2) return undefined;
  const between = (from: number, to: number) =>
    cells.every((cell) => /^\d+$/.test(cell) && Number(cell) >= from && Number(cell) < to);
  if (between(946_684_800, 4_102_444_800)) return "seconds";
  if (between(946_684_800_000, 4_102_444_800_000)) return "milliseconds";
  const isDate = /date$|^дата/i.test(header.trim());
  const days = cells.every(
    (cell) => /^\d{5}(\.\d+)?$/.test(cell) && Number(cell) > 32_874 && Number(cell) < 73_051,
  );
  return isDate && days ? "days-1900" : undefined;
}

/** Several styles in one column, each with one meaning only; what fits none will be counted and listed. */
function guessMixed(cells: readonly string[], dayFirst?: boolean): MomentGuess {
  const formats = new Set<string>();
  let [fits, hasTime] = [0, false];
  for (const cell of cells) {
    const guess = iso.test(cell) ? isIsoDay(cell) : (guessFormat([cell], dayFirst) ?? guessWords([cell]));
    if (!guess || guess === "unclear") continue;
    const reading: Moment =
      guess === true ? { form: cell.length > 10 ? "timestamp" : "date" } : guess.reading;
    fits++;
    hasTime ||= reading.form === "timestamp";
    for (const format of reading.formats ?? [isoFormat]) formats.add(format);
  }
  if (fits < 2 || fits * 2 < cells.length) return undefined;
  return { reading: { form: hasTime ? "timestamp" : "date", formats: [...formats] }, isMixed: true };
}

function isCompact(cell: string): boolean {
  return (
    /^(19|20)\d{6}$/.test(cell) &&
    isDay(Number(cell.slice(0, 4)), Number(cell.slice(4, 6)), Number(cell.slice(6)))
  );
}

function isIsoDay(cell: string): boolean {
  return isDay(Number(cell.slice(0, 4)), Number(cell.slice(5, 7)), Number(cell.slice(8, 10)));
}

function fullYear(year: number): number {
  return year < 100 ? 2000 + year : year;
}

export function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && month > 0;
}
