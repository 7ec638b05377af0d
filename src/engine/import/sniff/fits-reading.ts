import { isoFormat, russianMonths } from "../moment-formats";
import { codePattern, patternOf } from "../number-pattern";
import { isPlain, type Moment, type NumberMarks, type Reading } from "../reading";
import { isDay } from "./guess-moment";

/**
 * Whether all cells of a sample can be read like this. Only for choosing between two guesses: what a cell is in the table says
 * `attempt`, and in doubt a cell fits here, so that what was known stays.
 */
export function fitsReading(cells: readonly string[], reading: Reading): boolean {
  switch (reading.form) {
    case "text":
    case "stored":
      return true;
    case "boolean": {
      const words = new Set([...reading.yes, ...reading.no]);
      return cells.every((cell) => words.has(cell.toLowerCase()));
    }
    case "whole":
      return cells.every(
        (cell) => isNumber(cell, reading.marks) && /^0*$/.test(fractionOf(cell, reading.marks)),
      );
    case "number":
      return cells.every((cell) => isNumber(cell, reading.marks));
    case "decimal":
      return cells.every(
        (cell) => isNumber(cell, reading.marks) && fractionOf(cell, reading.marks).length <= reading.scale,
      );
    case "date":
    case "timestamp":
      return cells.every((cell) => isMoment(cell, reading));
  }
}

const isCode = new RegExp(codePattern);

function isNumber(cell: string, marks: NumberMarks): boolean {
  const pattern = isPlain(marks) ? /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i : patternOf(marks);
  return pattern.test(cell) && !isCode.test(cell);
}

function fractionOf(cell: string, { decimal }: NumberMarks): string {
  return /^\d*/.exec(cell.split(decimal)[1] ?? "")![0];
}

function isMoment(cell: string, { form, formats, epoch }: Moment): boolean {
  if (epoch) return /^\d+(\.\d+)?$/.test(cell);
  return (formats?.length ? formats : [isoFormat]).some((format) => {
    if (format === isoFormat) return form === "date" ? isoDay.test(cell) : isoMoment.test(cell);
    if (format.startsWith(russianMonths)) return wordDay.test(cell);
    return isWritten(cell, format);
  });
}

const isoDay = /^\d{4}-\d\d-\d\d([ T]00:00(:00)?)?$/;
const isoMoment = /^\d{4}-\d\d-\d\d([ T]|$)/;
const wordDay = /^\d{1,2}\s+\p{L}{3,}\.?\s+\d{4}/u;

/** By a pattern of strptime; a day that no calendar has is the month of another style. */
function isWritten(cell: string, format: string): boolean {
  const signs = [...format.matchAll(/%[a-zA-Z]|[^%]/g)].map(([sign]) => sign);
  const pattern = signs.map((sign) => fields[sign] ?? sign.replace(/[^\w\s]/g, "\\$&")).join("");
  const found = new RegExp(`^${pattern}$`, "i").exec(cell)?.groups;
  if (!found) return false;
  const { y = "2000", m = "1", d = "1" } = found;
  return isDay(y.length > 2 ? Number(y) : 2000 + Number(y), Number(m), Number(d));
}

const fields: Readonly<Record<string, string>> = {
  "%Y": String.raw`(?<y>\d{4})`,
  "%y": String.raw`(?<y>\d\d)`,
  "%m": String.raw`(?<m>\d{1,2})`,
  "%d": String.raw`(?<d>\d{1,2})`,
  "%b": "[a-z]{3}",
  "%B": "[a-z]{3,9}",
  "%H": String.raw`\d{1,2}`,
  "%I": String.raw`\d{1,2}`,
  "%M": String.raw`\d\d`,
  "%S": String.raw`\d\d(?:\.\d+)?`,
  "%p": "[ap]m",
};
