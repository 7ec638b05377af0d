import { join, name, type Sql, sql, written } from "../data/sql";
import type { Column } from "../data/table";
import { scaleOf } from "./scale";

/** A part of a column's values that a person points at. Values and ends of ranges as DuckDB writes them. */
export type Piece =
  | { readonly form: "missing" | "nan" | "infinite" | "empty" | "blank" }
  | { readonly form: "value"; readonly value: string }
  | Range;

export interface Range {
  readonly form: "range";
  readonly from: string;
  readonly to: string;
  /** `to` is part of it. */
  readonly withTo: boolean;
}

/** Rows whose value in this column is in any of the pieces; without pieces, all rows. */
export interface ColumnFilter {
  readonly column: Column;
  readonly pieces: readonly Piece[];
}

/** Rows that pass every filter, as the words after `where`; null when nothing is asked of them. */
export function filterSql(filters: readonly ColumnFilter[]): Sql | null {
  const parts = filters.filter(({ pieces }) => pieces.length).map(conditionOf);
  return parts.length ? join(parts, "\nand ") : null;
}

function conditionOf(filter: ColumnFilter): Sql {
  const { column } = filter;
  const pieces = mergedPieces(filter);
  const values = pieces.flatMap((piece) => (piece.form === "value" ? [literalOf(column, piece.value)] : []));
  const key = keyOf(column);
  const parts = [
    ...(values.length === 1 ? [sql`${key} = ${values[0]!}`] : []),
    ...(values.length > 1 ? [sql`${key} in (${join(values, ", ")})`] : []),
    ...pieces.flatMap((piece) => (piece.form === "value" ? [] : [partOf(column, piece)])),
  ];
  return parts.length === 1 ? parts[0]! : sql`(${join(parts, " or ")})`;
}

function partOf(column: Column, piece: Exclude<Piece, { form: "value" }>): Sql {
  const value = name(column.name);
  switch (piece.form) {
    case "missing":
      return sql`${value} is null`;
    case "nan":
      return sql`isnan(${value})`;
    case "infinite":
      return sql`isinf(${value})`;
    case "empty":
      return sql`${value} = ''`;
    case "blank":
      return blankText(value);
    case "range":
      return rangeSql(column, piece);
  }
}

function rangeSql(column: Column, { from, to, withTo }: Range): Sql {
  const value = name(column.name);
  const [low, high] = [literalOf(column, from), literalOf(column, to)];
  if (!withTo) return sql`(${value} >= ${low} and ${value} < ${high})`;
  return from === to ? sql`${value} = ${low}` : sql`${value} between ${low} and ${high}`;
}

/** Texts of nothing but blanks, and at least one of them. */
export function blankText(value: Sql): Sql {
  return sql`(${value} <> '' and trim(${value}) = '')`;
}

/** What tells the values of a column without distances apart; texts where DuckDB holds different ones for equal. */
export function keyOf(column: Column): Sql {
  const value = name(column.name);
  return comparable.has(column.type) ? value : sql`${value}::varchar`;
}

const comparable = new Set(["VARCHAR", "BOOLEAN", "UUID"]);

/** A value as it is written in SQL so that it is compared exactly. */
export function literalOf(column: Column, text: string): Sql {
  switch (column.kind) {
    case "boolean":
    case "integer":
    case "decimal":
      return plain(text) ? written(text) : sql`${text}`;
    case "number":
      return floatingLiteral(column, text);
    case "date":
      return sql`date ${text}`;
    case "timestamp":
      return column.type === "TIMESTAMP"
        ? sql`timestamp ${text}`
        : sql`${text}::${written(column.type.toLowerCase())}`;
    case "text":
    case "time":
    case "interval":
    case "list":
    case "struct":
    case "map":
    case "binary":
    case "other":
      return sql`${text}`;
  }
}

function plain(text: string): boolean {
  return /^-?\d+(\.\d+)?$|^(true|false)$/.test(text);
}

// Short decimals become the very double that was meant; longer ones, and those beside a FLOAT, only with an exponent.
function floatingLiteral({ type }: Column, text: string): Sql {
  if (!Number.isFinite(Number(text))) return sql`${text}::double`;
  const isShort = type === "DOUBLE" && /^-?[\d.]{1,15}$/.test(text);
  return written(isShort || /e/i.test(text) ? text : `${text}e0`);
}

/** The same rows in fewer words: ranges that touch become one, and what stands twice stands once. */
export function mergedPieces({ column, pieces }: ColumnFilter): readonly Piece[] {
  const scale = scaleOf(column);
  const others = pieces.filter(({ form }) => form !== "range");
  if (!scale) return others;
  const ranges = pieces
    .filter((piece) => piece.form === "range")
    .map((range) => {
      const to = scale.position(range.to);
      // Between two neighbours there is nothing: one that ends at 4 touches one that begins at 5.
      const end = range.withTo && scale.isWhole ? BigInt(to) + 1n : to;
      return { range, from: scale.position(range.from), end };
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const merged: typeof ranges = [];
  for (const each of ranges) {
    const last = merged.at(-1);
    if (!last || each.from > last.end) merged.push(each);
    else if (each.end > last.end || (each.end === last.end && each.range.withTo))
      merged[merged.length - 1] = {
        range: { ...last.range, to: each.range.to, withTo: each.range.withTo },
        from: last.from,
        end: each.end,
      };
  }
  return [...merged.map(({ range }) => range), ...others];
}
