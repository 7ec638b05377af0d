import { csvParse } from "d3";
import { describe, expect, test } from "vitest";
import { kaplanMeier, survivalAt } from "../../../src/analyses/stats/kaplan-meier";
import { restrictedMean } from "../../../src/analyses/stats/restricted-mean";
import type { SurvivalRow } from "../../../src/analyses/stats/risk-table";
import { medianOf, quantileOf } from "../../../src/analyses/stats/survival-quantile";
import { isShared, sharedJson, sharedText } from "../../reference/shared-data";
import { aml, gehan, heart } from "./survival-tables";

interface Fit {
  time: number[];
  n_risk: number[];
  n_event: number[];
  surv: number[];
  se: (number | null)[];
  lower: (number | null)[];
  upper: (number | null)[];
  median: number;
  median_lcl: number;
  median_ucl: number | null;
}

const file = "spec/reference/02_survival.json";
const lungFile = "data/survival-classics/lung.csv";
const lungTruth = "data/survival-classics/reference.json";
const telcoFile = "data/telco/Telco-Customer-Churn.csv";
const telcoTruth = "spec/reference/06_telco_survival.json";
const heartTruth = "spec/reference/13_extra.json";

describe.skipIf(!isShared(file))("reference 02, from R", () => {
  for (const [name, rows] of [
    ["gehan_6MP", gehan.drug],
    ["gehan_control", gehan.control],
    ["aml_maintained", aml.maintained],
    ["aml_nonmaintained", aml.nonmaintained],
  ] as const) {
    test.each(["log", "log-log", "plain"] as const)(`${name}, %s`, (scale) => {
      const truth = sharedJson<Record<string, Record<string, Fit>>>(file)[name]![scale]!;
      const curve = kaplanMeier(rows, { scale });
      const steps = curve.steps.filter(({ events }) => events > 0);
      expect(steps.map(({ time }) => time)).toEqual(truth.time);
      expect(steps.map(({ atRisk }) => atRisk)).toEqual(truth.n_risk);
      expect(steps.map(({ events }) => events)).toEqual(truth.n_event);
      steps.forEach(({ survival, standardError, interval }, i) => {
        near(survival, truth.surv[i]!);
        near(standardError, truth.se[i]!);
        near(interval?.[0] ?? null, truth.lower[i]!);
        near(interval?.[1] ?? null, truth.upper[i]!);
      });
      expect(medianOf(curve)).toEqual({
        time: truth.median,
        interval: [truth.median_lcl, truth.median_ucl],
      });
    });
  }

  test.skipIf(!isShared(lungFile))("lung: median, S(365) and restricted mean", () => {
    const { lung_overall: truth, lung_median: bySex } = sharedJson<{
      lung_overall: Record<"median" | "lcl" | "ucl" | "rmst_365" | "rmst_se", number> & {
        surv_365: Record<"s" | "lo" | "hi", number>;
      };
      lung_median: Record<"median" | "lcl" | "ucl", number[]>;
    }>(file);
    const curve = kaplanMeier(lungRows(), { scale: "log" });
    expect(medianOf(curve)).toEqual({ time: truth.median, interval: [truth.lcl, truth.ucl] });
    const year = survivalAt(curve, 365)!;
    near(year.survival, truth.surv_365.s);
    near(year.interval![0], truth.surv_365.lo);
    near(year.interval![1], truth.surv_365.hi);
    const mean = restrictedMean(curve, 365)!;
    near(mean.mean, truth.rmst_365);
    near(mean.standardError, truth.rmst_se);
    [1, 2].forEach((sex, i) =>
      expect(medianOf(kaplanMeier(lungRows(sex), { scale: "log" }))).toEqual({
        time: bySex.median[i],
        interval: [bySex.lcl[i], bySex.ucl[i]],
      }),
    );
  });
});

describe.skipIf(!isShared(lungTruth))("lung, from statsmodels", () => {
  test("S with both intervals, quartile, restricted means", () => {
    const { lung_sex } = sharedJson<{ lung_sex: { overall: Lung } }>(lungTruth);
    const curve = kaplanMeier(lungRows());
    const logarithmic = kaplanMeier(lungRows(), { scale: "log" });
    for (const { time, surv, se, ci_loglog, ci_log } of lung_sex.overall.at) {
      const here = survivalAt(curve, time)!;
      near(here.survival, surv);
      near(here.standardError, se);
      [0, 1].forEach((side) => {
        near(here.interval![side]!, ci_loglog[side]!);
        near(survivalAt(logarithmic, time)!.interval![side]!, ci_log[side]!);
      });
    }
    expect(quantileOf(curve, 0.25).time).toBe(lung_sex.overall.q25_time);
    expect(medianOf(curve).time).toBe(lung_sex.overall.median);
  });
});

interface Lung {
  median: number;
  q25_time: number;
  at: { time: number; surv: number; se: number; ci_loglog: number[]; ci_log: number[] }[];
}

describe.skipIf(!isShared(telcoTruth) || !isShared(telcoFile))("reference 06, Telco, from R", () => {
  test("S at seven horizons and the medians by contract", () => {
    const truth = sharedJson<{
      km_all: Record<"t" | "n_risk" | "surv" | "se" | "lo_log" | "hi_log", number[]>;
      km_all_loglog: Record<"t" | "lo" | "hi", number[]>;
      km_contract: { strata: string[]; t: number[]; n_risk: number[]; surv: number[] };
      km_contract_median: { strata: string[]; median: (number | null)[]; lcl: (number | null)[] };
    }>(telcoTruth);
    const curve = kaplanMeier(telcoRows(), { scale: "log" });
    truth.km_all.t.forEach((t, i) => {
      const here = survivalAt(curve, t)!;
      expect(here.atRisk).toBe(truth.km_all.n_risk[i]);
      near(here.survival, truth.km_all.surv[i]!);
      near(here.standardError, truth.km_all.se[i]!);
      near(here.interval![0], truth.km_all.lo_log[i]!);
      near(here.interval![1], truth.km_all.hi_log[i]!);
    });
    const doubly = kaplanMeier(telcoRows());
    truth.km_all_loglog.t.forEach((t, i) => {
      near(survivalAt(doubly, t)!.interval![0], truth.km_all_loglog.lo[i]!);
      near(survivalAt(doubly, t)!.interval![1], truth.km_all_loglog.hi[i]!);
    });
    truth.km_contract.strata.forEach((stratum, i) => {
      const contract = kaplanMeier(telcoRows(stratum.replace("Contract=", "")));
      const here = survivalAt(contract, truth.km_contract.t[i]!)!;
      expect(here.atRisk).toBe(truth.km_contract.n_risk[i]);
      near(here.survival, truth.km_contract.surv[i]!);
    });
    truth.km_contract_median.strata.forEach((stratum, i) => {
      const rows = telcoRows(stratum.replace("Contract=", ""));
      const { time, interval } = medianOf(kaplanMeier(rows, { scale: "log" }));
      expect(time).toBe(truth.km_contract_median.median[i]);
      expect(interval[0]).toBe(truth.km_contract_median.lcl[i]);
    });
  });
});

describe.skipIf(!isShared(heartTruth))("reference 13, delayed entry, from R", () => {
  test("S, its error and who is at risk, waiting and transplanted", () => {
    const { delayed_entry_heart: truth } = sharedJson<{
      delayed_entry_heart: { strata: string[]; t: number[]; n_risk: number[]; surv: number[]; se: number[] };
    }>(heartTruth);
    truth.strata.forEach((stratum, i) => {
      const curve = kaplanMeier(stratum === "transplant=1" ? heart.transplanted : heart.waiting);
      const here = survivalAt(curve, truth.t[i]!)!;
      near(here.survival, truth.surv[i]!);
      near(here.standardError, truth.se[i]!);
      expect(here.atRisk, `${stratum} ${truth.t[i]}`).toBe(truth.n_risk[i]);
    });
  });
});

function lungRows(sex?: number): SurvivalRow[] {
  return csvParse(sharedText(lungFile))
    .filter((row) => sex === undefined || Number(row.sex) === sex)
    .map(({ time, status }) => ended(Number(time), status === "2"));
}

/** Months; the eleven who came this month have no time yet. */
function telcoRows(contract?: string): SurvivalRow[] {
  return csvParse(sharedText(telcoFile))
    .filter((row) => Number(row.tenure) > 0 && (contract === undefined || row.Contract === contract))
    .map(({ tenure, Churn }) => ended(Number(tenure), Churn === "Yes"));
}

function ended(time: number, left: boolean): SurvivalRow {
  return { time, events: left ? 1 : 0, censored: left ? 0 : 1 };
}

/** The files hold 12 or 13 digits. */
function near(value: number | null, expected: number | null) {
  if (value === null || expected === null) expect(value).toBe(expected);
  else expect(Math.abs(value - expected)).toBeLessThanOrEqual(5e-12 * Math.max(0.1, Math.abs(expected)));
}
