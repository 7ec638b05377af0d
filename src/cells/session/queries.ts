import { name, rowsOf, type Database } from "../../engine";
import { resultSchema } from "../kinds";

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
}

export type GridRows = readonly (readonly (string | null)[])[];

export async function windowOf(
  database: Database,
  relation: { cell: string } | { table: string },
  offset: number,
  limit: number,
  order: GridOrder | null,
): Promise<GridRows> {
  const from = "cell" in relation ? name(resultSchema, relation.cell) : name("main", relation.table);
  const orderBy = order ? { column: order.column, descending: order.direction === "descending" } : undefined;
  const rows = await rowsOf(database, from, { offset, limit, orderBy });
  return Array.from({ length: rows.rowCount }, (_, row) =>
    rows.columns.map((_, column) => rows.text(row, column)),
  );
}
