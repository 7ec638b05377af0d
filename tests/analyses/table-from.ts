import { anyActivity, type DataSet, type RoleMapping } from "../../src/analyses";
import { join, name, sql, type Database } from "../../src/engine";

/** A small literal table, or a whole CSV file, as DuckDB has it: column -> type, in file order. */
export async function tableFrom(
  database: Database,
  table: string,
  csv: string,
  types: Readonly<Record<string, string>>,
): Promise<DataSet["columns"]> {
  const path = await database.addFile(`${table}.csv`, new Blob([trimmed(csv)]));
  const columns = join(
    Object.entries(types).map(([column, type]) => sql`${column}: ${type}`),
    ", ",
  );
  await database.query(sql`
    create or replace table ${name(table)} as
    select * from read_csv(${path}, header = true, columns = {${columns}}, nullstr = '')`);
  await database.removeFile(path);
  return database.describe(sql`from ${name(table)}`);
}

export function dataSet(
  table: string,
  columns: DataSet["columns"],
  roles: RoleMapping,
  more: Partial<DataSet> = {},
): DataSet {
  return { table, columns, roles, rule: anyActivity, endIsLastPaidDay: false, weekStart: "monday", ...more };
}

function trimmed(csv: string): string {
  return csv
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean)
    .join("\n");
}
