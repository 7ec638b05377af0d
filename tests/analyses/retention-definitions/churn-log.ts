import type { DataSet } from "../../../src/analyses";
import type { Database } from "../../../src/engine";
import { dataSet, tableFrom } from "../table-from";

const stays = ["2024-02-20", "2024-02-28", "2024-03-06", "2024-03-13", "2024-03-20", "2024-03-27"];

/**
 * A month after a month, lost after 14 days of silence: 100 are there on 1 March, 10 of them leave for good and one comes back;
 * 20 join, one of whom leaves.
 */
export async function monthOfChurn(database: Database): Promise<DataSet> {
  const lines = [
    "early,2024-01-01",
    ...of(89, "stays", stays),
    ...of(10, "leaves", ["2024-02-20", "2024-02-25"]),
    ...of(1, "comes-back", ["2024-02-25", "2024-03-20", "2024-03-28"]),
    ...of(19, "joins", ["2024-03-05", "2024-03-12", "2024-03-19", "2024-03-26"]),
    ...of(1, "joins-and-leaves", ["2024-03-05"]),
  ];
  const columns = await tableFrom(database, "churn_log", `customer,day\n${lines.join("\n")}`, {
    customer: "varchar",
    day: "date",
  });
  return dataSet("churn_log", columns, { customer: "customer", time: "day" });
}

function of(customers: number, name: string, days: readonly string[]): string[] {
  return Array.from({ length: customers }, (_, i) => days.map((day) => `${name}-${i},${day}`)).flat();
}
