import { RecordBatchStreamWriter, tableFromArrays } from "apache-arrow";
import { beforeAll, describe, expect, test } from "vitest";
import { type Database, EngineError, sql, written } from "../../../src/engine";
import { openTestDatabase } from "../open-database";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});

const rows = async (text: string) => (await database.query(written(text))).rows();

test("a query gives columns with DuckDB's types and rows with our values", async () => {
  const table = await database.query(sql`select 1 as n, 'a' as word, 1.5 as amount, null as nothing`);
  expect(table.columns).toEqual([
    { name: "n", type: "INTEGER", kind: "integer" },
    { name: "word", type: "VARCHAR", kind: "text" },
    { name: "amount", type: "DECIMAL(2,1)", kind: "decimal" },
    { name: "nothing", type: "INTEGER", kind: "integer" },
  ]);
  expect(table.rows()).toEqual([{ n: 1, word: "a", amount: 1.5, nothing: null }]);
});

test("of several statements the last one's rows come back", async () => {
  expect(await rows("create table one (a integer); insert into one values (7);\nfrom one -- done")).toEqual([
    { a: 7 },
  ]);
  const last = await database.run([sql`select 1 as a`, sql`select 2 as b`]);
  expect(last.rows()).toEqual([{ b: 2 }]);
});

test("statements that are no query answer in their own way", async () => {
  expect(await rows("create or replace table two as select 1 as a")).toEqual([{ Count: 1 }]);
  expect((await rows("show tables")).length).toBeGreaterThan(0);
  expect((await rows("summarize select 1 as a"))[0]).toMatchObject({ column_name: "a", min: "1" });
  expect((await rows("explain select 1"))[0]!.explain_key).toBe("physical_plan");
});

test("describe names columns without running the query", async () => {
  const never = written("select 1::hugeint as a, error('ran') as b");
  expect(await database.describe(never)).toEqual([
    { name: "a", type: "HUGEINT", kind: "integer" },
    { name: "b", type: "INTEGER", kind: "integer" },
  ]);
  await expect(database.describe(written("select 1; select 2"))).rejects.toMatchObject({
    code: "not-a-query",
  });
});

describe("an error says what and where", () => {
  test.each([
    ["select 'ж',\n  amonut from (select 1 as amount)", 2, 3, ["amount"], /^binder error: .*"amonut"/],
    ["select 1;\nselec 2", 2, 1, [], /^parser error: syntax error at or near "selec"/],
    ["select *\nfrom nope", 2, 6, undefined, /^catalog error: table with name nope does not exist!/],
    ["select lenth('a')", 1, 8, ["length"], /lenth/],
    ["from sqlite", 1, 6, [], /sqlite does not exist!/],
    [
      "select substr(1, 2, 3, 4)",
      1,
      8,
      [],
      /type casts\. It can be called as: substr\(VARCHAR, BIGINT, BIGINT\) -> VARCHAR; substr\(VARCHAR, BIGINT\) -> VARCHAR$/,
    ],
    ["select date '2024-01-01' + true", 1, 26, [], /as: \+\([A-Z ]+\) -> [A-Z ]+;(.*;){3} …$/],
    ["select '😀', 'x'::integer", 1, 17, [], /^conversion error: could not convert string 'x'/],
  ])("%s", async (text, line, column, candidates, message) => {
    const error = await database.query(written(text)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(EngineError);
    expect(error).toMatchObject({
      code: "sql",
      place: { line, column },
      message: expect.stringMatching(message),
    });
    if (candidates) expect((error as EngineError).candidates).toEqual(candidates);
    // What fails only while it runs is not seen by describing it.
    if (text.includes(";") || text.includes("::")) return;
    await expect(database.describe(written(text))).rejects.toMatchObject({ place: { line, column } });
  });

  test("an empty text", async () => {
    await expect(rows("-- nothing yet")).rejects.toMatchObject({
      code: "not-a-query",
      message: "no statement: -- nothing yet",
    });
  });

  test("a failure while running does not spoil what comes after it", async () => {
    await expect(rows("select error('boo') from range(3)")).rejects.toThrow("boo");
    expect(await rows("select 1 as a")).toEqual([{ a: 1 }]);
  });
});

describe("nothing outside can be reached", () => {
  const foreign = ["http:", "//127.0.0.1:9/a.csv"].join("");
  test.each([
    `from read_csv('${foreign}')`,
    `from '${foreign}'`,
    "from read_text('/etc/hostname')",
    "from glob('*')",
    `attach '${foreign}'`,
    "attach 'other.db'",
    "copy (select 1) to 'out.csv'",
    "copy (select 1) to 'import/out.csv'",
    "export database 'out'",
    "install httpfs",
    "load httpfs",
    "set enable_external_access = true",
    "reset lock_configuration",
    "set autoload_known_extensions = true",
    "pragma enable_progress_bar",
    "select 1; install httpfs",
  ])("%s", async (text) => {
    await expect(rows(text)).rejects.toMatchObject({ code: "sql" });
  });

  test("a database in memory can be attached", async () => {
    await rows("attach ':memory:' as small (compress true)");
    expect(await rows("create table small.main.t as select 1; from small.main.t")).toEqual([{ 1: 1 }]);
    await rows("detach small");
  });
});

test("a file is read by its name until it is removed", async () => {
  const path = await database.addFile("a.csv", new Blob(["a,b\n1,x\n"]));
  expect(path).toBe("import/a.csv");
  expect((await database.query(sql`from read_csv(${path})`)).rows()).toEqual([{ a: 1, b: "x" }]);
  await database.removeFile(path);
  await expect(database.query(sql`from read_csv(${path})`)).rejects.toThrow("no files found");
});

test("Arrow's bytes become a table, and bad bytes break nothing", async () => {
  const table = tableFromArrays({ n: Int32Array.of(1, 2), x: Float64Array.of(0.5, NaN) });
  await database.insertArrow("from_arrow", await RecordBatchStreamWriter.writeAll(table).toUint8Array());
  expect(await rows("from from_arrow")).toEqual([
    { n: 1, x: 0.5 },
    { n: 2, x: NaN },
  ]);
  await expect(database.insertArrow("broken", Uint8Array.of(1, 2, 3, 4))).rejects.toMatchObject({
    code: "unreadable-file",
  });
  expect(await rows("select count(*) as n from from_arrow")).toEqual([{ n: 2 }]);
});

describe("an abort", () => {
  const long = written("select count(*) from range(100000) a, range(100000) b where a.range + b.range = -1");

  test("stops a running query, and what it was making is not there", async () => {
    const stop = new AbortController();
    const query = written(`create table half as select a.range from range(100000) a, range(100000) b`);
    setTimeout(() => stop.abort(), 50);
    await expect(database.query(query, { signal: stop.signal })).rejects.toMatchObject({ code: "stopped" });
    expect(await rows("from duckdb_tables() select table_name where table_name = 'half'")).toEqual([]);
    await rows("create table half as select 1");
  });

  test("takes a waiting query out of the queue without disturbing the one before it", async () => {
    const stop = new AbortController();
    const first = database.query(written("select count(*) as n from range(3000000)"));
    const second = database.query(long, { signal: stop.signal });
    stop.abort();
    await expect(second).rejects.toMatchObject({ code: "stopped" });
    expect((await first).rows()).toEqual([{ n: 3_000_000 }]);
  });

  test("before the start means that nothing runs", async () => {
    const made = database.query(written("create table never as select 1"), { signal: AbortSignal.abort() });
    await expect(made).rejects.toMatchObject({ code: "stopped" });
    expect(await rows("from duckdb_tables() select table_name where table_name = 'never'")).toEqual([]);
  });
});

test("queries asked at once are answered in order", async () => {
  const answers = await Promise.all([1, 2, 3].map((n) => database.query(sql`select ${n} as n`)));
  expect(answers.map((answer) => answer.value(0, "n"))).toEqual([1, 2, 3]);
});
