import type { Column } from "../../../data/table";
import type { SandboxTable } from "../../sandbox";
import { Table, tableFrom, type Warn } from "./result-table";

export { toRelation } from "./to-relation";
export { Table } from "./result-table";

/** The table that cells see. `warn` hears of columns whose numbers are too large for JavaScript's. */
export function readSandboxTable({ columns, messages }: SandboxTable, warn: Warn = () => undefined): Table {
  return tableFrom(columns, messages, warn);
}

export function isTable(value: unknown): value is Table {
  return value instanceof Table;
}

export function rowCountOf(table: Table): number {
  return table.numRows;
}

/** As many rows and columns as a file should hold of a table that can be asked for again. */
const mostFirst = { rows: 50, letters: 2000 };

/** Exact texts of the first rows. */
export function firstRowsOf(table: Table): readonly (readonly (string | null)[])[] {
  return Array.from({ length: Math.min(table.numRows, mostFirst.rows) }, (_, row) =>
    table.columns.map((name) => table.text(row, name)?.slice(0, mostFirst.letters) ?? null),
  );
}

export function columnsOf(table: Table): readonly Column[] {
  return Table.source(table).columns;
}
