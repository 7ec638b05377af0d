import { plainMarks, type NumberMarks, type Reading } from "./reading";

/** The blanks that stand between thousands: space, no-break, narrow no-break, thin. */
export const blanks = " \u00a0\u202f\u2009";

/** A reading for cells that are all numbers of one style, and certainly not codes that only look like numbers. */
export function guessNumber(cells: readonly string[]): Reading | undefined {
  if (cells.some(looksLikeCode)) return undefined;
  if (cells.every((cell) => /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(cell))) {
    return { form: cells.every((cell) => /^-?\d+$/.test(cell)) ? "whole" : "number", marks: plainMarks };
  }
  const marks = styles.find(
    (style) => cells.every((cell) => patternOf(style).test(cell)) && isEvident(style, cells),
  );
  if (!marks) return undefined;
  return { form: cells.some((cell) => cell.includes(marks.decimal)) ? "number" : "whole", marks };
}

/** Also what a cell must look like in SQL, where another style would give a wrong number instead of none. */
export function patternOf({ decimal, thousands }: NumberMarks): RegExp {
  const between = thousands === " " ? `[${blanks}]` : `\\${thousands}`;
  return new RegExp(`^-?(\\d+|\\d{1,3}(${between}\\d{3})+)(\\${decimal}\\d+)?$`);
}

const styles: readonly NumberMarks[] = [
  { decimal: ",", thousands: " " },
  { decimal: ".", thousands: " " },
  { decimal: ".", thousands: "," },
  { decimal: ",", thousands: "." },
];

// Leading zeros, more digits than a double holds, a plus in front, `1E5`: read as numbers, different codes would be one.
function looksLikeCode(cell: string): boolean {
  return (
    /^-?0\d|^\+|^\d+e\d+$/i.test(cell) || (/^-?\d{16,}$/.test(cell) && !Number.isSafeInteger(Number(cell)))
  );
}

// `1,234` alone may be a thousand or a fraction; it takes a cell that can be only one of them.
function isEvident({ decimal, thousands }: NumberMarks, cells: readonly string[]): boolean {
  if (thousands === " ") {
    return cells.some(
      (cell) =>
        /\s/.test(cell) || (decimal === "," && !/^-?[1-9]\d{0,2},\d{3}$/.test(cell) && cell.includes(",")),
    );
  }
  return cells.some(
    (cell) => cell.split(thousands).length > 2 || (cell.includes(thousands) && cell.includes(decimal)),
  );
}
