import type { ReportTable } from "../../../analyses";
import { isSmall, tells, type NumberRow } from "./small-rows";

type Column = ReportTable["columns"][number];
type Value = ReportTable["rows"][number][string];

/** The numbers of a table that may tell of a few customers; null in place of all others. Columns of words name the rows. */
export function customersOf(table: ReportTable, k: number): NumberRow[] {
  // Of fewer events than k there are fewer customers than k; more say nothing of how many customers there are.
  const isTold = ({ unit }: Column, value: number) => unit !== "events" || isSmall(value, k);
  return numbersOf(table).map((row) =>
    row.map((value, i) => (value !== null && isTold(table.columns[i]!, value) ? value : null)),
  );
}

/** The same with all events: a total gives away what is left out of them too. */
export function numbersOf({ rows, columns }: ReportTable): NumberRow[] {
  return rows.map((row) => columns.map((column) => numberOf(row[column.key], column)));
}

function numberOf(cell: Value | undefined, { align, unit }: Column): number | null {
  const { value, text = "", who } = cell ?? {};
  const number = typeof value === "bigint" ? Number(value) : value;
  if (typeof number !== "number" || !(align === "right" || who)) return null;
  const isWholeShare = text.includes("%") && Math.abs(number) === 1;
  // Whoever can be asked for is a customer, whatever the column says.
  if (who) return isWholeShare ? null : number;
  switch (unit) {
    case undefined:
    case "mixed":
      // All or none of them: a share, and no count of one.
      return isWholeShare ? null : number;
    case "customers":
    case "customers-nested":
    case "events":
      return number;
    case "share":
    case "share-nested":
      return Math.abs(number) < 1 ? number : null;
    case "money":
    case "time":
    case "number":
    case "place":
      return null;
  }
}

/**
 * The columns whose rows hold parts of other rows, with the shares that are of them and the intervals of those: whoever sees two
 * of their values knows the group between the two.
 */
export function nestedColumns({ columns, rows }: ReportTable): readonly Column[] {
  const nested = columns.filter(({ unit }) => unit === "customers-nested" || unit === "share-nested");
  const isInterval = ({ key }: Column) => rows.some((row) => Array.isArray(row[key]?.value));
  return nested.length === 0
    ? []
    : columns.filter((column) => nested.includes(column) || column.unit === "share" || isInterval(column));
}

/** Whether the group between two values of such a column is a small one. */
export function nestedTell(table: ReportTable, k: number, bases: ReadonlySet<number>): boolean {
  return nestedColumns(table).some((column) => {
    const numbers = table.rows.flatMap((row) => {
      const value = row[column.key]?.value;
      return typeof value === "number" ? [Math.abs(value)] : [];
    });
    numbers.sort((a, b) => a - b);
    return numbers.some((value, i) => i > 0 && tells([value - numbers[i - 1]!], k, bases));
  });
}
