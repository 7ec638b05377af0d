import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mixShift } from "../../../src/analyses/mix-shift";
import { earlierPeriod } from "../../../src/analyses/mix-shift/earlier-period";
import { overlappingDifference } from "../../../src/analyses/mix-shift/overlapping";
import { reversalOf } from "../../../src/analyses/mix-shift/reversal";
import { newcombe } from "../../../src/analyses/stats/newcombe";
import { isShared, sharedJson, sharedText } from "../../reference/shared-data";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";
import { pasTypes } from "../pas-types";

const database = openedDatabase();

describe("the earlier period", () => {
  test("has as many whole months, or as many days", () => {
    expect(earlierPeriod({ start: "2024-03-01", end: "2024-04-01" }, "auto")).toEqual({
      start: "2024-02-01",
      end: "2024-03-01",
    });
    expect(earlierPeriod({ start: "2024-01-01", end: "2024-04-01" }, "auto").start).toBe("2023-10-01");
    expect(earlierPeriod({ start: "2024-03-04", end: "2024-03-11" }, "auto")).toEqual({
      start: "2024-02-26",
      end: "2024-03-04",
    });
    expect(earlierPeriod({ start: "2024-03-01", end: "2024-04-01" }, "2023-03-01").end).toBe("2023-04-01");
    expect(earlierPeriod({ start: "2024-03-15", end: "2024-04-15" }, "2023-03-15").end).toBe("2023-04-15");
    expect(earlierPeriod({ start: "2024-03-01", end: "2024-04-01" }, "2024-01-31").end).toBe("2024-02-29");
  });
});

describe("shares of overlapping sets", () => {
  const sets = fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 300 })).chain(([n, m]) =>
    fc.record({
      a: fc.integer({ min: 0, max: n }).map((x) => ({ x, n })),
      b: fc.integer({ min: 0, max: m }).map((x) => ({ x, n: m })),
    }),
  );

  test("without anybody in both it is Newcombe's method 10", () => {
    fc.assert(
      fc.property(sets, ({ a, b }) => {
        const apart = overlappingDifference(a, b, { n: 0, a: 0, b: 0, both: 0 })!;
        expect(apart).toEqual(newcombe(a, b));
      }),
      { seed: 21 },
    );
  });

  test("the interval holds the difference; the same set twice differs by nothing", () => {
    fc.assert(
      fc.property(sets, ({ a }) => {
        const same = overlappingDifference(a, a, { n: a.n, a: a.x, b: a.x, both: a.x })!;
        expect(same.difference).toBe(0);
        if (a.x > 0 && a.x < a.n) {
          const [p, reach] = [a.x / a.n, same.interval[1]];
          // Fully correlated: what is left is how lopsided the Wilson interval is.
          expect(same.interval[0]).toBeLessThanOrEqual(0);
          expect(reach).toBeLessThan(newcombe(a, a)!.interval[1]);
          // The root of a difference that is 0 but for its last bit.
          expect(reach).toBeLessThanOrEqual(Math.abs(1 - 2 * p) + 1e-7);
        }
      }),
      { seed: 22 },
    );
  });

  test("no base, no interval", () => {
    expect(overlappingDifference({ x: 0, n: 0 }, { x: 1, n: 2 }, { n: 0, a: 0, b: 0, both: 0 })).toBeNull();
  });
});

describe("when a difference turns", () => {
  const stratum = (x: number, n: number, y: number, m: number) => ({ a: { x, n }, b: { x: y, n: m } });

  test("a column that does not go with the groups changes nothing", () => {
    expect(reversalOf([stratum(40, 100, 20, 100), stratum(20, 100, 10, 100)])).toBeNull();
  });

  test("sign and size; two differences that may be chance contradict nothing", () => {
    const turned = (k: number) => [
      stratum(90 * k, 100 * k, 790 * k, 900 * k),
      stratum(270 * k, 900 * k, 25 * k, 100 * k),
    ];
    expect(reversalOf(turned(10))?.kind).toBe("reversed");
    // The same with fewer customers: the turned difference may be none.
    expect(reversalOf(turned(1))?.kind).toBe("vanished");
    expect(reversalOf([stratum(9, 10, 17, 18), stratum(5, 18, 3, 10)])).toBeNull();
    expect(reversalOf([stratum(400, 500, 70, 100), stratum(20, 100, 60, 500)])?.kind).toBe("smaller");
    expect(reversalOf([])).toBeNull();
  });
});

test.skipIf(!isShared("spec/reference"))(
  "10_pas_synthetic.json, simpson_calls: who is called stays less, and within risk bands more",
  async () => {
    const { simpson_calls: known } = sharedJson<{
      simpson_calls: {
        crude_or: number;
        mh_or: number;
        mh_ci: [number, number];
        strata: { band: string; with_calls: [number, number]; without: [number, number] }[];
      };
    }>("spec/reference/10_pas_synthetic.json");
    const csv = sharedText("spec/reference/data/pas_synthetic.csv");
    const data = dataSet("pas", await tableFrom(database(), "pas", csv, pasTypes), {
      customer: "account_id",
      status: "retained_365",
    });
    const { result } = await run(database(), mixShift, data, {
      mode: "status",
      left: "1",
      group: "support_calls",
      second: "0",
      by: "risk_band",
    });
    for (const { level, first, second } of result.strata) {
      const one = known.strata.find(({ band }) => band === level)!;
      expect([first.x, first.n, second.x, second.n]).toEqual([...one.with_calls, ...one.without]);
    }
    expect(result.crudeOdds).toBeCloseTo(known.crude_or, 10);
    expect(result.commonOdds!.value).toBeCloseTo(known.mh_or, 10);
    expect(result.commonOdds!.interval![0]).toBeCloseTo(known.mh_ci[0], 10);
    expect(result.commonOdds!.interval![1]).toBeCloseTo(known.mh_ci[1], 10);
    // The odds ratio turns from 0.70 to 1.24, and its interval holds 1.
    expect(result.reversal).toBe("vanished");
  },
);
