import { describe, expect, test } from "vitest";
import { analyses, type AnyAnalysis, type DataSet, type RoleMapping } from "../../src/analyses";
import { join, name, sql } from "../../src/engine";
import { run } from "./ask";
import { openedDatabase } from "./opened-database";
import { dataSet, tableFrom } from "./table-from";

const database = openedDatabase();

/** Names of our own steps and of each other: what a person's table and columns may well be called. */
const twisted = {
  c: "happened",
  t: "as_of",
  e: "customer",
  s: "opens",
  f: "day",
  x: "extent",
  y: "days",
  z: "contracts",
  w: "first_day",
} as const;

const csv = `
c,t,e,s,f,x,y,z,w
ann,2024-01-03 10:00:00,buy,2024-01-03,2024-04-30,1,1,1,1
ann,2024-02-10 11:00:00,login,2024-05-01,2024-06-30,1,1,1,1
bob,2024-01-20 12:00:00,buy,2024-01-20,2024-02-20,1,1,1,1
cid,2024-02-02 09:00:00,buy,2024-02-02,,1,1,1,1
cid,2024-03-20 09:00:00,buy,2024-03-01,,1,1,1,1`;
const types = {
  c: "varchar",
  t: "timestamp",
  e: "varchar",
  s: "date",
  f: "date",
  x: "int",
  y: "int",
  z: "int",
  w: "int",
};
const roles: RoleMapping = { customer: "c", time: "t", event: "e", start: "s", end: "f" };

async function data(table: string, names: Readonly<Record<string, string>>): Promise<DataSet> {
  await tableFrom(database(), "plain", csv, types);
  const columns = join(
    Object.keys(types).map((column) => sql`${name(column)} as ${name(names[column] ?? column)}`),
    ", ",
  );
  await database().query(sql`create or replace table ${name(table)} as select ${columns} from plain`);
  const renamed = Object.fromEntries(
    Object.entries(roles).map(([role, column]) => [role, names[column!] ?? column!]),
  );
  return dataSet(table, await database().describe(sql`from ${name(table)}`), renamed);
}

function waysOf(analysis: AnyAnalysis): Record<string, unknown>[] {
  const mode = analysis.params.mode;
  return mode?.type === "choice" ? mode.options.map((option) => ({ mode: option })) : [{}];
}

const cases = analyses.flatMap((analysis) =>
  waysOf(analysis).map((params) => ({ analysis, params, id: analysis.id })),
);

describe("a person's names never meet ours", () => {
  test.each(cases)("$id $params", async ({ analysis, params }) => {
    const expected = (await run(database(), analysis, await data("renamed", {}), params)).result;
    for (const table of ["activity", "contracts", "periods", "extent", "days", "Steps"]) {
      const { result } = await run(database(), analysis, await data(table, twisted), params);
      expect(result, table).toEqual(expected);
    }
  });
});
