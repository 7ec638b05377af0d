import { describe, expect, test } from "vitest";
import { anyActivity, type DataSet } from "../../../src/analyses";
import { repeatPurchase } from "../../../src/analyses/repeat-purchase";
import { judge } from "../../../src/analyses/repeat-purchase/judge";
import { shareOf } from "../../../src/analyses/share";
import { isShared, sharedJson, sharedText } from "../../reference/shared-data";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { readSharedLog, sharedLogs } from "../shared-logs";

const database = openedDatabase();

interface Repeat {
  customers: number;
  one_time: { count: number; share: number };
  one_time_rows: { count: number };
  repeat_within_window: {
    window_days: number;
    count: number;
    full_followup_customers: number;
    share_of_full_followup: number;
  };
  last_window: {
    start: string;
    buyers: number;
    repeat_buyers: number;
    returning_buyers: number;
    repeat_share: number;
  };
  km_time_to_second: {
    n: number;
    events: number;
    median: number | null;
    at: { time: number; surv: number; se: number; ci_loglog: [number, number] }[];
  };
}

function cdnow(): Promise<DataSet> {
  const { roles } = sharedLogs.cdnow;
  return readSharedLog(database(), sharedLogs.cdnow, { roles: { ...roles, amount: "dollars" } });
}

function shop(): Promise<DataSet> {
  const rule = { ...anyActivity, form: "listed" as const, events: ["purchase"] };
  return readSharedLog(database(), sharedLogs.shop, { rule });
}

/** The references give twelve digits. */
function expectNear(value: number | null | undefined, expected: number) {
  expect(Math.abs(value! - expected)).toBeLessThan(1e-10);
}

const logs = [
  { folder: "cdnow-sample", key: "repeat", data: cdnow, given: { window: 365, recent: 365 } },
  // The reference counts the last, half-told day too.
  {
    folder: "rete-ecom",
    key: "repeat_purchase",
    data: shop,
    given: { window: 90, recent: 90, asOf: "2024-06-30" },
  },
];

describe.each(logs)("$folder", ({ folder, key, data, given }) => {
  test.skipIf(!isShared(`data/${folder}`))("counts and curve equal the reference", async () => {
    const reference = sharedJson<Record<string, Repeat>>(`data/${folder}/reference.json`)[key]!;
    const { result } = await run(database(), repeatPurchase, await data(), given);
    const { repeat_within_window: within, last_window: last, km_time_to_second: km } = reference;
    const totals = result.days.reduce(
      (sum, { boughtAgain, notYet }) => [sum[0]! + boughtAgain, sum[1]! + notYet],
      [0, 0],
    );
    expect(totals).toEqual([km.events, reference.one_time.count]);
    expect(result.firstDays.share.n).toBe(km.events);
    expect(result.window).toBe(within.window_days);
    expect(result.readings.cohort.n).toBe(within.full_followup_customers);
    expectNear(result.readings.cohort.rate, within.share_of_full_followup);
    expect(result.recentFrom).toBe(last.start);
    expect(result.readings.stock).toMatchObject({ n: last.buyers, x: last.repeat_buyers });
    expect(result.readings.returning).toMatchObject({ n: last.buyers, x: last.returning_buyers });
    expectNear(result.readings.stock.rate, last.repeat_share);
    expect(result.median.days).toBe(km.median);
    for (const { time, surv, ci_loglog } of km.at) {
      const before = result.days.filter(({ days }) => days <= time).at(-1)!;
      expectNear(before.share, 1 - surv);
      expectNear(before.interval![0], 1 - ci_loglog[1]);
      expectNear(before.interval![1], 1 - ci_loglog[0]);
    }
  });
});

test.skipIf(!isShared("data/cdnow-sample"))(
  "every step of cdnow's curve equals km_second_purchase.csv",
  async () => {
    const { result } = await run(database(), repeatPurchase, await cdnow());
    const lines = sharedText("data/cdnow-sample/km_second_purchase.csv").trim().split("\n").slice(1);
    const expected = lines.map((line) => line.split(",").map(Number));
    const steps = result.days.filter(({ boughtAgain }) => boughtAgain > 0);
    expect(steps).toHaveLength(expected.length);
    steps.forEach((step, i) => {
      const [time, atRisk, events, survival] = expected[i]!;
      expect([step.days, step.atRisk, step.boughtAgain]).toEqual([time, atRisk, events]);
      expectNear(step.share, 1 - survival!);
    });
  },
);

test.skipIf(!isShared("data/cdnow-sample"))(
  "in the calibration period 1,411 of 2,357 did not come back",
  async () => {
    const { result } = await run(database(), repeatPurchase, await cdnow(), { asOf: "1997-10-01" });
    const waiting = result.days.reduce((sum, { notYet }) => sum + notYet, 0);
    expect([waiting, result.firstDays.share.n + waiting]).toEqual([1411, 2357]);
  },
);

test.skipIf(!isShared("data/cdnow-sample"))("rows as orders: 1,205 have one row", async () => {
  const reference = sharedJson<{ repeat: Repeat }>("data/cdnow-sample/reference.json").repeat;
  const { result } = await run(database(), repeatPurchase, await cdnow(), { purchase: "orders" });
  expect(result.days.reduce((sum, { notYet }) => sum + notYet, 0)).toBe(reference.one_time_rows.count);
});

interface Threshold {
  x: number;
  n: number;
  wilson: [number, number];
  verdict: string;
}

test.skipIf(!isShared("spec/reference"))("against 20 %: 07, repeat_vs_20pct", () => {
  const { repeat_vs_20pct: rows } = sharedJson<{ repeat_vs_20pct: Threshold[] }>(
    "spec/reference/07_seed_and_definitions.json",
  );
  expect(rows.length).toBeGreaterThan(5);
  for (const { x, n, wilson, verdict } of rows) {
    const share = shareOf(x, n);
    expectNear(share.interval![0], wilson[0]);
    expectNear(share.interval![1], wilson[1]);
    expect(judge(share, 0.2)).toBe(verdict);
  }
});
