import { describe, expect, test } from "vitest";
import { alwaysValid } from "../../../src/analyses/stats/always-valid";
import { clusterDifference, type Account } from "../../../src/analyses/stats/cluster-difference";
import { homogeneity } from "../../../src/analyses/stats/homogeneity";
import { newcombe } from "../../../src/analyses/stats/newcombe";
import { srm } from "../../../src/analyses/stats/srm";
import { isShared, sharedJson } from "../../reference/shared-data";

interface Truth {
  n_A: number;
  n_B: number;
  x_A: number;
  x_B: number;
  difference: number;
  p: number;
  ci95_newcombe: [number, number];
  se_unpooled: number;
}
const file = "data/cookie-cats/reference.json";

describe.skipIf(!isShared(file))("Cookie Cats, gate at level 30 or 40, from statsmodels", () => {
  const truth = isShared(file)
    ? sharedJson<{ retention_1: Truth; retention_7: Truth; srm: { chi2: number; p: number } }>(file)
    : null;

  test("the split: no alarm at .001, one at .01", () => {
    const split = srm([44700, 45489]);
    if (!split.ok) throw new Error(split.why);
    // The file has twelve digits.
    expect(split.chiSquare / truth!.srm.chi2).toBeCloseTo(1, 11);
    expect(split.p / truth!.srm.p).toBeCloseTo(1, 11);
    expect(split.p > 0.001 && split.p < 0.01).toBe(true);
  });

  test.each(["retention_1", "retention_7"] as const)("%s: difference, interval, p", (name) => {
    const { n_A, n_B, x_A, x_B, ...want } = truth![name];
    const { difference, interval } = newcombe({ x: x_B, n: n_B }, { x: x_A, n: n_A })!;
    expect(difference).toBeCloseTo(want.difference, 12);
    interval.forEach((limit, i) => expect(limit).toBeCloseTo(want.ci95_newcombe[i]!, 12));
    const test = homogeneity([
      { x: x_A, n: n_A },
      { x: x_B, n: n_B },
    ])!;
    expect(test.p / want.p).toBeCloseTo(1, 9);
    // Each player an account: the error of independent users, but for G/(G − 1).
    const none = { x: 0, n: 0 };
    const players: Account[] = [
      ...Array.from({ length: n_A }, (_, i) => ({ a: { x: i < x_A ? 1 : 0, n: 1 }, b: none })),
      ...Array.from({ length: n_B }, (_, i) => ({ a: none, b: { x: i < x_B ? 1 : 0, n: 1 } })),
    ];
    const clustered = clusterDifference(players);
    if (!clustered.ok) throw new Error(clustered.why);
    const factor = Math.sqrt(players.length / (players.length - 1));
    expect(clustered.standardError / factor / want.se_unpooled).toBeCloseTo(1, 9);
    // Looked at every day it is told with less certainty than looked at once.
    const daily = alwaysValid(difference, want.se_unpooled, { plannedError: want.se_unpooled })!;
    expect(daily.p).toBeGreaterThan(test.p);
  });
});
