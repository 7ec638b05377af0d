import { describe, expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";
import { leverFinder } from "../../../src/analyses/lever-finder";
import type { FinderResult } from "../../../src/analyses/lever-finder/result";
import { chiSquareUpper } from "../../../src/analyses/stats/chi-square";
import { criterionOf } from "../../../src/analyses/stats/cut-criterion";
import { isShared, sharedJson, sharedText } from "../../reference/shared-data";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { pasTypes } from "../pas-types";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();
const file = "spec/reference/10_pas_synthetic.json";

interface Candidate {
  readonly cut: number;
  readonly chi2: number;
  readonly p: number;
  readonly youden: number;
  readonly n_above: number;
}

async function asked(levers: readonly string[], more: Readonly<Record<string, unknown>> = {}) {
  const columns = await tableFrom(
    database(),
    "pas",
    sharedText("spec/reference/data/pas_synthetic.csv"),
    pasTypes,
  );
  const data = dataSet("pas", columns, { customer: "account_id", status: "retained_365" });
  return run(database(), leverFinder, data, {
    mode: "columns",
    left: "0",
    usageDays: 90,
    statusDay: 365,
    levers,
    permutations: 199,
    ...more,
  });
}

const lever = ({ levers }: FinderResult, behaviour: string) =>
  levers.find((one) => one.behaviour === behaviour)!;
const near = (one: number, other: number) => expect(Math.abs(one / other - 1)).toBeLessThan(1e-9);

describe.skipIf(!isShared(file))("10_pas_synthetic.json", () => {
  test("cut_reach: each decile with its chi-square and J, the best, and what the search is worth", async () => {
    const { cut_reach: truth } = sharedJson<{
      cut_reach: { best: number; candidates: Candidate[]; p_min: number; p_ms_10: number };
    }>(file);
    const { result, request } = await asked(["reach_pct"]);
    const found = lever(result, "reach_pct");
    const { x: stayed, n: known } = found.known;
    expect(found.candidates).toHaveLength(truth.candidates.length);
    found.candidates.forEach(({ cut, n, x }, i) => {
      const one = truth.candidates[i]!;
      expect(cut).toBeCloseTo(one.cut, 9);
      expect(n).toBe(one.n_above);
      near(criterionOf(x, n, stayed, known, { type: "chi-square" }, "either"), one.chi2);
      near(criterionOf(x, n, stayed, known, { type: "youden" }, "above"), one.youden);
      near(chiSquareUpper(criterionOf(x, n, stayed, known, { type: "chi-square" }, "either"), 1), one.p);
    });
    expect(found.best!.cut).toBeCloseTo(truth.best, 9);
    near(found.best!.plain, truth.p_min);
    // The reference writes the asymptotic formula with a density of fewer digits.
    expect(Math.abs(found.best!.millerSiegmund! / truth.p_ms_10 - 1)).toBeLessThan(0.01);
    expect(found.best!.p).toBe(1 / 200);
    // Planted: 25 per cent. The two deciles around it are what resamples choose.
    expect(found.kind).toBe("holds");
    expect(found.best!.withinOneStep).toBeGreaterThan(0.9);
    expect(found.best!.honestAuc!.outOfBag).toBeLessThan(found.best!.honestAuc!.apparent);
    const { verdict } = leverFinder.report(result, request, languageOf("en"));
    expect(verdict.level).toBe("certain");
    expect(verdict.sentence).toMatch(/^The line reach_pct ≥ 25\.3 holds/);
    expect(verdict.next).toContain("reach_pct >= 25.3");
  });

  test("cut_noise, nested_noise: no line of themes stands up, and less of it on customers left out", async () => {
    const { cut_noise, nested_noise } = sharedJson<{
      cut_noise: { cuts: number[]; p: number[]; p_min: number };
      nested_noise: {
        apparent_auc_best_cut: number;
        chosen_outside: { auc: number };
        chosen_inside: { auc: number };
      };
    }>(file);
    const { result, request } = await asked(["themes"]);
    const { candidates, best, known, kind } = lever(result, "themes");
    for (const { cut, n, x } of candidates) {
      const place = cut_noise.cuts.indexOf(cut);
      expect(place).toBeGreaterThanOrEqual(0);
      const chiSquare = criterionOf(x, n, known.x, known.n, { type: "chi-square" }, "either");
      near(chiSquareUpper(chiSquare, 1), cut_noise.p[place]!);
    }
    expect(best!.p).toBeGreaterThan(0.05);
    expect(kind).toBe("chance");
    // Its folds are others than our resamples: what holds of both is that less is left outside.
    expect(best!.lineAuc).toBeCloseTo(nested_noise.apparent_auc_best_cut, 10);
    expect(best!.honestAuc!.outOfBag).toBeLessThan(best!.lineAuc);
    expect(nested_noise.chosen_inside.auc).toBeLessThan(nested_noise.apparent_auc_best_cut);
    const { verdict } = leverFinder.report(result, request, languageOf("en"));
    expect(verdict.level).toBe("cannot-tell");
  });

  test("leakage: events of the last days are the outcome itself, and are said to be", async () => {
    const { leakage } = sharedJson<{ leakage: { auc_leak: number } }>(file);
    const { result, request } = await asked(["reach_pct", "events_d335_365"]);
    const leak = lever(result, "events_d335_365");
    expect(leak.auc).toBe(leakage.auc_leak);
    expect(leak).toMatchObject({ leak: "auc", kind: "leak" });
    const report = leverFinder.report(result, request, languageOf("en"));
    expect(report.caveats[0]).toMatchObject({ id: "leak events_d335_365", level: "flips" });
    expect(report.verdict.sentence).not.toMatch(/events_d335_365/);
  });

  test("all its behaviours: true ones found, noise not, calls that go with leaving are not forbidden", async () => {
    const { survivorship_table } = sharedJson<{
      survivorship_table: { lever: string; phi: number }[];
    }>(file);
    const { result, request } = await asked(
      [
        "reach_pct",
        "nps_surveys",
        "integrations",
        "checklists",
        "logins_wk",
        "themes",
        "profile_done",
        "support_calls",
        "sso",
      ],
      { controls: ["size"], permutations: 499 },
    );
    const kinds = Object.fromEntries(result.levers.map(({ behaviour, kind }) => [behaviour, kind]));
    expect(kinds).toMatchObject({
      reach_pct: "holds",
      themes: "chance",
      profile_done: "chance",
      support_calls: "reversed",
    });
    const phi = survivorship_table.find((one) => one.lever === "profile")!.phi;
    expect(lever(result, "profile_done").best!.phi.value).toBeCloseTo(phi, 10);
    const { verdict } = leverFinder.report(result, request, languageOf("ru"));
    expect(verdict.sentence).toMatch(/^Порог reach_pct ≥ 25,3 держится/);
  });
});
