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

export function columnsOf(table: Table): readonly Column[] {
  return Table.source(table).columns;
}
