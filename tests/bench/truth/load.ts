import type { DataSet } from "../../../src/analyses";
import type { Database } from "../../../src/engine";
import { dataSet, tableFrom } from "../../analyses/table-from";
import { behaviours, type Customer } from "./base";

const table = "base";

/** The base as a table with one row a customer, as a person has it. */
export async function loadBase(database: Database, base: readonly Customer[]): Promise<DataSet> {
  const types = {
    id: "varchar",
    size: "varchar",
    plan: "varchar",
    left_us: "varchar",
    days: "integer",
    first_day: "integer",
    ...Object.fromEntries(behaviours.map((one) => [one, "integer"])),
  };
  const lines = base.map((one) =>
    [
      one.id,
      one.size,
      one.plan,
      one.left ? "yes" : "no",
      one.days,
      one.first_day ?? "",
      ...behaviours.map((behaviour) => one.behaviours[behaviour]),
    ].join(","),
  );
  const columns = await tableFrom(
    database,
    table,
    [Object.keys(types).join(","), ...lines].join("\n"),
    types,
  );
  return dataSet(table, columns, { customer: "id", status: "left_us" });
}

/** What is said of any base of this table. */
export const asked = {
  mode: "columns",
  left: "yes",
  usageDays: 90,
  statusDay: 365,
} as const;
