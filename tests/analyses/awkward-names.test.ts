import { describe, expect, test } from "vitest";
import { runAnalysis, type DataSet, type Request } from "../../src/analyses";
import { join, name, sql } from "../../src/engine";
import { everyAnalysis, requestsOf } from "./every-analysis";
import { everyRole, everyRoleTable, everyRoleTypes } from "./every-role";
import { openedDatabase } from "./opened-database";
import { dataSet } from "./table-from";

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
  b: "value",
  j: "judgement",
} as const;

/** Nobody changes a table: each is made once. */
const made = new Map<string, Promise<DataSet>>();
function data(table: string, names: Readonly<Record<string, string>>): Promise<DataSet> {
  const key = JSON.stringify([table, names]);
  const known = made.get(key) ?? make(table, names);
  made.set(key, known);
  return known;
}

async function make(table: string, names: Readonly<Record<string, string>>): Promise<DataSet> {
  await everyRoleTable(database(), "plain");
  const columns = join(
    Object.keys(everyRoleTypes).map((column) => sql`${name(column)} as ${name(names[column] ?? column)}`),
    ", ",
  );
  await database().query(sql`create or replace table ${name(table)} as select ${columns} from plain`);
  const renamed = Object.fromEntries(
    Object.entries(everyRole).map(([role, column]) => [role, names[column!] ?? column!]),
  );
  return dataSet(table, await database().describe(sql`from ${name(table)}`), renamed);
}

/** Parameters that name columns follow them. */
function renamedIn(request: Request, data: DataSet, names: Readonly<Record<string, string>>): Request {
  const named = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(named)
      : typeof value === "string" && value in everyRoleTypes
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

/**
 * A result may name the columns and tables that were chosen: the same names on both sides. A table may be called like a
 * column; then the field says which of the two it is.
 */
function untwisted(result: unknown, table: string): unknown {
  const back: Record<string, string> = {
    [table]: "renamed",
    ...Object.fromEntries(Object.entries(twisted).map(([plain, name]) => [name, plain])),
  };
  return JSON.parse(
    JSON.stringify(result, (field, value: unknown) => {
      if (field === "table" && value === table) return "renamed";
      return typeof value === "string" ? (back[value] ?? value) : value;
    }),
  );
}

describe("a person's names never meet ours", () => {
  test.each(everyAnalysis)("$id", async (analysis) => {
    const ask = async (request: Request) =>
      (await runAnalysis(analysis, request, (question) => database().query(question, { isOwn: true })))
        .result;
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
