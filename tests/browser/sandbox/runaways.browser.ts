import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openSandboxSheet, run } from "./open-sheet";
import type { OpenSheet } from "../open-sheet";

/** Code that does not end by itself, or sends without end. */
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

const runaways = {
  "an endless loop": `while (true);`,
  "endless microtasks": `while (true) await 0;`,
  "a wait that never ends": `await new Promise(() => {});`,
  "a catastrophic pattern": `/^(a+)+$/.test("a".repeat(50) + "b");`,
  "a huge sort": `Array.from({ length: 3e7 }, (_, i) => (i * 7919) % 1000003).sort((a, b) => Math.sin(a) - Math.sin(b));`,
  "a JSON bomb": `const text = JSON.stringify(Array(1e6).fill({ a: [1, 2, 3] })); const all = []; while (true) all.push(JSON.parse(text));`,
  "a memory bomb": `const all = []; while (true) all.push(new Array(1e6).fill(all.length));`,
  "a memory bomb of buffers": `const all = []; while (true) all.push(new Float64Array(1e6).fill(1));`,
  "a memory bomb that pauses": `const all = []; while (true) { all.push(new Array(1e6).fill(1)); await new Promise((done) => setTimeout(done)); }`,
  "a flood of console lines": `while (true) console.log("again", { a: [1, 2, 3] });`,
  "a flood that lets others work": `while (true) { for (let i = 0; i < 1000; i++) console.log(i); await new Promise((done) => setTimeout(done)); }`,
  "a flood of displays": `while (true) { display([1, 2, 3]); await 0; }`,
  "a flood of changes": `const node = html\`<p>0</p>\`; display(node); while (true) { for (let i = 0; i < 1e5; i++) node.textContent = i; await new Promise((done) => setTimeout(done)); }`,
  "a flood of questions": `while (true) { for (let i = 0; i < 1000; i++) analyse("x", { i }).catch(() => {}); await new Promise((done) => setTimeout(done)); }`,
  "an endless loop in a chart": `Plot.plot({ marks: [Plot.dot([1], { x: () => { while (true); } })] });`,
  "a trap in a returned value": `__result(new Proxy({}, { get() { while (true); }, ownKeys() { while (true); } }));`,
};

describe("stopped within a second, and the next run works:", () => {
  test.each(Object.entries(runaways))("%s", async (name, body) => {
    // A bomb, a flood and a sort grow with the time they have; a loop is the same loop after half a second.
    const stopAfterMs = /bomb|flood|sort/.test(name) ? 1500 : 500;
    await run(page, { cell: "before", body: `__define({ kept: 1 })`, defines: ["kept"] });
    const gaps = page.evaluate(longestGap, stopAfterMs + 300);
    const ended = await run(page, { cell: "runaway", body, stopAfterMs });
    expect(ended.error?.code).toBe("stopped");
    expect(ended.stopMs).toBeLessThan(1000);
    const begun = Date.now();
    const next = await run(page, { cell: "next", body: `__define({ two: 1 + 1 })`, defines: ["two"] });
    expect(next.defined).toEqual([{ name: "two", description: "number" }]);
    expect(Date.now() - begun).toBeLessThan(3000);
    expect(await page.evaluate(() => window.sheet.lost)).toEqual(["stopped"]);
    // The page itself was never busy for long, and never got more than it can show.
    expect(await gaps).toBeLessThan(500);
    expect(await page.evaluate(() => window.sheet.parts.length)).toBeLessThanOrEqual(10_010);
  });
});

/** The longest time in which the page came to nothing else. */
async function longestGap(forMs: number): Promise<number> {
  let longest = 0;
  let last = performance.now();
  for (const end = last + forMs; last < end;) {
    await new Promise((done) => setTimeout(done, 10));
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }
  return longest;
}

test("a cell that ended and then keeps the worker busy is found out", async () => {
  await run(page, { body: `setTimeout(() => { while (true); }, 50)` });
  await page.waitForFunction(() => window.sheet.lost.length > 0, null, { timeout: 30_000 });
  expect(await page.evaluate(() => window.sheet.lost)).toEqual(["silent"]);
  expect((await run(page, { body: `__result(1)` })).error).toBe(null);
});

test("too much output is cut with a note, and a new run shows again", async () => {
  await run(page, { body: `for (let i = 0; i < 20000; i++) console.log(i)` });
  await page.waitForFunction(() => window.sheet.parts.length > 10_000);
  const last = await page.evaluate(() => window.sheet.parts.at(-1)!.part);
  expect(last).toMatchObject({
    kind: "console",
    level: "warn",
    part: -1,
    values: [{ text: "output cut: more than 10,000 parts in one run" }],
  });
  await run(page, { body: `display("again")` });
  expect(await page.evaluate(() => window.sheet.parts.at(-1)!.part)).toMatchObject({ kind: "value" });
});

test("an older run of a cell has nothing more to say", async () => {
  const slow = page.evaluate(() =>
    window.sheet.run({
      cell: "a",
      body: `await new Promise((done) => setTimeout(done, 300)); display("late"); __define({ x: "late" })`,
      defines: ["x"],
    }),
  );
  const quick = await run(page, {
    cell: "a",
    body: `display("new"); __define({ x: "new" })`,
    defines: ["x"],
  });
  expect(quick.error).toBe(null);
  expect((await slow).error?.code).toBe("stopped");
  await page.waitForTimeout(600);
  const shown = await page.evaluate(() => window.sheet.parts.map(({ part }) => JSON.stringify(part)));
  expect(shown.join()).toContain("new");
  expect(shown.join()).not.toContain("late");
  const reader = { cell: "b", body: `__result(x)`, names: { x: { from: "cell" } } } as const;
  await run(page, reader);
  expect(await page.evaluate(() => JSON.stringify(window.sheet.parts.at(-1)))).toContain("new");
  expect(await page.evaluate(() => window.sheet.lost)).toEqual([]);
});
