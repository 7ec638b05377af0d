import { describe, expect, test } from "vitest";
import { adoptionScore } from "../../../src/analyses/adoption-score";
import type { ScoreResult } from "../../../src/analyses/adoption-score/result";
import { languageOf } from "../../../src/analyses";
import { isShared, sharedJson, sharedText } from "../../reference/shared-data";
import { expectEachCounted } from "../customers-behind";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { pasTypes } from "../pas-types";
import { dataSet, tableFrom } from "../table-from";
import { expectVerdictFromTables } from "../verdict-numbers";

const database = openedDatabase();
const synthetic = "spec/reference/data/pas_synthetic.csv";

interface Version {
  readonly weights: readonly number[];
  readonly mean_retained: number;
  readonly mean_churned: number;
  readonly mean_score: number;
  readonly auc: number;
  readonly auc_ci: readonly [number, number];
  readonly cv_auc: number;
  readonly cv_brier: number;
  readonly cal_slope: number;
}
interface Reference {
  readonly pas_versions: Readonly<Record<string, Version>>;
  readonly pas_by_score: readonly {
    score: number;
    n: number;
    retained: number;
    wilson: readonly [number, number];
  }[];
}

type Given = Readonly<Record<string, unknown>>;
type Found = Awaited<ReturnType<typeof found>>;

/** The same question is asked once. */
const before = new Map<string, Promise<Found>>();
function asked(more: Given = {}): Promise<Found> {
  const key = JSON.stringify(more);
  const known = before.get(key) ?? found(more);
  before.set(key, known);
  return known;
}

async function found(more: Given) {
  const columns = await tableFrom(database(), "pas", sharedText(synthetic), pasTypes);
  const data = dataSet("pas", columns, { customer: "account_id", status: "retained_365" });
  return run(database(), adoptionScore, data, {
    mode: "columns",
    left: "0",
    usageDays: 90,
    statusDay: 365,
    levers: ["reach_pct >= 25", "nps_surveys >= 1", "integrations >= 2", "support_calls >= 1"],
    ...more,
  });
}

function versionIn({ contenders }: ScoreResult, version: string) {
  const found = contenders.find((one) => one.version === version);
  if (!found?.ok) throw new Error(version);
  return found;
}

describe.skipIf(!isShared(synthetic))("pas_synthetic", () => {
  const reference = () => sharedJson<Reference>("spec/reference/10_pas_synthetic.json");

  test("weights and areas of each version are those of R (pas_versions)", async () => {
    const { result } = await asked();
    const { pas_versions: known } = reference();
    for (const name of ["equal", "phi", "coef", "points"]) {
      const version = versionIn(result, name);
      const expected = known[name]!;
      // R's glm stops at a change of 1e-8 of the deviance: its coefficients hold to 1e-6.
      version.weights.forEach((weight, i) =>
        expect(Math.abs(weight - expected.weights[i]!), name).toBeLessThan(1e-4),
      );
      expect(version.apparent!.auc).toBeCloseTo(expected.auc, 10);
      expected.auc_ci.forEach((end, i) => expect(version.apparent!.interval![i]).toBeCloseTo(end, 10));
    }
  });

  test("by coefficients: who stays at each score (pas_by_score)", async () => {
    const { result } = await asked({ weighting: "coef" });
    const { pas_by_score: known, pas_versions: all } = reference();
    expect(result.bands.map(({ stayed }) => [stayed.n, stayed.x])).toEqual(
      known.map(({ n, retained }) => [n, retained]),
    );
    result.bands.forEach(({ score, stayed }, i) => {
      // The scores hang on R's weights (see above).
      expect(Math.abs(score - known[i]!.score)).toBeLessThan(1e-4);
      expect(stayed.interval![0]).toBeCloseTo(known[i]!.wilson[0], 10);
      expect(stayed.interval![1]).toBeCloseTo(known[i]!.wilson[1], 10);
    });
    expect(Math.abs(result.means.stayed! - all.coef!.mean_retained)).toBeLessThan(1e-4);
    expect(Math.abs(result.means.left! - all.coef!.mean_churned)).toBeLessThan(1e-4);
    expect(Math.abs(result.scored!.mean! - all.coef!.mean_score)).toBeLessThan(1e-4);
  });

  test("on customers not seen each version does as well as with R's folds", async () => {
    const { result } = await asked();
    const { pas_versions: known } = reference();
    for (const name of ["equal", "phi", "coef", "points"]) {
      const { validated } = versionIn(result, name);
      // Other folds, and R puts all folds in one order, which lowers the area. Over 30 other seeds of the hash the areas spread
      // by 0.003 (one standard deviation) around means that lie up to 0.014 above R's; Brier scores by 0.0005 around means up
      // to 0.0003 away, slopes by 0.02 around means up to 0.013 away. Allowed is the distance of the means and 3 deviations.
      expect(Math.abs(validated!.auc - known[name]!.cv_auc), name).toBeLessThan(0.023);
      expect(Math.abs(validated!.brier - known[name]!.cv_brier), name).toBeLessThan(0.0018);
      expect(Math.abs(validated!.slope!.value - known[name]!.cal_slope), name).toBeLessThan(0.073);
    }
  });

  test("with size in the model the weights are those of coef_adj; the score itself has no size", async () => {
    const { result } = await asked({ controls: ["size"] });
    const expected = reference().pas_versions.coef_adj!;
    versionIn(result, "coef").weights.forEach((weight, i) =>
      expect(Math.abs(weight - expected.weights[i]!)).toBeLessThan(1e-4),
    );
    expect(versionIn(result, "coef").apparent!.auc).toBeCloseTo(expected.auc, 10);
  });

  test("all versions stay; calls are against, and not cut silently", async () => {
    const { request, result } = await asked({ controls: ["size", "vertical"] });
    expect(result.contenders.map(({ version }) => version)).toEqual([
      "coef",
      "shapley",
      "equal",
      "points",
      "phi",
    ]);
    const best = result.contenders[result.winner!]!;
    if (!best.ok) throw new Error("no winner");
    const state = Object.fromEntries(best.checks.map(({ check, state: is }) => [check, is]));
    expect(state).toEqual({
      signs: "fail",
      monotone: "pass",
      discriminates: "pass",
      calibrated: "pass",
      optimism: "pass",
      stable: "pass",
      later: "cannot-tell",
      within: "pass",
      adds: "pass",
      movable: "pass",
      leak: "pass",
      coverage: "pass",
    });
    const report = adoptionScore.report(result, request, languageOf("en"));
    expect(report.caveats.find(({ id }) => id === "against")?.text).toMatch(/^support_calls ≥ 1/);
    expect(report.verdict.level).toBe("likely");
    expectVerdictFromTables(adoptionScore, request, result);
  });

  test("a behaviour of everybody weighs nothing, and is named", async () => {
    const { request, result } = await asked({
      levers: ["reach_pct", "nps_surveys >= 1", "integrations >= 2"],
    });
    expect(versionIn(result, "equal").weights).toEqual([0, 50, 50]);
    const { caveats } = adoptionScore.report(result, request, languageOf("en"));
    expect(caveats.find(({ id }) => id === "constant")?.text).toMatch(/^reach_pct > 0: the same for all/);
  });

  test("a behaviour counted while customers left is named as a leak", async () => {
    const { result } = await asked({ levers: ["reach_pct >= 25", "events_d335_365 >= 10"] });
    const best = result.contenders[result.winner!]!;
    if (!best.ok) throw new Error("no winner");
    expect(best.checks.find(({ check }) => check === "leak")).toMatchObject({
      state: "fail",
      value: 1,
      levers: [1],
    });
  });

  test("behind each number are the customers that it counts", async () => {
    const { request, result } = await asked({
      levers: ["reach_pct >= 25", "nps_surveys >= 1", "seats_pct >= 60"],
      weighting: "equal",
    });
    const report = adoptionScore.report(result, request, languageOf("en"));
    const keys = await expectEachCounted(database(), adoptionScore, { request, result }, report);
    expect(keys).toEqual(
      expect.arrayContaining(["all", "partial", "high left", "low stayed", "lever 2", "band 0"]),
    );
    // Seats are not known of 93 customers (missing.n_missing).
    expect(result.scored!.partial).toBe(93);
    for (const key of ["", "band 99", "band 00", "lever 3", "lever 0 left", "toString"])
      expect(adoptionScore.customers!(request, result, key)).toBeNull();
  });
});
