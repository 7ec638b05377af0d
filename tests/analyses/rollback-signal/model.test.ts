import { expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";
import type { LeverRow } from "../../../src/analyses/levers/design";
import { rollbackSignal } from "../../../src/analyses/rollback-signal";
import { rollbackModel } from "../../../src/analyses/rollback-signal/model";
import { sql, name } from "../../../src/engine";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { madeCustomers } from "../segments/made";
import { expectVerdictFromTables } from "../verdict-numbers";

const database = openedDatabase();

/** Admitted and rejected in 1973, men then women: R's table `UCBAdmissions`, after Bickel et al. (1975), Science 187, 398–404. */
const berkeley: Readonly<Record<string, readonly [number, number, number, number]>> = {
  A: [512, 313, 89, 19],
  B: [353, 207, 17, 8],
  C: [120, 205, 202, 391],
  D: [138, 279, 131, 244],
  E: [53, 138, 94, 299],
  F: [22, 351, 24, 317],
};

const row = (isTop: boolean, segment: string, lost: number, others: number): LeverRow => ({
  values: [0, isTop ? 1 : 0],
  segments: [segment],
  fold: 0,
  customers: lost + others,
  lost,
});

test("Berkeley: of all the odds are about half, of applicants alike in the department they are not", () => {
  const rows = Object.entries(berkeley).flatMap(([department, [men, noMen, women, noWomen]]) => [
    row(false, department, men, noMen),
    row(true, department, women, noWomen),
  ]);
  const told = rollbackModel({ rows, controls: 1 })!;
  // The model of both, by Newton's steps with 40 digits outside of this program.
  expect(Math.log(told.odds!.value)).toBeCloseTo(0.0998700881593496, 9);
  const [low, high] = told.odds!.interval!;
  // A profile interval is nearly, not quite, as wide as that of the standard error.
  expect(Math.log(high / low) / (2 * 1.959964)).toBeCloseTo(0.0808464665323698, 3);
  expect(told.alone!.value).toBeCloseTo((557 * 1493) / (1278 * 1198), 10);
  expect(told).toMatchObject({ customers: 4526, lost: 1755, method: "likelihood", reason: null });
});

test("a group in which nobody left does not make the odds infinite, and it is said", () => {
  const rows = [
    row(false, "x", 0, 40),
    row(true, "x", 12, 30),
    row(false, "y", 0, 30),
    row(true, "y", 9, 21),
  ];
  const told = rollbackModel({ rows, controls: 1 })!;
  expect([told.method, told.reason]).toEqual(["firth", "separated"]);
  expect(told.odds!.value).toBeGreaterThan(1);
  expect(told.odds!.value).toBeLessThan(1000);
  expect(rollbackModel({ rows: [row(true, "x", 0, 9)], controls: 1 })).toBeNull();
});

test("from a table: a model of the customers that the quarters count; strata and model stand side by side", async () => {
  const { people } = await madeCustomers(database());
  const given = {
    mode: "columns",
    usage: "reports",
    left: "gone",
    by: "plan",
    controls: ["plan", "industry", "seats"],
  };
  const { result, request } = await run(database(), rollbackSignal, people, given);
  const { regression } = result;
  expect(regression!.controls).toEqual(["plan", "industry", "seats"]);
  expect(regression!.banded).toEqual(["seats"]);
  const users = result.segments.filter(({ quarter }) => quarter !== "none");
  expect(regression!.customers).toBe(users.reduce((sum, { share }) => sum + share.n, 0));
  expect(regression!.lost).toBe(users.reduce((sum, { share }) => sum + share.x, 0));
  const { tables, definition } = rollbackSignal.report(result, request, languageOf("en"));
  const odds = tables.find(({ id }) => id === "odds")!;
  expect(odds.rows).toHaveLength(3);
  // Without controls the model with three quarters is the odds of the table itself.
  const [bottom, top] = ["bottom", "top"].map((one) => users.find(({ quarter }) => quarter === one)!.share);
  const oddsOf = ({ x, n }: { x: number; n: number }) => x / (n - x);
  if (regression!.method === "likelihood")
    expect(regression!.alone!.value).toBeCloseTo(oddsOf(top!) / oddsOf(bottom!), 8);
  expect(definition).toContain("alike all at once in plan, industry, and seats");
  expectVerdictFromTables(rollbackSignal, request, result);
  // Customers in another order are the same customers.
  await database().query(sql`
    create or replace table ${name(people.table)} as select * from ${name(people.table)} order by hash(customer)`);
  const again = await run(database(), rollbackSignal, people, given);
  expect(again.result.regression).toEqual(regression);
});
