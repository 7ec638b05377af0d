import { csvParse } from "d3";
import { describe, expect, test } from "vitest";
import { cox, hazardRatios, type CoxFit } from "../../../src/analyses/stats/cox";
import { proportional } from "../../../src/analyses/stats/cox-proportional";
import type { CoxRow } from "../../../src/analyses/stats/cox-sums";
import { exposureRows } from "../../../src/analyses/stats/landmark";
import { isShared, sharedJson, sharedText } from "../../reference/shared-data";
import { heartPatients } from "./heart-patients";
import { aml, gehan } from "./survival-tables";

const remission: CoxRow[] = [
  ...gehan.control.map((row) => ({ ...row, values: [1] })),
  ...gehan.drug.map((row) => ({ ...row, values: [0] })),
];

const file = "spec/reference/02_survival.json";
const lungFile = "data/survival-classics/lung.csv";

interface Fitted {
  coef: number;
  se: number;
  loglik: number[];
  lrt: number;
  wald: number;
  score: number;
}

describe.skipIf(!isShared(file))("reference 02, from R", () => {
  test("6-MP by both ways of ties, aml", () => {
    const truth = sharedJson<{ gehan_cox: Record<"efron" | "breslow", Fitted>; aml_cox: Fitted }>(file);
    for (const ties of ["efron", "breslow"] as const) {
      const { coef, se, loglik, lrt, wald, score } = truth.gehan_cox[ties];
      const fit = found(cox(remission, { ties }));
      near(fit.coefficients[0]!, coef);
      near(hazardRatios(fit)[0]!.standardError, se);
      near(fit.logLikelihood.none, loglik[0]!);
      near(fit.logLikelihood.fitted, loglik[1]!);
      near(fit.likelihoodRatio.chiSquare, lrt);
      near(fit.score.chiSquare, score);
      // The file has two digits after the point.
      expect(Math.abs(fit.wald.chiSquare - wald)).toBeLessThan(0.005001);
    }
    const leukemia = found(
      cox([
        ...aml.maintained.map((one) => ({ ...one, values: [0] })),
        ...aml.nonmaintained.map((one) => ({ ...one, values: [1] })),
      ]),
    );
    near(leukemia.coefficients[0]!, truth.aml_cox.coef);
    near(leukemia.logLikelihood.fitted, truth.aml_cox.loglik[1]!);
  });

  test("heart transplants: naive, in time, at the landmark", () => {
    const { immortal_time_stanford: truth } = sharedJson<{
      immortal_time_stanford: {
        naive: Ratio;
        time_dependent: Ratio;
        landmark_30d: Ratio & { n: number };
        naive_age: Ratios;
        time_dependent_age: Ratios;
        deaths: number;
      };
    }>(file);
    const patients = heartPatients();
    // The programme's own table counts the first day as 0: thirty days after are the 31st.
    const rows = exposureRows(patients, 31);
    compare(found(cox(rows.naive)), truth.naive);
    compare(found(cox(rows.timeDependent)), truth.time_dependent);
    compare(found(cox(rows.landmark)), truth.landmark_30d);
    // R's table has one more, whose observation ends at the landmark itself and who says nothing after it.
    expect(rows.landmark).toHaveLength(truth.landmark_30d.n - 1);
    const withAge = exposureRows(
      patients.map((one) => ({ ...one, values: [one.age] })),
      31,
    );
    const { coef, se } = truth.time_dependent_age;
    const fit = found(cox(withAge.timeDependent));
    coef.forEach((value, j) => near(fit.coefficients[j]!, value));
    se.forEach((value, j) => near(hazardRatios(fit)[j]!.standardError, value));
    const naive = found(cox(withAge.naive));
    truth.naive_age.coef.forEach((value, j) => near(naive.coefficients[j]!, value));
    expect(found(cox(rows.naive)).events).toBe(truth.deaths);
  });

  test.skipIf(!isShared(lungFile))("lung: one and three columns, proportional hazards", () => {
    const truth = sharedJson<{
      lung_cox_sex: Ratio & { ci: number[] };
      lung_cox_age_sex_ecog: Omit<Ratios, "coef"> & {
        coef: Record<string, number>;
        zph: { chisq: number[]; p: number[] };
        loglik: number[];
      };
    }>(file);
    const lung = csvParse(sharedText(lungFile));
    const sex = found(
      cox(lung.map((one) => row(Number(one.time), one.status === "2" ? 1 : 0, [Number(one.sex)]))),
    );
    near(sex.coefficients[0]!, truth.lung_cox_sex.coef);
    hazardRatios(sex)[0]!.interval.forEach((value, i) => near(value, truth.lung_cox_sex.ci[i]!));
    const complete = lung
      .filter((one) => one["ph.ecog"] !== "")
      .map((one) =>
        row(Number(one.time), one.status === "2" ? 1 : 0, [
          Number(one.age),
          Number(one.sex),
          Number(one["ph.ecog"]),
        ]),
      );
    const fit = found(cox(complete));
    const { coef, se, p, zph, loglik } = truth.lung_cox_age_sex_ecog;
    fit.coefficients.forEach((value, j) => near(value, coef[["age", "sex", "ph.ecog"][j]!]!));
    hazardRatios(fit).forEach((one, j) => {
      near(one.standardError, se[j]!);
      near(one.p, p[j]!);
    });
    near(fit.logLikelihood.fitted, loglik[1]!);
    const tests = proportional(complete, fit)!;
    [...tests.columns, tests.all].forEach((one, j) => {
      near(one.chiSquare, zph.chisq[j]!);
      near(one.p, zph.p[j]!);
    });
    expect(proportional(complete, fit, "identity")!.all.df).toBe(3);
    expect(proportional([row(0, 1, [1]), row(0, 1, [0])], { ...fit, coefficients: [0] }, "log")).toBeNull();
  });
});

interface Ratio {
  coef: number;
  se: number;
  hr: number;
  ci_lo: number;
  ci_hi: number;
  p: number;
}

interface Ratios {
  coef: number[];
  se: number[];
  p: number[];
}

const pipeline = "spec/reference/10_pas_synthetic.json";
const accounts = "spec/reference/data/pas_synthetic.csv";

describe.skipIf(!isShared(pipeline) || !isShared(accounts))("reference 10, from R", () => {
  test("the report builder: naive, in time, at day 90", () => {
    const { immortal: truth } = sharedJson<{
      immortal: Record<"naive" | "time_dependent", Hazard> & {
        used: number;
        landmark90: Hazard & { n: number; exposed: number };
      };
    }>(pipeline);
    const customers = csvParse(sharedText(accounts)).map((one) => ({
      exposure: one.report_builder_day === "" ? null : Number(one.report_builder_day),
      end: one.churn_day === "" ? 365 : Number(one.churn_day),
      left: one.retained_365 === "0",
    }));
    const rows = exposureRows(customers, 90);
    hazard(rows.naive, truth.naive);
    hazard(rows.timeDependent, truth.time_dependent);
    hazard(rows.landmark, truth.landmark90);
    expect(rows.landmarkExposed).toBe(truth.landmark90.exposed);
    expect(rows.landmark).toHaveLength(truth.landmark90.n);
    expect(rows.naive.filter(({ values }) => values[0] === 1)).toHaveLength(truth.used);
  });
});

const telco = "data/telco/Telco-Customer-Churn.csv";
const telcoTruth = "spec/reference/06_telco_survival.json";

describe.skipIf(!isShared(telco) || !isShared(telcoTruth))("reference 06, Telco, from R", () => {
  test("eight columns of 7,032 customers with many ties", () => {
    const { cox: truth } = sharedJson<{ cox: { coef: number[]; se: number[]; loglik: number[] } }>(
      telcoTruth,
    );
    const is = (value: boolean) => (value ? 1 : 0);
    const rows = csvParse(sharedText(telco))
      .filter(({ tenure }) => Number(tenure) > 0)
      .map((one) =>
        row(Number(one.tenure), one.Churn === "Yes" ? 1 : 0, [
          is(one.Contract === "One year"),
          is(one.Contract === "Two year"),
          is(one.InternetService === "Fiber optic"),
          is(one.InternetService === "No"),
          is(one.PaymentMethod === "Credit card (automatic)"),
          is(one.PaymentMethod === "Electronic check"),
          is(one.PaymentMethod === "Mailed check"),
          Number(one.SeniorCitizen),
        ]),
      );
    const fit = found(cox(rows));
    fit.coefficients.forEach((value, j) => near(value, truth.coef[j]!));
    hazardRatios(fit).forEach((one, j) => near(one.standardError, truth.se[j]!));
    near(fit.logLikelihood.none, truth.loglik[0]!);
    near(fit.logLikelihood.fitted, truth.loglik[1]!);
  });
});

interface Hazard {
  hr: number;
  lo: number;
  hi: number;
  p: number;
}

function hazard(rows: readonly CoxRow[], truth: Hazard) {
  const [ratio] = hazardRatios(found(cox(rows)));
  near(ratio!.ratio, truth.hr);
  near(ratio!.interval[0], truth.lo);
  near(ratio!.interval[1], truth.hi);
  near(ratio!.p, truth.p);
}

function compare(fit: Extract<CoxFit, { ok: true }>, truth: Ratio) {
  const [one] = hazardRatios(fit);
  near(one!.coefficient, truth.coef);
  near(one!.standardError, truth.se);
  near(one!.ratio, truth.hr);
  near(one!.interval[0], truth.ci_lo);
  near(one!.interval[1], truth.ci_hi);
  near(one!.p, truth.p);
}

function row(time: number, events: number, values: readonly number[]): CoxRow {
  return { time, events, censored: 1 - events, values };
}

function found(fit: CoxFit): Extract<CoxFit, { ok: true }> {
  if (!fit.ok) throw new Error(`no fit: ${fit.why}`);
  return fit;
}

/** R's coxph stops at a relative change of the likelihood of 1e-9: coefficients to 1e-6 relative. */
function near(value: number, expected: number) {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-6 * Math.abs(expected));
}
