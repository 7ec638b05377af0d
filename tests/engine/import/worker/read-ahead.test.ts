import { expect, test } from "vitest";
import { readAhead } from "../../../../src/engine/import/worker/read-ahead";

/** Parts that each take a while of reckoning, and what has happened so far. */
function counted(count: number, fails = false) {
  const log: string[] = [];
  async function* parts() {
    for (let part = 1; part <= count; part++) {
      log.push(`begins ${part}`);
      await Promise.resolve();
      yield part;
    }
    if (fails) throw new Error("torn page");
  }
  return { log, parts: parts() };
}

const aWhile = () => new Promise((done) => setTimeout(done, 20));

test("whoever waits has a part before the next one is begun", async () => {
  const { log, parts } = counted(3);
  const next = readAhead(parts, 2);
  const first = await next();
  log.push("has 1");
  expect(first).toEqual({ done: false, value: 1 });
  await aWhile();
  expect(log).toEqual(["begins 1", "has 1", "begins 2", "begins 3"]);
  expect([await next(), await next(), await next(), await next()]).toEqual([
    { done: false, value: 2 },
    { done: false, value: 3 },
    { done: true, value: undefined },
    { done: true, value: undefined },
  ]);
});

test("no more wait in memory than they may", async () => {
  const { log, parts } = counted(10);
  const next = readAhead(parts, 2);
  await next();
  await aWhile();
  expect(log).toHaveLength(3);
  await next();
  await aWhile();
  expect(log).toHaveLength(4);
});

test("what fails ahead fails when it is asked for, and the parts before it do not", async () => {
  const { parts } = counted(2, true);
  const next = readAhead(parts, 5);
  expect((await next()).value).toBe(1);
  await aWhile();
  expect((await next()).value).toBe(2);
  await expect(next()).rejects.toThrow("torn page");
  expect((await next()).done).toBe(true);
});

test("several may wait at once, and none of them for ever", async () => {
  const { parts } = counted(2);
  const next = readAhead(parts, 1);
  const all = await Promise.all([next(), next(), next(), next()]);
  expect(all.map(({ value }) => value)).toEqual([1, 2, undefined, undefined]);
});
