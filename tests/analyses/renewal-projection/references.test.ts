import { describe, expect, test } from "vitest";
import { renewalProjection } from "../../../src/analyses/renewal-projection";
import { isShared, sharedJson } from "../../reference/shared-data";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();
const types = { segment: "varchar", year: "integer", share: "double" };

interface Fitted {
  calibration_years: number;
  alpha: number;
  beta: number;
  loglik: number;
  projected_survival_pct: number[];
  implied_retention: number[];
  mape_holdout: number;
}

/** Per cent of the customers at the start, as Fader & Hardie (2007) print them. */
const percent = {
  high_end: [100, 86.9, 74.3, 65.3, 59.3, 55.1, 51.7, 49.1, 46.8, 44.5, 42.7, 40.9, 39.4],
  regular: [100, 63.1, 46.8, 38.2, 32.6, 28.9, 26.2, 24.1, 22.3, 20.7, 19.4, 18.3, 17.3],
};

const columns = { mode: "columns", survivors: "share", renewal: "year", atStart: 1000, ahead: 1 };

async function projected(
  segments: readonly (keyof typeof percent)[],
  given: Readonly<Record<string, unknown>> = {},
) {
  const lines = segments.flatMap((segment) =>
    percent[segment].map((share, year) => `${segment},${year},${share}`),
  );
  const table = await tableFrom(database(), "sheet", ["segment,year,share", ...lines].join("\n"), types);
  return run(database(), renewalProjection, dataSet("sheet", table, {}), { ...columns, ...given });
}

/** The reference's optimiser stops sooner: its likelihood is the same to 1e-9. */
function expectClose(found: number, expected: number, relative = 1e-6) {
  expect(Math.abs(found / expected - 1)).toBeLessThan(relative);
}

const cases = [
  ["high_end", "high_end_7yr"],
  ["regular", "regular_7yr"],
  ["high_end", "high_end_4yr"],
  ["regular", "regular_4yr"],
] as const;

describe.skipIf(!isShared("spec/reference"))("04_btyd.json, sbg", () => {
  test.each(cases)("%s: %s", async (segment, key) => {
    const reference = sharedJson<{ sbg: Record<string, Fitted> }>("spec/reference/04_btyd.json").sbg[key]!;
    const { result } = await projected([segment], { fitTo: reference.calibration_years });
    if (!result.fit.ok) throw new Error("no fit");
    expectClose(result.fit.alpha, reference.alpha);
    expectClose(result.fit.beta, reference.beta);
    expectClose(result.fit.logLikelihood, reference.loglik, 1e-9);
    reference.projected_survival_pct.forEach((share, t) =>
      expectClose(result.points[t]!.survival * 100, share),
    );
    reference.implied_retention.forEach((rate, t) => expectClose(result.points[t + 1]!.retention!, rate));
    expectClose(result.held!.error, reference.mape_holdout, 1e-4);
    expect(result.held!.renewals).toBe(12 - reference.calibration_years);
    result.renewals.forEach(({ survival }, i) =>
      expectClose(survival * 100, percent[segment][i + 1]!, 1e-12),
    );
  });
});

test.skipIf(!isShared("data/sbg-fader-hardie"))(
  "what is still to come: sbg-fader-hardie/reference.json",
  async () => {
    const reference = sharedJson<Record<"high_end" | "regular", { derl: { m6: number; m7: number } }>>(
      "data/sbg-fader-hardie/reference.json",
    );
    for (const segment of ["high_end", "regular"] as const) {
      const { result } = await projected([segment], { fitTo: 7, discount: 0.1 });
      for (const [renewal, terms] of [
        [6, reference[segment].derl.m6],
        [7, reference[segment].derl.m7],
      ] as const)
        expectClose(result.lifetimes.find((one) => one.renewal === renewal)!.terms, terms);
    }
  },
);

test("two segments in one projection are told to differ", async () => {
  const { result } = await projected(["high_end", "regular"], { cohort: "segment" });
  expect(result.cohorts.map(({ cohort, customers }) => [cohort, customers])).toEqual([
    ["high_end", 1000],
    ["regular", 1000],
  ]);
  expect(result.alike!.p).toBeLessThan(1e-9);
});
