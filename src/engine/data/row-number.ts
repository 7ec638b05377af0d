import { name, type Sql, sql } from "./sql";

/** Whether a table hides the numbers of its rows behind a column of its own; what comes from SQLite often has one. */
export function hidesRowNumbers(columns: readonly { readonly name: string }[]): boolean {
  return columns.some((column) => column.name.toLowerCase() === "rowid");
}

/** In `numbered`: under a name that no column of a person's table has. */
export const rowNumber = name("\u0001row");

/** A table with the number of each row, from 0, beside its columns. Numbers of deleted rows may be missing. */
export function numbered(table: Sql, columns: readonly { readonly name: string }[]): Sql {
  const number = hidesRowNumbers(columns) ? sql`row_number() over () - 1` : sql`rowid`;
  return sql`(select *, ${number} as ${rowNumber} from ${table})`;
}
