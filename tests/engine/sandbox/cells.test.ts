import { describe, expect, test } from "vitest";
import type { FromWorker } from "../../../src/engine/sandbox/protocol";
import type { NameSource } from "../../../src/engine/sandbox/sandbox";
import { createCells } from "../../../src/engine/sandbox/runtime/cells";
import { holdTables } from "../../../src/engine/sandbox/runtime/held-tables";
import { openQuestions, type Question } from "../../../src/engine/sandbox/runtime/questions";
import { createShow } from "../../../src/engine/sandbox/runtime/show";

/** The cells of a worker without the worker: what they post, show and ask. */
function worker(answer: (question: Question) => Promise<unknown> = () => new Promise(() => undefined)) {
  const posted: FromWorker[] = [];
  const shown: string[] = [];
  const asked: Question[] = [];
  const cells = createCells({
    show: createShow((message) => shown.push(JSON.stringify(message))),
    tables: holdTables(),
    ask: (_cell, _number, question) => {
      asked.push(question);
      return answer(question);
    },
    post: (message) => posted.push(message),
  });
  let runs = 0;
  const run = async (cell: string, body: string, more: { defines?: string[]; reads?: string[] } = {}) => {
    const names = Object.fromEntries(
      (more.reads ?? []).map((name) => [name, { from: "cell" } as NameSource]),
    );
    const number = ++runs;
    await cells.run({
      cell,
      number,
      label: `cell ${cell}`,
      body,
      defines: more.defines ?? [],
      names,
      width: 640,
    });
    const last = posted.findLast((message) => "number" in message && message.number === number);
    if (last?.type === "done") return last.defined.map(({ name, description }) => `${name}: ${description}`);
    return last?.type === "failed" ? last.fault : null;
  };
  const valueOf = async (name: string) =>
    (await cells.evaluate([{ body: `return (${name})`, reads: [name] }], { [name]: { from: "cell" } }))[0];
  return { cells, run, valueOf, posted, shown, asked };
}

describe("names", () => {
  test("are there for other cells, as they are", async () => {
    const { run, valueOf } = worker();
    const body = `const a = [1, 2], f = () => a.length; class K {}; __define({ a, f, K, n: null })`;
    expect(await run("one", body, { defines: ["a", "f", "K", "n"] })).toEqual([
      "a: Array(2)",
      "f: function",
      "K: function",
      "n: null",
    ]);
    await run("two", `__define({ b: f() + a[1] })`, { defines: ["b"], reads: ["a", "f"] });
    expect(await valueOf("b")).toBe(4);
  });

  test("of a cell that fails are gone, also those of its run before", async () => {
    const { run, valueOf } = worker();
    await run("one", `__define({ a: 1 })`, { defines: ["a"] });
    await run("one", `__define({ a: 2 }); throw new Error("no")`, { defines: ["a"] });
    await expect(valueOf("a")).rejects.toThrow("not defined yet: a");
  });

  test("stay as they were until a new run has ended", async () => {
    const { run, valueOf } = worker();
    await run("one", `__define({ a: 1 })`, { defines: ["a"] });
    const slow = run("one", `await new Promise((done) => setTimeout(done, 300)); __define({ a: 2 })`, {
      defines: ["a"],
    });
    expect(await valueOf("a")).toBe(1);
    await slow;
    expect(await valueOf("a")).toBe(2);
  });

  test("are not changed by an older run that ends later, and it shows nothing", async () => {
    const { run, valueOf, posted, shown } = worker();
    const late = `await new Promise((done) => setTimeout(done, 300)); display("late"); console.log("late"); __define({ a: "late" })`;
    const older = run("one", late, { defines: ["a"] });
    await run("one", `__define({ a: "new" })`, { defines: ["a"] });
    await older;
    expect(await valueOf("a")).toBe("new");
    expect(posted.filter(({ type }) => type === "done")).toHaveLength(1);
    expect(shown.join()).not.toContain("late");
  });

  test("go with their cell, and its invalidation resolves", async () => {
    const { cells, run, valueOf } = worker();
    const watching = `const seen = []; invalidation.then(() => seen.push("over")); __define({ seen })`;
    await run("one", watching, { defines: ["seen"] });
    await run("two", `__define({ kept: seen })`, { defines: ["kept"], reads: ["seen"] });
    cells.forget(["one"]);
    await expect(valueOf("seen")).rejects.toThrow("not defined yet");
    expect(await valueOf("kept")).toEqual(["over"]);
  });

  test("a cell may call its own what the worker calls console", async () => {
    const { run } = worker();
    expect(
      await run("one", `const console = 1, document = 2; __define({ console })`, { defines: ["console"] }),
    ).toEqual(["console: number"]);
  });
});

describe("errors", () => {
  test("have the line and column of the cell, and the lines of cells alone", async () => {
    const { run } = worker();
    await run("one", `function f(x) {\n  return x.missing.deep;\n}\n__define({ f })`, { defines: ["f"] });
    expect(await run("two", `const a = 1;\n  [1].map(() => f({}));`, { reads: ["f"] })).toMatchObject({
      code: "code",
      message: "TypeError: Cannot read properties of undefined (reading 'deep')",
      place: { line: 2, column: 17 },
      frames: [
        { cell: "one", label: "cell one", name: "f", line: 2, column: 20 },
        { cell: "two", label: "cell two", line: 2, column: 17 },
        { cell: "two", label: "cell two", name: "", line: 2, column: 7 },
      ],
    });
  });

  test.each([
    [`throw new Error("mine")`, "mine"],
    [`throw new RangeError("far")`, "RangeError: far"],
    [`throw "text"`, "thrown: text"],
    [`throw null`, "thrown: null"],
    [`throw { toString() { throw 1 } }`, "thrown: a value that cannot be shown"],
    [
      `throw Object.defineProperty(new Error("a"), "message", { get() { throw 1 } })`,
      "thrown: a value that cannot be shown",
    ],
    [`const e = new Error("deep"); e.stack = { split: 1 }; throw e`, "deep"],
    [`await Promise.reject(new TypeError("later"))`, "TypeError: later"],
    [`return (`, "SyntaxError: Unexpected token '}'"],
  ])("%s", async (body, message) => {
    expect(await worker().run("one", body)).toMatchObject({ code: "code", message });
  });

  test("of a query stand where the cell asked", async () => {
    const questions = openQuestions((message) => {
      if (message.type !== "query") return;
      questions.refused(message.ask, { code: "sql", message: "no such table: x", place: null, frames: [] });
    });
    const { run } = worker((question) => questions.ask("one", 1, question));
    expect(await run("one", "const a = 1;\nawait sql`from x`;")).toMatchObject({
      code: "sql",
      message: "no such table: x",
      place: { line: 2 },
    });
  });
});

describe("questions to the page", () => {
  test("sql binds its values as literals", async () => {
    const { run, asked } = worker();
    void run(
      "one",
      "sql`select ${1} ${'it\\'s'} ${null} ${true} ${10n} ${new Date(0)} from ${{ identifier: 'a\"b' }} where a in (${[1, 'x']}) and b in (${new Float64Array([1.5])})`; table('or\"ders'); analyse('attrition', { table: 't' })",
    );
    await new Promise((done) => setTimeout(done, 5));
    expect(asked).toEqual([
      {
        type: "query",
        sql: `select 1 'it''s' null true 10 timestamp '1970-01-01 00:00:00.000' from "a""b" where a in (1, 'x') and b in (1.5)`,
      },
      { type: "query", sql: `from "or""ders"` },
      { type: "analyse", id: "attrition", options: `{"table":"t"}` },
    ]);
  });

  test.each([
    ["sql`select ${{ a: 1 }}`", "not a value: Object"],
    ["sql`select ${Promise.resolve(1)}`", "not a value: a Promise (await it first)"],
    ["sql`select ${() => 1}`", "not a value: function"],
    ["sql`select ${new Date(NaN)}`", "not a value: Invalid Date"],
    ["const a = []; a.push(a); sql`select ${a}`", "not a value: too large a list"],
    ["table(5)", 'table wants a name: table("orders")'],
    ["sql('select 1')", "sql is written as sql`select …`"],
    ["await analyse('a', 10n)", "TypeError: Do not know how to serialize a BigInt"],
  ])("%s is refused before anything is asked", async (body, message) => {
    const { run, asked } = worker();
    expect(await run("one", body)).toMatchObject({ message });
    expect(asked).toEqual([]);
  });
});

test("random gives the same numbers in every run, others in other cells, spread over 0 to 1", async () => {
  const { run, valueOf } = worker();
  const body = `__define({ a: Array.from({ length: 10000 }, random) })`;
  await run("one", body, { defines: ["a"] });
  const first = (await valueOf("a")) as number[];
  await run("one", body, { defines: ["a"] });
  expect(await valueOf("a")).toEqual(first);
  await run("two", body, { defines: ["a"] });
  expect(await valueOf("a")).not.toEqual(first);
  expect(Math.min(...first)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...first)).toBeLessThan(1);
  const mean = first.reduce((sum, value) => sum + value, 0) / first.length;
  // Four standard errors of a uniform mean.
  expect(Math.abs(mean - 0.5)).toBeLessThan(4 / Math.sqrt(12 * first.length));
});
