import { guessCurrency, withoutCurrency } from "./guess-currency";
import { plainMarks, type NumberMarks, type Reading } from "../reading";
import { codePattern, isInThousands, patternOf } from "../number-pattern";

/** A reading for cells that are all numbers of one style, and certainly not codes that only look like numbers. */
export function guessNumber(cells: readonly string[]): Reading | undefined {
  return bareNumber(cells) ?? amount(cells);
}

/** Amounts of money, all of one currency: `$1,234.50` or `1 234,50 EUR`. */
function amount(cells: readonly string[]): Reading | undefined {
  const currency = guessCurrency(cells);
  if (!currency) return undefined;
  const bare = cells.map(withoutCurrency);
  const reading = inThousands(bare, currency) ?? bareNumber(bare);
  if (!reading || !("marks" in reading) || reading.marks.isPercent) return undefined;
  const { isAccounting: _, ...own } = reading.marks;
  const marks = { ...own, currency };
  return cells.every((cell) => patternOf(marks).test(cell)) ? { ...reading, marks } : undefined;
}

/** `$1,234` is no fraction: hardly any money is counted in thousandths. */
function inThousands(cells: readonly string[], currency: string): Reading | undefined {
  if (/^(BHD|IQD|JOD|KWD|LYD|OMR|TND)$/.test(currency)) return undefined;
  const unsigned = cells.map((cell) => cell.replace(/^[(\u2212-]|\)$/g, ""));
  const marks = plain.find(
    ({ thousands }) =>
      (thousands === "," || thousands === ".") &&
      unsigned.some((cell) => cell.includes(thousands)) &&
      unsigned.every((cell) => isInThousands(cell, thousands)),
  );
  return marks && { form: "whole", marks };
}

function bareNumber(cells: readonly string[]): Reading | undefined {
  if (cells.some(looksLikeCode)) return undefined;
  if (cells.every((cell) => /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(cell))) {
    return sized(cells, plainMarks, /^-?\d+$/);
  }
  const marks = styles.find(
    (style) => cells.every((cell) => patternOf(style).test(cell)) && isEvident(style, cells),
  );
  return marks && sized(cells, marks, marks.isPercent ? /^$/ : new RegExp(`^[^${marks.decimal}]*$`));
}

function sized(cells: readonly string[], marks: NumberMarks, whole: RegExp): Reading {
  if (cells.every((cell) => whole.test(cell))) return { form: "whole", marks };
  if (cells.every((cell) => isKeptByDouble(cell, marks)) || cells.some((cell) => /e/i.test(cell))) {
    return { form: "number", marks };
  }
  const scale = Math.max(...cells.map((cell) => cell.trim().split(marks.decimal)[1]?.length ?? 0));
  const digits = Math.max(...cells.map((cell) => cell.split(marks.decimal)[0]!.replace(/\D/g, "").length));
  return digits + scale > 38 ? { form: "number", marks } : { form: "decimal", marks, scale };
}

/** Whether a number is back to the last digit when it has been a double. */
function isKeptByDouble(cell: string, marks: NumberMarks): boolean {
  const [whole = "", fraction = ""] = cell.split(marks.decimal).map((part) => part.replace(/\D/g, ""));
  const digits = `${whole}${fraction}`.replace(/^0+/, "");
  if (digits.length <= 15) return true;
  const again = Number(`${whole || "0"}.${fraction || "0"}`)
    .toPrecision(17)
    .replace(/\D/g, "");
  const shortest = String(Number(`${whole || "0"}.${fraction || "0"}`)).replace(/\D/g, "");
  const wanted = digits.replace(/0+$/, "");
  return [again, shortest].some((kept) => kept.replace(/^0+/, "").replace(/0+$/, "") === wanted);
}

const isCode = new RegExp(codePattern);

const plain: readonly NumberMarks[] = [
  { decimal: ",", thousands: " " },
  { decimal: ".", thousands: " " },
  { decimal: ".", thousands: "," },
  { decimal: ",", thousands: "." },
  { decimal: ".", thousands: "'" },
];

const styles: readonly NumberMarks[] = [
  ...plain,
  ...plain.map((marks) => ({ ...marks, isAccounting: true })),
  ...plain.map((marks) => ({ ...marks, isPercent: true })),
];

// More digits than a double holds tell codes apart, too.
function looksLikeCode(cell: string): boolean {
  return isCode.test(cell) || (/^-?\d{16,}$/.test(cell) && !Number.isSafeInteger(Number(cell)));
}

// `1,234` alone may be a thousand or a fraction; it takes a cell that can be only one of them.
function isEvident(
  { decimal, thousands, isPercent, isAccounting }: NumberMarks,
  cells: readonly string[],
): boolean {
  const bare = cells.map((cell) => cell.replace(/^[-\u2212(]\s?|[)%]$|\s?%$/g, ""));
  const isWritten =
    (isAccounting && cells.some((cell) => /^[(\u2212]|^-\s/.test(cell))) ||
    (isPercent && cells.some((cell) => cell.endsWith("%")));
  if (isWritten && bare.every((cell) => /^\d+$/.test(cell))) return decimal === ".";
  if (thousands === " ") {
    return bare.some(
      (cell) =>
        /\s/.test(cell) ||
        (cell.includes(decimal) && (isWritten || decimal === ",") && !/^[1-9]\d{0,2},\d{3}$/.test(cell)),
    );
  }
  return bare.some(
    (cell) => cell.split(thousands).length > 2 || (cell.includes(thousands) && cell.includes(decimal)),
  );
}
