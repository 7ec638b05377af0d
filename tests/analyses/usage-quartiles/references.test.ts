import { describe, expect, test } from "vitest";
import { usageQuartiles } from "../../../src/analyses/usage-quartiles";
import { armSize } from "../../../src/analyses/usage-quartiles/arm-size";
import type { UsageResult } from "../../../src/analyses/usage-quartiles/result";
import { isShared, sharedJson, sharedText } from "../../reference/shared-data";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";
import { pasTypes } from "../pas-types";
import { telcoTypes } from "../telco-types";

const database = openedDatabase();
/** The references take zeros as usage like any other. */
const together = { mode: "columns", zerosApart: false };

interface Quartiles {
  readonly q1: number;
  readonly q3: number;
  readonly segments: Readonly<
    Record<string, { readonly churned?: number; readonly x?: number; readonly n: number }>
  >;
}

function expectQuartiles({ cuts, segments }: UsageResult, known: Quartiles) {
  expect(cuts!.q1).toBeCloseTo(known.q1, 10);
  expect(cuts!.q3).toBeCloseTo(known.q3, 10);
  expect(segments.map(({ quarter }) => quarter)).toEqual(["bottom", "middle", "top"]);
  for (const { quarter, share } of segments) {
    const { churned, x, n } = known.segments[quarter]!;
    expect({ quarter, x: share.x, n: share.n }).toEqual({ quarter, x: churned ?? x, n });
  }
}

describe.skipIf(!isShared("spec/reference"))("spec/reference", () => {
  test("10_pas_synthetic.json, quartiles_reach: 36.0, 24.9, 15.4 %, trend 33.43", async () => {
    const { quartiles_reach: known } = sharedJson<{
      quartiles_reach: {
        q1: number;
        q3: number;
        trend_chi2: number;
        trend_p: number;
        segments: { seg: string; n: number; churned: number; rate: number; wilson: [number, number] }[];
      };
    }>("spec/reference/10_pas_synthetic.json");
    const csv = sharedText("spec/reference/data/pas_synthetic.csv");
    const data = dataSet("pas", await tableFrom(database(), "pas", csv, pasTypes), {
      customer: "account_id",
      status: "retained_365",
    });
    const { result } = await run(database(), usageQuartiles, data, {
      ...together,
      usage: "reach_pct",
      left: "0",
      by: "size",
    });
    expectQuartiles(result, {
      ...known,
      segments: Object.fromEntries(known.segments.map((one) => [one.seg, one])),
    });
    for (const { quarter, share } of result.segments) {
      const [low, high] = known.segments.find(({ seg }) => seg === quarter)!.wilson;
      expect(share.interval![0]).toBeCloseTo(low, 10);
      expect(share.interval![1]).toBeCloseTo(high, 10);
    }
    expect(result.trend!.chiSquare).toBeCloseTo(known.trend_chi2, 9);
    expect(result.trend!.p / known.trend_p).toBeCloseTo(1, 9);
    expect(result.verdict).toBe("supported");
  });
});

describe.skipIf(!isShared("spec/reference") || !isShared("data/telco"))(
  "05_public_datasets.json, telco",
  () => {
    test.each(["tenure", "MonthlyCharges"])("quartile_%s", async (usage) => {
      const { telco } = sharedJson<{ telco: Readonly<Record<string, Quartiles>> }>(
        "spec/reference/05_public_datasets.json",
      );
      const csv = sharedText("data/telco/Telco-Customer-Churn.csv");
      const data = dataSet("telco", await tableFrom(database(), "telco", csv, telcoTypes), {
        customer: "customerID",
        status: "Churn",
      });
      const { result } = await run(database(), usageQuartiles, data, { ...together, usage, left: "Yes" });
      expectQuartiles(result, telco[`quartile_${usage}`]!);
      expect(result.verdict).toBe(usage === "tenure" ? "supported" : "reversed");
    });
  },
);

describe.skipIf(!isShared("spec/reference") || !isShared("data/cookie-cats"))(
  "05_public_datasets.json, cookie_cats",
  () => {
    test("quartile_rounds_vs_ret7; with its windows told it is refused", async () => {
      const { cookie_cats } = sharedJson<{ cookie_cats: { quartile_rounds_vs_ret7: Quartiles } }>(
        "spec/reference/05_public_datasets.json",
      );
      const csv = sharedText("data/cookie-cats/cookie_cats.csv");
      const columns = await tableFrom(database(), "cookie_cats", csv, {
        userid: "bigint",
        version: "varchar",
        sum_gamerounds: "bigint",
        retention_1: "boolean",
        retention_7: "boolean",
      });
      const data = dataSet("cookie_cats", columns, { customer: "userid", status: "retention_7" });
      const asked = { ...together, usage: "sum_gamerounds", left: "true" };
      expectQuartiles(
        (await run(database(), usageQuartiles, data, asked)).result,
        cookie_cats.quartile_rounds_vs_ret7,
      );
      const { result } = await run(database(), usageQuartiles, data, {
        ...asked,
        usageDays: 14,
        statusDay: 7,
      });
      expect(result).toMatchObject({ refused: "overlap", segments: [], verdict: null });
    });
  },
);

test.skipIf(!isShared("spec/reference"))(
  "01_proportions_tests.json, power_prop: an arm as large as R has it",
  () => {
    const { power_prop } = sharedJson<{
      power_prop: { p1?: number; p2: number; power: number; n_per_group: number }[];
    }>("spec/reference/01_proportions_tests.json");
    for (const { p1, p2, power, n_per_group } of power_prop) {
      if (p1 === undefined) continue;
      // R solves for the size by bisection and stops at 1e-4 of it.
      expect(armSize(p1, p2, power)! / n_per_group).toBeCloseTo(1, 4);
    }
  },
);

test("equal shares need no trial", () => {
  expect(armSize(0.2, 0.2)).toBeNull();
});
