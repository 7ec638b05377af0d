import { expect, test } from "vitest";
import { languageOf, readParams } from "../../../src/analyses";
import { rollbackSignal } from "../../../src/analyses/rollback-signal";
import { neededOf } from "../../../src/analyses/rollback-signal/needed";
import { rollbackParams } from "../../../src/analyses/rollback-signal/params";
import { powerOf } from "../../../src/analyses/stats/power";
import { usageOf } from "../../charts/fixtures/usage-quartiles";
import { run } from "../ask";
import { madeTest } from "../ab-test/made";
import { openedDatabase } from "../opened-database";
import { dataSet } from "../table-from";
import { expectVerdictFromTables } from "../verdict-numbers";
import { usageQuartiles } from "../../../src/analyses/usage-quartiles";

const database = openedDatabase();
const request = { data: dataSet("log", [], {}), params: readParams(rollbackParams, {}).values };
// The spec's own example: 31 % against 22 %.
const signal = usageOf([null, [220, 1000], [520, 2000], [310, 1000]]);

test("the size asked for shows the difference four times in five, and one customer less does not", () => {
  const needed = neededOf(signal);
  expect(needed.map(({ basis }) => basis)).toEqual(["seen", "least"]);
  for (const { difference, perArm } of needed) {
    expect(powerOf(0.31, 0.31 - difference, perArm)).toBeGreaterThanOrEqual(0.8);
    expect(powerOf(0.31, 0.31 - difference, perArm - 1)).toBeLessThan(0.8);
  }
  expect(needed[0]!.difference).toBeCloseTo(0.09, 12);
  // The least difference needs more than the one that was seen.
  expect(needed[1]!.perArm).toBeGreaterThan(needed[0]!.perArm);
});

test("a signal is a reason to test, never an order; its numbers are those of the tables", () => {
  expect(signal.verdict).toBe("reversed");
  const { verdict, tables } = rollbackSignal.report(signal, request, languageOf("en"));
  expect(verdict.sentence).toContain("31% left, in the bottom quarter 22%");
  expect(verdict.sentence).toContain("no proof");
  expect(verdict.next).toMatch(/by lot/);
  expect(tables[0]!.id).toBe("needed");
  expectVerdictFromTables(rollbackSignal, request, signal);
});

test("who uses more and leaves less gives no signal, and nothing is asked for", () => {
  const kept = usageOf([null, [310, 1000], [520, 2000], [220, 1000]]);
  const { verdict, tables } = rollbackSignal.report(kept, request, languageOf("en"));
  expect(verdict.sentence).toMatch(/^There is no signal/);
  expect(tables.map(({ id }) => id)).not.toContain("needed");
  expect(neededOf(kept)).toEqual([]);
});

test("it counts as usage and leaving does", async () => {
  const { log } = await madeTest(database());
  const given = { observeDays: 10, outcomeDays: 10 };
  const [one, other] = [
    await run(database(), rollbackSignal, log, given),
    await run(database(), usageQuartiles, log, given),
  ];
  expect(one.result).toEqual(other.result);
});
