import type { Database } from "../../../src/engine";
import { dataSet, tableFrom } from "../table-from";

/** How many of n in a group and stratum have the outcome. */
export interface Cell {
  readonly group: string;
  readonly stratum: string;
  readonly x: number;
  readonly n: number;
}

/** One row a customer, as many as the cells count. */
export async function customersOf(database: Database, table: string, cells: readonly Cell[]) {
  const rows = cells.flatMap(({ group, stratum, x, n }, cell) =>
    Array.from({ length: n }, (_, i) => `c${cell}-${i},${group},${stratum},${i < x ? "yes" : "no"}`),
  );
  const csv = ["customer,team,department,outcome", ...rows].join("\n");
  const columns = await tableFrom(database, table, csv, {
    customer: "varchar",
    team: "varchar",
    department: "varchar",
    outcome: "varchar",
  });
  return dataSet(table, columns, { customer: "customer", status: "outcome" });
}
