import { csvParse } from "d3";
import { describe, expect, test } from "vitest";
import { linearShares } from "../../../src/analyses/stats/shapley-linear";
import { logisticShares } from "../../../src/analyses/stats/shapley-logistic";
import { isShared, sharedJson, sharedText } from "../../reference/shared-data";
import { swiss } from "./swiss";

const logisticTruth = "spec/reference/03_logistic.json";
const pipeline = "spec/reference/10_pas_synthetic.json";
const accounts = "spec/reference/data/pas_synthetic.csv";

describe.skipIf(!isShared(logisticTruth))("reference 03, from R", () => {
  test("swiss: first, LMG and last", () => {
    const { lmg_swiss: truth } = sharedJson<{
      lmg_swiss: { r2: number; lmg: number[]; first: number[]; last: number[] };
    }>(logisticTruth);
    const shares = linearShares(
      swiss.map(([y, ...values]) => ({ y: y!, values, n: 1 })),
      [[0], [1], [2], [3], [4]],
    );
    if (!shares.ok) throw new Error(shares.why);
    near(shares.whole, truth.r2);
    shares.levers.forEach((lever, i) => {
      near(lever.shapley, truth.lmg[i]!);
      near(lever.first, truth.first[i]!);
      near(lever.last, truth.last[i]!);
    });
  });
});

describe.skipIf(!isShared(pipeline) || !isShared(accounts))("reference 10, from R", () => {
  test("shares of McFadden's R² of six levers", () => {
    const { shapley: truth } = sharedJson<{
      shapley: Record<"shapley" | "first" | "last", number[]> & { r2_full: number };
    }>(pipeline);
    const patterns = csvParse(sharedText(accounts)).map((row) => ({
      values: [
        1,
        Number(Number(row.reach_pct) >= 25),
        Number(Number(row.nps_surveys) >= 1),
        Number(Number(row.integrations) >= 2),
        Number(Number(row.checklists) >= 2),
        Number(Number(row.logins_wk) >= 3),
        Number(Number(row.support_calls) >= 1),
      ],
      x: Number(row.retained_365),
      n: 1,
    }));
    const shares = found(logisticShares({ patterns, levers: [[1], [2], [3], [4], [5], [6]] }));
    near(shares.whole, truth.r2_full);
    shares.levers.forEach((lever, i) => {
      near(lever.shapley, truth.shapley[i]!);
      near(lever.first, truth.first[i]!);
      near(lever.last, truth.last[i]!);
    });
  });
});

/** An intercept, a control of three values, levers that go together. */
function found<T extends { ok: boolean }>(shares: T): Extract<T, { ok: true }> {
  if (!shares.ok) throw new Error(`no shares: ${JSON.stringify(shares)}`);
  return shares as Extract<T, { ok: true }>;
}

/** R's glm stops at a relative change of deviance of 1e-8, and a share of 4e-4 is a difference of two deviances. */
function near(value: number, expected: number) {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-9);
}
