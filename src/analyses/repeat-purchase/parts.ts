import type { Table } from "../../engine";
import { countAt, dayAt, numberAt, textAt } from "../answer";

/** A row of one part of `countsQuery`; what its counts are depends on the part. */
export interface Part {
  readonly days: number | null;
  readonly opens: string | null;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/** The rows of one part of `countsQuery`, in their order: by days, or by month. */
export function partsOf(table: Table | undefined): (part: string) => Part[] {
  if (!table) return () => [];
  const count = (row: number, column: string) =>
    table.value(row, column) === null ? 0 : countAt(table, row, column);
  return (part) =>
    Array.from({ length: table.rowCount }, (_, row) => row)
      .filter((row) => textAt(table, row, "part") === part)
      .map((row) => ({
        days: numberAt(table, row, "days"),
        opens: dayAt(table, row, "opens"),
        a: count(row, "a"),
        b: count(row, "b"),
        c: count(row, "c"),
        d: count(row, "d"),
      }))
      .sort((one, other) =>
        one.opens !== null && other.opens !== null
          ? one.opens.localeCompare(other.opens)
          : (one.days ?? 0) - (other.days ?? 0),
      );
}
