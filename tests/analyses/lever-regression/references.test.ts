import { describe, expect, test } from "vitest";
import { leverRegression } from "../../../src/analyses/lever-regression";
import { join, name, sql } from "../../../src/engine";
import { isShared, sharedJson, sharedText } from "../../reference/shared-data";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";
import { telcoTypes } from "../telco-types";
import { fitted, pas, pasLevers } from "./made";

const database = openedDatabase();

interface Logit {
  readonly terms: readonly string[];
  readonly coef: readonly number[];
  readonly se: readonly number[];
  readonly aic: number;
  readonly loglik: number;
}
interface Known {
  readonly logit_levers: Logit;
  readonly logit_levers_adj: Logit;
  readonly logit_reduced: Logit;
  readonly vif_adj: { readonly gvif: readonly number[]; readonly scaled: readonly number[] };
  readonly firth: { readonly firth: readonly number[]; readonly firth_se: readonly number[] };
  readonly shapley: Readonly<Record<"shapley" | "share" | "first" | "last", readonly number[]>> & {
    readonly r2_full: number;
  };
  readonly missing: { readonly n_missing: number; readonly retention_missing: number };
}

describe.skipIf(!isShared("spec/reference"))("spec/reference/10_pas_synthetic.json", () => {
  const known = () => sharedJson<Known>("spec/reference/10_pas_synthetic.json");

  test("logit_levers: the eight levers alone", async () => {
    const { result } = await pas(database(), { levers: pasLevers, controls: [] });
    const model = fitted(result);
    const { coef, se, aic, loglik } = known().logit_levers;
    expect(model).toMatchObject({ method: "likelihood", customers: 1200, stayed: 896, parameters: 8 });
    expect(model.fit!.logLikelihood).toBeCloseTo(loglik, 8);
    expect(model.fit!.aic).toBeCloseTo(aic, 8);
    // glm stops at 1e-8 of the deviance; its digits are true to about that of a standard error.
    expect(model.intercept! / coef[0]!).toBeCloseTo(1, 6);
    model.levers.forEach((lever, i) => {
      expect(lever.coefficient! / coef[i + 1]!).toBeCloseTo(1, 6);
      // From the last but one of its steps.
      expect(lever.standardError! / se[i + 1]!).toBeCloseTo(1, 4);
    });
  });

  test("logit_levers_adj, vif_adj: beside size and branch, and what to do with each", async () => {
    const { result } = await pas(database(), { levers: pasLevers, controls: ["size", "vertical"] });
    const model = fitted(result);
    const { logit_levers_adj: adjusted, vif_adj: inflation } = known();
    expect(model.fit!.logLikelihood).toBeCloseTo(adjusted.loglik, 8);
    model.levers.forEach((lever, i) => {
      expect(lever.coefficient! / adjusted.coef[i + 1]!).toBeCloseTo(1, 6);
      // From the last but one of its steps, and so is the inflation.
      expect(lever.standardError! / adjusted.se[i + 1]!).toBeCloseTo(1, 4);
      expect(lever.gvif! / inflation.gvif[i]!).toBeCloseTo(1, 4);
    });
    model.controls.forEach(({ gvif }, i) => {
      expect(gvif!.gvif / inflation.gvif[8 + i]!).toBeCloseTo(1, 4);
      expect(gvif!.scaled / inflation.scaled[8 + i]!).toBeCloseTo(1, 4);
    });
    expect(result.levers.map(({ judged }) => judged.kind)).toEqual([
      "keep",
      "keep",
      "keep",
      "merge",
      "explained",
      "cannot-tell",
      "cannot-tell",
      "against",
    ]);
    // Checklists with integrations; logins by size.
    expect(result.levers[3]!.judged.other).toEqual({ form: "lever", place: 2 });
    expect(result.levers[4]!.judged.other).toEqual({ form: "control", place: 0 });
    // p .00007 alone, .52 after size: the file's own words in the specification.
    expect(model.levers[4]!.crude!.p).toBeCloseTo(0.00007, 5);
    expect(model.levers[4]!.p).toBeCloseTo(0.52, 2);
  });

  test("logit_reduced: without the near duplicate", async () => {
    const { result } = await pas(database(), {
      levers: pasLevers.filter((lever) => !lever.startsWith("checklists")),
      controls: ["size"],
    });
    const model = fitted(result);
    const { coef, loglik } = known().logit_reduced;
    expect(model.fit!.logLikelihood).toBeCloseTo(loglik, 8);
    model.levers.forEach((lever, i) => expect(lever.coefficient! / coef[i + 1]!).toBeCloseTo(1, 6));
  });

  test("firth: sso, all of whose users stayed", async () => {
    const { result } = await pas(database(), {
      levers: [...pasLevers.slice(0, 3), "support_calls >= 1", "sso"],
      controls: ["size"],
    });
    const model = fitted(result);
    const { firth, firth_se } = known().firth;
    expect(model).toMatchObject({ method: "firth", reason: "separated" });
    expect(result.levers[4]!.on).toMatchObject({ x: 26, n: 26 });
    expect(model.levers.map(({ separated }) => separated)).toEqual([null, null, null, null, "up"]);
    // Terms there: levers, MID, ENT, sso.
    [1, 2, 3, 4, 7].forEach((term, i) => {
      expect(model.levers[i]!.coefficient! / firth[term]!).toBeCloseTo(1, 6);
      expect(model.levers[i]!.standardError! / firth_se[term]!).toBeCloseTo(1, 6);
    });
    expect(model.levers[4]!.interval![0]).toBeGreaterThan(0);
    expect(model.levers[4]!.interval![1]).toBeLessThan(10);
  });

  test("shapley: first, Shapley and last shares of six levers", async () => {
    const { result } = await pas(database(), {
      levers: [...pasLevers.slice(0, 5), "support_calls >= 1"],
      controls: [],
    });
    const { shapley, share, first, last, r2_full } = known().shapley;
    expect(result.shares!.whole).toBeCloseTo(r2_full, 9);
    result.shares!.levers.forEach((one, i) => {
      expect(one.shapley.value).toBeCloseTo(shapley[i]!, 9);
      expect(one.first.value).toBeCloseTo(first[i]!, 9);
      expect(one.last.value).toBeCloseTo(last[i]!, 9);
      expect(one.shapley.value / result.shares!.whole).toBeCloseTo(share[i]!, 8);
    });
  });

  test("simpson_calls: calls look harmful until the risk is held alike", async () => {
    const { result } = await pas(database(), {
      levers: ["support_calls >= 1", "reach_pct >= 25"],
      controls: ["risk_band"],
    });
    const model = fitted(result);
    // crude_or .6987, crude_p .0072; Mantel-Haenszel within bands 1.239 (.919 to 1.670).
    const [calls] = model.levers;
    expect(Math.exp(calls!.crude!.coefficient)).toBeCloseTo(0.6987165164718, 8);
    expect(Math.exp(calls!.coefficient!)).toBeGreaterThan(1);
    expect(result.levers[0]!.judged).toEqual({ kind: "reversed", other: { form: "control", place: 0 } });
    expect(result.levers[1]!.judged.kind).toBe("keep");
  });

  test("missing: who has no share of seats is left out and counted by outcome, or stays in with a mark", async () => {
    const { n_missing, retention_missing } = known().missing;
    const levers = ["seats_pct", "reach_pct >= 25"];
    const { result } = await pas(database(), { levers, controls: ["size"] });
    expect(result.incomplete.customers).toBe(n_missing);
    expect(1 - result.incomplete.lost / n_missing).toBeCloseTo(retention_missing, 10);
    expect(result.levers[0]).toMatchObject({ isSwitch: false, known: 1200 - n_missing });
    expect(fitted(result).customers).toBe(1200 - n_missing);
    const kept = await pas(database(), { levers, controls: ["size"], missing: "indicator" });
    expect(fitted(kept.result)).toMatchObject({ customers: 1200, parameters: 5 });
    expect(kept.result.incomplete.customers).toBe(n_missing);
  });
});

describe.skipIf(!isShared("spec/reference"))("spec/reference/03_logistic.json", () => {
  test("ucla_binary through the whole analysis: measures by a unit, rank as a control", async () => {
    const [header, ...rows] = sharedText("spec/reference/data/ucla_binary.csv").trim().split("\n");
    const csv = [`id,${header}`, ...rows.map((row, i) => `s${i},${row}`)].join("\n");
    const columns = await tableFrom(database(), "ucla", csv, {
      id: "varchar",
      admit: "varchar",
      gre: "double",
      gpa: "double",
      rank: "varchar",
    });
    const data = dataSet("ucla", columns, { customer: "id", status: "admit" });
    const { result } = await run(database(), leverRegression, data, {
      mode: "columns",
      left: "0",
      levers: ["gre", "gpa"],
      controls: ["rank"],
      resamples: 0,
    });
    const known = sharedJson<{
      ucla_binary: {
        coef: readonly number[];
        se: readonly number[];
        profile_ci: readonly (readonly [number, number])[];
        loglik: number;
        mcfadden: number;
        cox_snell: number;
        lrt_p: number;
      };
    }>("spec/reference/03_logistic.json").ucla_binary;
    const model = fitted(result);
    expect(model).toMatchObject({ method: "likelihood", customers: 400, stayed: 127, parameters: 5 });
    expect(model.fit!.logLikelihood).toBeCloseTo(known.loglik, 8);
    expect(model.fit!.mcFadden).toBeCloseTo(known.mcfadden, 9);
    expect(model.fit!.coxSnell).toBeCloseTo(known.cox_snell, 9);
    expect(model.fit!.whole!.p / known.lrt_p).toBeCloseTo(1, 6);
    model.levers.forEach((lever, i) => {
      expect(lever.coefficient! / known.coef[i + 1]!).toBeCloseTo(1, 6);
      expect(lever.standardError! / known.se[i + 1]!).toBeCloseTo(1, 6);
      // MASS interpolates the profile by a spline, to about 1e-5.
      expect(lever.interval![0]! / known.profile_ci[i + 1]![0]).toBeCloseTo(1, 3);
      expect(lever.interval![1]! / known.profile_ci[i + 1]![1]).toBeCloseTo(1, 4);
    });
    // Ranks are held against the largest, 2, and not against 1: b₃ − b₂ and b₁ − b₂ = −b₂.
    expect(result.controls).toEqual([{ column: "rank", isBanded: false, reference: "=2" }]);
    const segments = model.controls[0]!.segments;
    const of = (segment: string) => segments.find((one) => one.segment === segment)!.coefficient!;
    expect(of("=1") / -known.coef[3]!).toBeCloseTo(1, 6);
    expect(of("=3") / (known.coef[4]! - known.coef[3]!)).toBeCloseTo(1, 6);
  });
});

const telco = "data/telco/Telco-Customer-Churn.csv";

describe.skipIf(!isShared("spec/reference") || !isShared(telco))(
  "spec/reference/05_public_datasets.json",
  () => {
    test("telco, logit: services and measures, with contract, access and payment held alike", async () => {
      await tableFrom(database(), "telco_raw", sharedText(telco), telcoTypes);
      const yes = ["PaperlessBilling", "Partner", "Dependents", "TechSupport", "OnlineSecurity"];
      const switches = yes.map((column) => sql`${name(column)} = 'Yes' as ${name(column)}`);
      await database().query(
        sql`create or replace table telco as select * replace (${join(switches, ", ")}) from telco_raw`,
      );
      const data = dataSet("telco", await database().describe(sql`from telco`), {
        customer: "customerID",
        status: "Churn",
      });
      const { result } = await run(database(), leverRegression, data, {
        mode: "columns",
        left: "Yes",
        levers: ["tenure", "MonthlyCharges", "SeniorCitizen", ...yes],
        controls: ["Contract", "InternetService", "PaymentMethod"],
        resamples: 0,
      });
      const known = sharedJson<{
        telco: { logit: { terms: readonly string[]; coef: readonly number[]; se: readonly number[] } };
      }>("spec/reference/05_public_datasets.json").telco.logit;
      const model = fitted(result);
      // There of leaving, here of staying.
      result.levers.forEach(({ behaviour }, i) => {
        const term = known.terms.findIndex((one) => one === behaviour || one === `${behaviour}_Yes`);
        expect(model.levers[i]!.coefficient! / -known.coef[term]!).toBeCloseTo(1, 6);
        expect(model.levers[i]!.standardError! / known.se[term]!).toBeCloseTo(1, 6);
      });
    });
  },
);
