import { describe, expect, test } from "vitest";
import { attrition } from "../../../src/analyses/attrition";
import { mixShift } from "../../../src/analyses/mix-shift";
import { segments } from "../../../src/analyses/segments";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";
import { madeCustomers } from "./made";

const database = openedDatabase();
const march = { start: "2024-03-01", end: "2024-04-01" };

describe("the customers who are divided", () => {
  test.each(["snapshot", "interval", "contracts"])("are those of attrition by %s", async (mode) => {
    const { events, contracts, people } = await madeCustomers(database());
    const data = mode === "contracts" ? contracts : events;
    const whole = await run(database(), attrition, data, { mode, ...march });
    const asked = { mode, people: people.table, byPeople: ["plan", "industry"], ...march };
    const { result } = await run(database(), segments, data, asked, { people });
    expect(result.overall).toEqual(whole.result.attrition);
    for (const { segments: found } of result.dimensions) {
      expect(found.reduce((sum, { share }) => sum + share.n, 0)).toBe(result.overall.n);
      expect(found.reduce((sum, { share }) => sum + share.x, 0)).toBe(result.overall.x);
      for (const { share, rest } of found) {
        expect(share.n + rest.n).toBe(result.overall.n);
        expect(share.x + rest.x).toBe(result.overall.x);
      }
    }
  });

  test("two periods side by side are two attritions, and their parts add up", async () => {
    const { events } = await madeCustomers(database());
    const asked = { compare: "periods", by: "plan", ...march };
    const { result } = await run(database(), mixShift, events, asked);
    const later = await run(database(), attrition, events, march);
    const earlier = await run(database(), attrition, events, { start: "2024-02-01", end: "2024-03-01" });
    expect(result.first).toEqual(later.result.attrition);
    expect(result.second).toEqual(earlier.result.attrition);
    expect(result.earlier).toEqual({ start: "2024-02-01", end: "2024-03-01" });
    const { rateEffect, mixEffect } = result.decomposition!;
    expect(rateEffect + mixEffect).toBeCloseTo(result.crude!.value, 14);
    const parts = result.strata.reduce((sum, one) => sum + one.rateEffect + one.mixEffect, 0);
    expect(parts).toBeCloseTo(result.crude!.value, 14);
  });
});

test("an attribute counts as it was when the period began; later and changed values are told", async () => {
  const columns = await tableFrom(
    database(),
    "plans",
    `customer,day,plan
     a,2024-01-10,pro
     a,2024-02-20,basic
     b,2024-01-11,pro
     c,2024-01-12,
     c,2024-02-05,basic
     d,2024-01-13,basic
     d,2024-02-27,basic
     e,2024-04-01,pro`,
    { customer: "varchar", day: "date", plan: "varchar" },
  );
  const data = dataSet("plans", columns, { customer: "customer", time: "day" });
  const asked = { by: ["plan"], fewest: 1, start: "2024-02-01", end: "2024-03-01" };
  const { result } = await run(database(), segments, data, asked);
  const [plan] = result.dimensions;
  expect(plan).toMatchObject({ late: 1, changed: 1, levels: 2 });
  expect(plan!.segments.map(({ key, share: { x, n } }) => `${key} ${x}/${n}`)).toEqual([
    "=pro 1/2",
    "=basic 0/2",
  ]);
});

test("small levels and all but the largest are put together; numbers with many values make quartile bands", async () => {
  const { people } = await madeCustomers(database());
  const asked = { mode: "status", left: "gone", by: ["industry", "seats"], fewest: 100, most: 2 };
  const { result } = await run(database(), segments, people, asked);
  const [industry, seats] = result.dimensions;
  expect(industry!.segments.map(({ kind }) => kind)).toEqual(["level", "level", "others", "unknown"]);
  expect(industry!.levels).toBe(4);
  expect(seats!.segments.map(({ kind }) => kind)).toEqual(["band", "band", "band", "band"]);
  const [first, second, third, last] = seats!.segments;
  expect(first!.low).toBe(1);
  expect(first!.high!).toBeLessThan(second!.low!);
  expect(second!.high!).toBeLessThan(third!.low!);
  expect(third!.high!).toBeLessThan(last!.low!);
});

test("the column that stands behind a difference is found by itself", async () => {
  const { people } = await madeCustomers(database());
  // Size goes with the plan and with nothing else: among customers with the same plan it tells nothing.
  const asked = { mode: "status", left: "gone", by: ["seats"], most: 3 };
  const { result } = await run(database(), segments, people, asked);
  expect(result.top.length).toBeGreaterThan(0);
  expect(result.heldAgainst).toEqual(["seats", "plan", "industry"]);
  expect(result.reversals.map(({ by }) => by)).toContain("plan");
});
