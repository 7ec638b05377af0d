import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openSandboxSheet, run } from "./open-sheet";
import type { OpenSheet } from "../open-sheet";

/** Everything a page asks of the sandbox, with the real frame, worker and DuckDB. */
let sheet: OpenSheet;
let page: Page;

beforeAll(async () => {
  sheet = await openSandboxSheet();
});
afterAll(async () => {
  await sheet?.close();
});
beforeEach(async () => {
  await page?.close();
  page = await sheet.newPage();
});

const shown = () => page.evaluate(() => window.sheet.parts.map(({ part }) => part));

test("nothing is loaded before the first run", async () => {
  expect(page.frames()).toHaveLength(1);
  const loaded = () =>
    page.evaluate(
      () => performance.getEntriesByType("resource").filter(({ name }) => /sandbox-/.test(name)).length,
    );
  expect(await loaded()).toBe(0);
  expect((await run(page, { body: `__result(1)` })).error).toBe(null);
  expect(page.frames()).toHaveLength(2);
  expect(await loaded()).toBe(1);
});

test("rows of DuckDB are a table in code; rows of code go back as Arrow", async () => {
  await page.evaluate(() =>
    window.sheet.put("orders", "select i::bigint as id, i / 4 as amount from range(1000) t(i)"),
  );
  const { error } = await run(page, {
    body: `__define({ rows: Array.from(orders, ({ id, amount }) => ({ id, twice: amount * 2 })) })`,
    defines: ["rows"],
    names: { orders: { from: "table", key: "orders 1" } },
  });
  expect(error).toBe(null);
  const back = await page.evaluate(async () => {
    const { rowCount, ipcStream } = await window.sheet.sandbox.relationOf({ name: "rows" });
    return [rowCount, ipcStream.length > 1000];
  });
  expect(back).toEqual([1000, true]);
  expect(await page.evaluate(() => window.sheet.sandbox.hasTable("orders 1"))).toBe(true);
  const refused = page.evaluate(() => window.sheet.sandbox.relationOf({ name: "nothing" }));
  await expect(refused).rejects.toThrow("not defined yet: nothing");
});

test("sql in code asks DuckDB, and its error stands on the cell's line", async () => {
  await run(page, { body: `const t = await sql\`select \${20} + 22 as n\`;\n__result(t.get(0).n)` });
  expect((await shown()).at(-1)).toMatchObject({ kind: "value", value: { text: "42" } });
  const { error } = await run(page, { body: `const a = 1;\n  await sql\`select nothing\`` });
  expect(error).toMatchObject({ code: "sql", place: { line: 2 } });
  expect(error?.message).toContain("nothing");
});

test("values of expressions come as plain data", async () => {
  await run(page, { body: `__define({ a: 2 })`, defines: ["a"] });
  const values = await page.evaluate(() =>
    window.sheet.sandbox.evaluate(
      [
        { body: "return (a * day.getUTCFullYear())", reads: ["a", "day"] },
        { body: "return ([a, 'x', null, new Date(0)])", reads: ["a"] },
      ],
      { a: { from: "cell" }, day: { from: "plain", value: { date: 0, isDay: true } } },
    ),
  );
  expect(values).toEqual([3940, [2, "x", null, { date: 0, isDay: false }]]);
  const refused = page.evaluate(() =>
    window.sheet.sandbox.evaluate([{ body: "return (() => 1)", reads: [] }], {}),
  );
  await expect(refused).rejects.toThrow("not a value: function");
});

test("a view tells of its value, and listeners answer what a person does", async () => {
  const body = `const n = __view("n", html\`<input type=range min=0 max=9 value=3>\`); __define({ n })`;
  await run(page, { cell: "in", body, defines: ["n"] });
  const tree = (await shown()).find((part) => part.kind === "tree");
  const node = JSON.stringify(tree).match(/"id":(\d+),"space":"html","tag":"input"/)![1];
  await page.evaluate(
    ([part, id]) =>
      window.sheet.sandbox.dispatch("in", { part: part!, node: id!, type: "input", value: "7" }),
    [tree!.part, Number(node)],
  );
  await expect.poll(() => page.evaluate(() => window.sheet.changes)).toEqual([{ cell: "in", name: "n" }]);
  await run(page, { cell: "out", body: `__result(n)`, names: { n: { from: "cell" } } });
  expect((await shown()).at(-1)).toMatchObject({ value: { text: "7" } });
});

test("a long list is cut and can be asked for", async () => {
  await run(page, { cell: "a", body: `__result(Array.from({ length: 1000 }, (_, i) => i))` });
  const part = (await shown()).at(-1)!;
  if (part.kind !== "value" || !("ref" in part.value) || part.value.ref === null) throw new Error("not cut");
  const more = await page.evaluate((ref) => window.sheet.sandbox.expand("a", ref), part.value.ref);
  expect("entries" in more && more.entries.length).toBeGreaterThan(part.value.entries.length);
  await expect(page.evaluate(() => window.sheet.sandbox.expand("a", 99999))).rejects.toThrow();
});

test("a restart forgets every value and ends who waits; what is closed stays closed", async () => {
  await run(page, { body: `__define({ a: 1 })`, defines: ["a"] });
  await page.evaluate(() => window.sheet.put("t", "select 1 as a"));
  const waits = run(page, { cell: "waits", body: `await new Promise(() => {})` });
  await page.waitForTimeout(100);
  const [before, after, holds] = await page.evaluate(() => {
    const { sandbox } = window.sheet;
    const first = sandbox.generation;
    sandbox.restart();
    return [first, sandbox.generation, sandbox.hasTable("t 1")];
  });
  expect([before, after, holds]).toEqual([0, 1, false]);
  expect((await waits).error).toMatchObject({ code: "stopped" });
  expect(await page.evaluate(() => window.sheet.lost)).toEqual(["restart"]);
  const { error } = await run(page, { cell: "b", body: `__result(a)`, names: { a: { from: "cell" } } });
  expect(error?.message).toBe("not defined yet: a");
  // The frame of before is gone.
  await expect.poll(() => page.frames().length).toBe(2);
  await page.evaluate(() => window.sheet.sandbox.close());
  await expect.poll(() => page.frames().length).toBe(1);
  expect((await run(page, { body: `__result(1)` })).error).toMatchObject({ code: "stopped" });
});

test("a program that cannot be loaded is said, and tried again the next time", async () => {
  await page.route(/sandbox-runtime/, (route) => route.abort());
  expect((await run(page, { body: `__result(1)` })).error).toMatchObject({ code: "no-engine" });
  await page.unroute(/sandbox-runtime/);
  expect((await run(page, { body: `__result(1)` })).error).toBe(null);
});
