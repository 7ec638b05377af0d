import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { builtInViews, folded, namesRead, references } from "../../../src/engine/sql-text";
import { plainDuckDb, type PlainDuckDb } from "./plain-duckdb";
import { writtenStatements } from "./written-statements";

describe("namesRead finds what a statement reads", () => {
  test.each(writtenStatements)("%s", (statement, reads) => {
    expect(namesRead(statement).join(" ")).toBe(reads);
  });
});

describe("namesRead agrees with DuckDB", () => {
  let duckdb: PlainDuckDb;
  beforeAll(async () => void (duckdb = await plainDuckDb()));
  afterAll(() => duckdb.close());

  test.each(writtenStatements)("%s", (statement) => {
    const names = namesRead(statement);
    duckdb.haveOnly(names);
    expect(duckdb.complaint(statement)).toBe("");
    for (const name of names) {
      duckdb.haveOnly(names.filter((other) => folded(other) !== folded(name)));
      expect(duckdb.complaint(statement)).toMatch(new RegExp(`Table with name ${name} does not exist`, "i"));
    }
  });

  test("a body does not see the names after its own, nor its own", () => {
    duckdb.haveOnly([]);
    expect(duckdb.complaint("with a as (from b), b as (select 1) from a")).toContain("name b does not exist");
    expect(duckdb.complaint("with a as (from a) from a")).not.toBe("");
  });
});

test("namesRead leaves out exactly the views that DuckDB brings along", async () => {
  const duckdb = await plainDuckDb();
  const brought = duckdb.builtInViews();
  duckdb.close();
  expect([...builtInViews].toSorted()).toEqual(brought);
  expect(namesRead(`from ${brought.join(", ")}, t`)).toEqual(["t"]);
});

describe("a hole", () => {
  test.each([
    ["from ${t}", ""],
    ["from ${t} a, b", "b"],
    ["from ${t} as a join b using (k)", "b"],
    ["from main.${t} join u", "u"],
    ["from ${s}.t, u", "u"],
    ["from t where a in (select x from ${u})", "t"],
    ["from t where a = ${'from x'} and b in (from y)", "t y"],
    ["with q as (${query}) from q, t", "t"],
    ["select ${columns} from t limit ${n}", "t"],
    ["from f(${a}) join t", "t"],
    ["from e: ${t}, u", "u"],
    ["pivot ${t} on a", ""],
    ["from ${t", ""],
  ])("is no name: %s", (text, reads) => {
    expect(namesRead(text).join(" ")).toBe(reads);
  });
});

describe("references", () => {
  test("tells files from relations", () => {
    const { relations, files } = references("from 'data/a.csv' join t using (k), 'it''s.parquet', 't'");
    expect(files.map((file) => file.name)).toEqual(["data/a.csv", "it's.parquet"]);
    expect(relations.map((relation) => relation.name)).toEqual(["t", "t"]);
  });

  test("gives the place of each name in the text", () => {
    const text = 'select "é" from /* 😀 */ "main"."Été", t';
    const found = references(text).relations.map(({ start, end }) => text.slice(start, end));
    expect(found).toEqual(['"main"."Été"', "t"]);
  });

  test("keeps the schema apart", () => {
    expect(references("from information_schema.columns").relations).toEqual([
      { name: "columns", qualifier: ["information_schema"], start: 5, end: 31 },
    ]);
    expect(namesRead("from information_schema.columns")).toEqual([]);
  });

  test("reads every statement of a text, each with its own names", () => {
    expect(namesRead("with q as (from t) from q; from q")).toEqual(["t", "q"]);
  });

  test("names a relation once, however it is written", () => {
    expect(namesRead('from Events e join "EVENTS" f using (k) join events g using (k)')).toEqual(["Events"]);
  });

  test.each([
    ["from", ""],
    ["from t join", "t"],
    ["from t, ", "t"],
    ["select * from (t", "t"],
    ["with q as (from t", "t"],
    ["with q as (from t) ", "t"],
    ["select * from t where a = 'from x", "t"],
    ["from t)) , events", "t events"],
    ["from main.", "main"],
    ["select * from t wher a in (from events", "t events"],
  ])("takes half-written text: %s", (text, reads) => {
    expect(namesRead(text).join(" ")).toBe(reads);
  });

  test("takes text that nests deeper than the stack", () => {
    expect(namesRead("from " + "(".repeat(200_000) + "from t")).toEqual(["t"]);
    expect(namesRead("select " + "f(".repeat(200_000) + "(from t)")).toEqual(["t"]);
  });
});
