import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { statementKind, statements } from "../../../src/engine/sql-text";
import { plainDuckDb, type PlainDuckDb } from "./plain-duckdb";
import { writtenStatements } from "./written-statements";

describe("statements", () => {
  test.each([
    ["", []],
    [" -- only a comment\n", []],
    [" ; ;; ", []],
    ["select 1", ["select 1"]],
    ["select 1;", ["select 1"]],
    ["select ';' ; -- ;\n from t /* ; */ ;", ["select ';'", "from t"]],
    ["select ${a;b}; from ${`;`}", ["select ${a;b}", "from ${`;`}"]],
    ['select $$;$$, ";" from t; select 2', ['select $$;$$, ";" from t', "select 2"]],
  ])("splits %j", (text, expected) => {
    expect(statements(text).map((statement) => statement.text)).toEqual(expected);
  });

  test("say where they stand", () => {
    expect(statements("-- a\nselect 1 ;\nfrom t")).toEqual([
      { text: "select 1", start: 5, end: 13 },
      { text: "from t", start: 16, end: 22 },
    ]);
  });
});

describe("statementKind", () => {
  test.each(writtenStatements)("is rows for %s", (statement) => {
    expect(statementKind(statement)).toBe("rows");
  });

  test.each([
    ["", ""],
    ["-- select 1", ""],
    ["( select 1 )", "rows"],
    ["/* a */ SELECT 1", "rows"],
    ["create table x as select 1", "create"],
    ["CREATE OR REPLACE VIEW x AS FROM t", "create"],
    ["drop table t", "drop"],
    ["insert into t from t", "insert"],
    ["update t set a = 1", "update"],
    ["delete from t", "delete"],
    ["copy t to 'x.csv'", "copy"],
    ["attach 'x' as y", "attach"],
    ["set threads = 1", "set"],
    ["install json", "install"],
    ["pragma table_info('t')", "pragma"],
    ["call duckdb_tables()", "call"],
    ["with q as (from t) insert into t from q", "insert"],
    ["with q as (from t) delete from t where a in (from q select a)", "delete"],
    ["explain analyze delete from t", "delete"],
    ["explain (format json) create table x as select 1", "create"],
    ["explain explain select 1", "rows"],
    ["select 1; drop table t", "rows"],
    ["from ${t}", "rows"],
    ["with q as (from ${t}) delete from t", "delete"],
    ["${query}", ""],
    ["with", "with"],
    ["explain", ""],
    ["selct 1", "selct"],
    ['"select" 1', ""],
    ["123", ""],
  ])("of %j is %j", (text, kind) => {
    expect(statementKind(text)).toBe(kind);
  });
});

describe("a statement of kind rows changes nothing in DuckDB", () => {
  let duckdb: PlainDuckDb;
  beforeAll(async () => void (duckdb = await plainDuckDb()));
  afterAll(() => duckdb.close());

  test.each([
    "with q as (delete from t returning a) from q",
    "select * from (delete from t returning a)",
    "select * from (insert into t values (1, 2, 3) returning a)",
    "describe delete from t",
    "summarize delete from t",
    "(delete from t)",
    "from t insert into t",
    "select 1 into t",
    "with recursive q as (update t set a = 9 returning a) from q",
  ])("%s", (statement) => {
    expect(statementKind(statement)).toBe("rows");
    duckdb.haveOnly(["t"]);
    duckdb.complaint(statement);
    expect(duckdb.complaint("select if(count(*) = 1 and sum(a) = 1, 1, error('changed')) from t")).toBe("");
  });
});
