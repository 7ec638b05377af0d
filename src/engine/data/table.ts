/** What a query gives back. Shapes only; `arrow-table.ts` reads Arrow into it. */

/** How a column's values are shown, sorted and computed with; the exact DuckDB type stands beside it. */
export type ColumnKind =
  | "boolean"
  | "integer"
  | "number"
  | "decimal"
  | "text"
  | "date"
  | "timestamp"
  | "time"
  | "interval"
  | "list"
  | "struct"
  | "map"
  | "binary"
  | "other";

export interface Column {
  readonly name: string;
  /** As DuckDB's DESCRIBE writes it: `DECIMAL(18,2)`, `TIMESTAMP WITH TIME ZONE`, `STRUCT(a BIGINT)`. */
  readonly type: string;
  readonly kind: ColumnKind;
}

/**
 * One cell of a table in JavaScript:
 * integers a `number` while exact, else `bigint`; DECIMAL a `number` when at most 15 significant digits, else its exact text;
 * DATE and TIMESTAMP a `Date` whose UTC fields are the written ones (an infinite one is ±Infinity, and microseconds
 * below the millisecond are only in `text`); TIME, INTERVAL, UUID, ENUM, BIT their text; LIST an array; STRUCT an object; MAP an array of pairs.
 */
export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | Date
  | Uint8Array
  | readonly Value[]
  | { readonly [field: string]: Value };

export interface Table {
  readonly columns: readonly Column[];
  readonly rowCount: number;
  value(row: number, column: number | string): Value;
  /** Every digit the database has, as it would be written in SQL without quotes; `null` for NULL. */
  text(row: number, column: number | string): string | null;
  /** One column, in order. */
  values(column: number | string): Value[];
  /** All rows as objects. For the few rows of an answer, not for a million. */
  rows(): Record<string, Value>[];
}
