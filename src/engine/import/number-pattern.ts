import type { NumberMarks } from "./reading";

/** The blanks that stand between thousands: space, no-break, narrow no-break, thin. */
export const blanks = " \u00a0\u202f\u2009";

/** Leading zeros, a plus in front, `1E5`: read as numbers, different codes would be one. For JavaScript and DuckDB alike. */
export const codePattern = String.raw`^-?0\d|^\+|^\d+[eE]\d+$`;

/** What a cell of a style looks like, for the guess and for SQL alike: another style would give a wrong number instead of none. */
export function patternOf({ decimal, thousands, isPercent, isAccounting, currency }: NumberMarks): RegExp {
  const between = thousands === " " ? `[${blanks}]` : `\\${thousands}`;
  const digits = thousands ? `(\\d+|\\d{1,3}(${between}\\d{3})+)` : `\\d+`;
  const number = `${digits}(\\${decimal}\\d+)?`;
  const percent = isPercent ? `[${blanks}]?%` : "";
  if (currency) return amountPattern(number, currency);
  if (!isAccounting) return new RegExp(`^-?${number}${percent}$`);
  return new RegExp(`^([-\u2212][${blanks}]?)?${number}${percent}$|^\\(${number}${percent}\\)$`);
}

/** Whether a cell is a whole number with nothing but a mark between its thousands, `1.234.567` or `56`. */
export function isInThousands(cell: string, mark: "," | "."): boolean {
  const group = mark === "," ? "," : "\\.";
  return new RegExp(`^-?(\\d{1,3}|[1-9]\\d{0,2}(${group}\\d{3})+)$`).test(cell);
}

/** `-$5`, `$-5`, `($5)`, `5 USD`; a bare amount among the others is of the same currency. */
function amountPattern(number: string, currency: string): RegExp {
  const word = currency.replace(/[!-/:-@[-`{-~]/g, "\\$&");
  const [before, after] = [`(${word}[${blanks}]?)?`, `([${blanks}]?${word})?`];
  const minus = "[-\u2212]";
  return new RegExp(
    `^(${minus}[${blanks}]?)?${before}${number}${after}$|^${before}${minus}${number}${after}$|^\\(${before}${number}${after}\\)$`,
  );
}
