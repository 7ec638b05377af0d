import { describe, expect, test } from "vitest";
import { runAnalysis, type DataSet, type Request, type RoleMapping } from "../../src/analyses";
import { join, name, sql } from "../../src/engine";
import { everyAnalysis, requestsOf } from "./every-analysis";
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
  p: "account",
  a: "activity",
  o: "periods",
  m: "cohorts",
  g: "reached",
  r: "people",
  u: "customers",
} as const;

const csv = `
c,t,e,s,f,x,y,z,w,p,a,o,m,g,r,u
ann,2024-01-03 10:00:00,buy,2024-01-03,2024-04-30,1,1,1,1,one,10,1,10,2024-01-01,,active
ann,2024-02-10 11:00:00,login,2024-05-01,2024-06-30,1,1,1,1,one,12,2,12,2024-01-01,price,active
bob,2024-01-20 12:00:00,buy,2024-01-20,2024-02-20,1,1,1,1,one,7,3,7,2024-01-15,price,left
cid,2024-02-02 09:00:00,buy,2024-02-02,,1,1,1,1,two,8,4,8,2024-02-01,,active
cid,2024-03-20 09:00:00,buy,2024-03-01,,1,1,1,1,two,9,5,9,2024-02-01,,active`;
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
  p: "varchar",
  a: "double",
  o: "varchar",
  m: "double",
  g: "date",
  r: "varchar",
  u: "varchar",
};
const roles: RoleMapping = {
  customer: "c",
  time: "t",
  event: "e",
  start: "s",
  end: "f",
  parent: "p",
  amount: "a",
  order: "o",
  mrr: "m",
  signup: "g",
  reason: "r",
  status: "u",
};

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

/** Parameters that name columns follow them. */
function renamedIn(request: Request, data: DataSet, names: Readonly<Record<string, string>>): Request {
  const named = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(named)
      : typeof value === "string" && value in types
        ? (names[value] ?? value)
        : value === "renamed"
          ? data.table
          : value;
  const params = Object.fromEntries(
    Object.entries(request.params).map(([param, value]) => [param, named(value)]),
  );
  const beside =
    request.beside && Object.fromEntries(Object.keys(request.beside).map((param) => [param, data]));
  return { data, params: params as Request["params"], ...(beside && { beside }) };
}

/** A result may name the columns and tables that were chosen: the same names on both sides. */
function untwisted(result: unknown, table: string): unknown {
  const back: Record<string, string> = {
    [table]: "renamed",
    ...Object.fromEntries(Object.entries(twisted).map(([plain, name]) => [name, plain])),
  };
  return JSON.parse(
    JSON.stringify(result, (_, value: unknown) =>
      typeof value === "string" ? (back[value] ?? value) : value,
    ),
  );
}

describe("a person's names never meet ours", () => {
  test.each(everyAnalysis)("$id", async (analysis) => {
    const ask = async (request: Request) =>
      (await runAnalysis(analysis, request, (question) => database().query(question))).result;
    for (const plain of requestsOf(analysis, await data("renamed", {}))) {
      const expected = await ask(plain);
      for (const table of ["activity", "contracts", "periods", "Steps"]) {
        const request = renamedIn(plain, await data(table, twisted), twisted);
        const found = untwisted(await ask(request), table);
        expect(found, `${table} ${JSON.stringify(plain.params.mode)}`).toEqual(untwisted(expected, table));
      }
    }
  });
});
