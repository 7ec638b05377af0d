import {
  filterSql,
  name,
  rowsOf,
  unreadSchema,
  type ColumnFilter,
  type Database,
  type Sql,
} from "../../engine";
import { resultRelation } from "../kinds";
import { customerRelation } from "./customers-behind";

export interface GridOrder {
  readonly column: string;
  readonly direction: "ascending" | "descending";
}

/** One thing kept in this browser. */
export interface Kept {
  readonly kind: "notebook" | "data";
  readonly id: string;
  readonly title: string;
  readonly bytes: number;
  readonly used: number;
  /** The notebook that is open now, or its data. */
  readonly current: boolean;
  /** Of a notebook: what would be left of it, and how many data files go with it. */
  readonly inFile: boolean;
  readonly dataFiles: number;
}

/** What has rows to show: a cell's result, a loaded table, the customers behind a number of a cell. */
export type Shown =
  | { readonly cell: string }
  | { readonly table: string }
  | { readonly customersOf: string }
  /** What of a table's file could not be read. */
  | { readonly unreadOf: string };

export type GridRows = readonly (readonly (string | null)[])[];

export async function windowOf(
  database: Database,
  shown: Shown,
  offset: number,
  limit: number,
  order: GridOrder | null,
  filters: readonly ColumnFilter[] = [],
): Promise<GridRows> {
  const orderBy = order ? { column: order.column, descending: order.direction === "descending" } : undefined;
  const rows = await rowsOf(database, relationOf(shown), {
    offset,
    limit,
    orderBy,
    where: filterSql(filters),
  });
  return Array.from({ length: rows.rowCount }, (_, row) =>
    rows.columns.map((_, column) => rows.text(row, column)),
  );
}

export function relationOf(shown: Shown): Sql {
  if ("cell" in shown) return resultRelation(shown.cell);
  if ("unreadOf" in shown) return name(unreadSchema, shown.unreadOf);
  return "table" in shown ? name("main", shown.table) : customerRelation(shown.customersOf);
}
