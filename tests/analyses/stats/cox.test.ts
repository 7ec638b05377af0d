import { csvParse } from "d3";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cox, hazardRatios, type CoxFit } from "../../../src/analyses/stats/cox";
import { proportional } from "../../../src/analyses/stats/cox-proportional";
import { coxTable, walkCox, type CoxRow } from "../../../src/analyses/stats/cox-sums";
import { exposureRows } from "../../../src/analyses/stats/landmark";
import { logRank } from "../../../src/analyses/stats/log-rank";
import { isShared, sharedJson, sharedText } from "../../reference/shared-data";
import { heartPatients } from "./heart-patients";
import { aml, gehan } from "./survival-tables";

const remission: CoxRow[] = [
  ...gehan.control.map((row) => ({ ...row, values: [1] })),
  ...gehan.drug.map((row) => ({ ...row, values: [0] })),
];

describe("bad input", () => {
  test("nobody, nobody who left, times and counts that are none", () => {
    expect(cox([])).toEqual({ ok: false, why: "no-base" });
    expect(cox([row(3, 0, [1])])).toEqual({ ok: false, why: "no-events" });
    expect(cox([{ time: 3, events: 0, censored: 0, values: [1] }])).toEqual({ ok: false, why: "no-base" });
    expect(() => cox([row(-1, 1, [1])])).toThrow("no time");
    expect(() => cox([{ ...row(3, 1, [1]), entry: 3 }])).toThrow("entry not before");
    expect(() => cox([{ ...row(3, 1, [1]), events: 0.5 }])).toThrow("no count");
    expect(() => cox([row(3, 1, [1]), row(4, 1, [1, 2])])).toThrow("different lengths");
    expect(() => cox([row(3, 1, [NaN])])).toThrow("no number");
  });

  test("one customer, a constant, a repeated column: named", () => {
    expect(cox([row(3, 1, [1])])).toEqual({ ok: false, why: "rank", columns: [0] });
    const columns = remission.map((one) => ({ ...one, values: [7, one.values[0]!, 3 - 2 * one.values[0]!] }));
    expect(cox(columns)).toEqual({ ok: false, why: "rank", columns: [0, 2] });
  });

  test("a column that differs only where nobody leaves any more says nothing", () => {
    const rows = [row(1, 1, [0, 1]), row(2, 1, [0, 0]), row(3, 0, [0, 1]), row(5, 1, [4, 0])];
    const early = rows.map((one, i) =>
      i < 3 ? { ...one, time: 9 + one.time } : { ...one, events: 0, censored: 1 },
    );
    expect(cox(early)).toEqual({ ok: false, why: "rank", columns: [0] });
  });

  test("nobody with the behaviour left: no estimate, the column and its direction, and the test of the limit", () => {
    const rows = [
      ...[2, 3, 5, 7].map((time) => row(time, 1, [0, time % 2])),
      row(4, 0, [0, 0]),
      ...[3, 6, 8].map((time) => row(time, 0, [1, time % 2])),
    ];
    const fit = cox(rows);
    if (fit.ok || fit.why !== "infinite") throw new Error("an estimate where there is none");
    expect(fit.columns).toEqual([{ column: 0, towards: "low" }]);
    // In the limit those with the behaviour are not at risk at all.
    const others = cox(
      rows.filter(({ values }) => values[0] === 0).map((one) => ({ ...one, values: [one.values[1]!] })),
    );
    if (!others.ok) throw new Error(others.why);
    const none = cox(rows.map((one) => ({ ...one, values: [] })));
    if (!none.ok) throw new Error(none.why);
    expect(fit.likelihoodRatio.chiSquare).toBeCloseTo(
      2 * (others.logLikelihood.fitted - none.logLikelihood.fitted),
      8,
    );
    expect(fit.likelihoodRatio.df).toBe(2);
  });

  test("whoever had the highest value left first: infinite as well", () => {
    const fit = cox([4, 3, 2, 1].map((value, i) => row(i + 1, 1, [value])));
    expect(fit).toMatchObject({ ok: false, why: "infinite", columns: [{ column: 0, towards: "high" }] });
  });
});

test("two customers at risk together by hand: 1/(1 + e^b) and no top of its own", () => {
  // Left: the one with 1 (of 0 and 1), later the one with 0 (of 0 and 1): e^b/(1+e^b)·1/(1+e^b) has its top at b = 0.
  const rows = [
    row(1, 1, [1]),
    row(1, 0, [0]),
    { ...row(3, 1, [0]), entry: 2 },
    { ...row(3, 0, [1]), entry: 2 },
  ];
  const fit = found(cox(rows));
  expect(fit.coefficients[0]).toBeCloseTo(0, 12);
  expect(fit.covariance[0]![0]).toBeCloseTo(2, 10);
  expect(fit.logLikelihood.fitted).toBeCloseTo(2 * Math.log(0.5), 12);
});

describe("invariants", () => {
  const rows = fc.array(
    fc.record({
      time: fc.integer({ min: 2, max: 12 }),
      left: fc.boolean(),
      a: fc.integer({ min: 0, max: 3 }),
      b: fc.integer({ min: -2, max: 2 }),
    }),
    { minLength: 12, maxLength: 30 },
  );
  const asRows = (list: readonly { time: number; left: boolean; a: number; b: number }[]): CoxRow[] =>
    list.map(({ time, left, a, b }) => row(time, left ? 1 : 0, [a, b]));

  test("counted or written out, in any order, cut into stretches: the same", () => {
    fc.assert(
      fc.property(
        rows,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom("efron", "breslow"),
        (list, at, ties) => {
          const whole = asRows(list);
          const fit = cox(whole, { ties });
          fc.pre(fit.ok);
          const twice = cox([...whole, ...whole], { ties });
          const counted = cox(
            whole.map((one) => ({ ...one, events: 2 * one.events, censored: 2 * one.censored })).reverse(),
            { ties },
          );
          same(found(counted), found(twice));
          const cut = whole.flatMap((one) =>
            one.time > at
              ? [
                  { ...one, time: at, events: 0, censored: 1 },
                  { ...one, entry: at },
                ]
              : [one],
          );
          same(found(cox(cut, { ties })), found(fit));
        },
      ),
      { numRuns: 25 },
    );
  });

  test("another origin and unit of a column, another clock: the same hazards", () => {
    fc.assert(
      fc.property(rows, (list) => {
        const fit = cox(asRows(list));
        fc.pre(fit.ok);
        const moved = asRows(list).map((one) => ({
          ...one,
          time: Math.exp(one.time),
          values: [1e6 + 10 * one.values[0]!, one.values[1]!],
        }));
        const other = found(cox(moved));
        // A column near a million with steps of ten has lost five of its digits.
        expect(other.coefficients[0]! * 10).toBeCloseTo(found(fit).coefficients[0]!, 8);
        expect(other.coefficients[1]).toBeCloseTo(found(fit).coefficients[1]!, 8);
        expect(other.wald.chiSquare).toBeCloseTo(found(fit).wald.chiSquare, 6);
      }),
      { numRuns: 25 },
    );
  });

  test("without ties the score test is the log-rank test, and both ways of ties are one", () => {
    const groups = [gehan.drug, gehan.control].map((group, g) =>
      group.map((one, i) => ({ ...one, time: one.time + (2 * i + g) / 1000 })),
    );
    const list = groups.flatMap((group, g) => group.map((one) => ({ ...one, values: [g] })));
    const fit = found(cox(list));
    expect(fit.score.chiSquare).toBeCloseTo(logRank(groups)!.chiSquare, 10);
    expect(found(cox(list, { ties: "breslow" })).coefficients[0]).toBeCloseTo(fit.coefficients[0]!, 12);
  });

  test("large risks that have not entered yet leave no trace in those before them", () => {
    const late = [10, 11, 12, 13].map((time, i) => ({ ...row(time, 1, [40 + i]), entry: 9 }));
    const early = [1, 2, 3, 4, 5].map((time, i) => row(time, 1, [i % 2]));
    // One on the logarithm a unit: the late are e⁴⁰ times the early, of whom a sum keeps no digit.
    const likelihood = (rows: readonly CoxRow[]) => {
      const table = coxTable(rows, 1);
      let sum = 0;
      walkCox(table, Float64Array.from([table.scales[0]!]), "efron", ({ time, logLikelihood }) => {
        if (time < 9) sum += logLikelihood;
      });
      return sum;
    };
    expect(likelihood([...late, ...early])).toBeCloseTo(likelihood(early), 11);
  });
});

describe("exposure", () => {
  test("three ways to count, by hand", () => {
    const customers = [
      { exposure: null, end: 5, left: true },
      { exposure: 3, end: 9, left: true },
      { exposure: 0, end: 4, left: false },
      { exposure: 8, end: 8, left: true },
      { exposure: 9, end: 7, left: false },
    ];
    const rows = exposureRows(customers, 4);
    expect(rows.naive.map(({ values }) => values[0])).toEqual([0, 1, 1, 1, 0]);
    expect(rows.timeDependent).toEqual([
      row(5, 1, [0]),
      row(3, 0, [0]),
      { ...row(9, 1, [1]), entry: 3 },
      row(4, 0, [1]),
      row(8, 1, [0]),
      row(7, 0, [0]),
    ]);
    expect(rows.landmark).toEqual([row(1, 1, [0]), row(5, 1, [1]), row(4, 1, [0]), row(3, 0, [0])]);
    expect([rows.landmarkExposed, rows.landmarkOthers, rows.afterEnd]).toEqual([1, 3, 1]);
    expect(() => exposureRows(customers, -1)).toThrow("no landmark");
    expect(() => exposureRows([{ exposure: NaN, end: 2, left: true }], 1)).toThrow("no time");
    expect(exposureRows([], 1).naive).toEqual([]);
  });
});

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

function same(a: Extract<CoxFit, { ok: true }>, b: Extract<CoxFit, { ok: true }>) {
  a.coefficients.forEach((value, j) => expect(value).toBeCloseTo(b.coefficients[j]!, 9));
  expect(a.logLikelihood.fitted).toBeCloseTo(b.logLikelihood.fitted, 9);
  a.covariance.forEach((line, i) => line.forEach((v, j) => expect(v).toBeCloseTo(b.covariance[i]![j]!, 8)));
}

/** R's coxph stops at a relative change of the likelihood of 1e-9: coefficients to 1e-6 relative. */
function near(value: number, expected: number) {
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-6 * Math.abs(expected));
}
