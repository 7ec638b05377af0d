import { csvParse } from "d3";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logRank, stratifiedLogRank } from "../../../src/analyses/stats/log-rank";
import type { SurvivalRow } from "../../../src/analyses/stats/risk-table";
import { isShared, sharedJson, sharedText } from "../../reference/shared-data";
import { aml, gehan, heart, survivalRows } from "./survival-tables";

test("nothing to compare: no group, one, nobody leaving, never at risk together", () => {
  expect(logRank([])).toBeNull();
  expect(logRank([gehan.drug])).toBeNull();
  expect(logRank([gehan.drug, []])).toBeNull();
  expect(logRank([survivalRows("5+ 6+"), survivalRows("7+")])).toBeNull();
  expect(logRank([survivalRows("3 4"), survivalRows("10-12 10-14")])).toBeNull();
  expect(() => stratifiedLogRank([[[]], [[], []]])).toThrow("strata of different groups");
});

test("everybody leaves at one time: nothing tells the groups apart", () => {
  expect(logRank([survivalRows("3 3 3"), survivalRows("3 3")])).toBeNull();
});

test("two small groups by hand", () => {
  // Time 1: one of four leaves, two at risk in each; time 2: one of three, of 1 and 2; time 3 has one customer.
  const result = logRank([survivalRows("1 4+"), survivalRows("2 3+")])!;
  expect(result.groups[0]!.observed).toBe(1);
  expect(result.groups[0]!.expected).toBeCloseTo(1 / 2 + 1 / 3, 14);
  expect(result.chiSquare).toBeCloseTo((1 / 6) ** 2 / (1 / 4 + 2 / 9), 13);
});

const file = "spec/reference/02_survival.json";

describe.skipIf(!isShared(file))("reference 02, from R", () => {
  test("6-MP, log-rank and Peto; aml", () => {
    const truth = sharedJson<{ gehan_logrank: Tested & { peto_rho1: number }; aml_logrank: Tested }>(file);
    const groups = [gehan.drug, gehan.control];
    compare(logRank(groups)!, truth.gehan_logrank);
    near(logRank(groups, { rho: 1 })!.chiSquare, truth.gehan_logrank.peto_rho1);
    compare(logRank([aml.maintained, aml.nonmaintained])!, truth.aml_logrank);
  });

  test.skipIf(!isShared("data/survival-classics/lung.csv"))("lung by sex", () => {
    const truth = sharedJson<{ lung_logrank: Tested }>(file);
    const rows = csvParse(sharedText("data/survival-classics/lung.csv"));
    compare(
      logRank(
        ["1", "2"].map((sex) =>
          rows.filter((row) => row.sex === sex).map(({ time, status }) => ended(time, status === "2")),
        ),
      )!,
      truth.lung_logrank,
    );
  });
});

const classics = "data/survival-classics/reference.json";

describe.skipIf(!isShared(classics))("survival classics, from statsmodels", () => {
  test("three and four groups", () => {
    const truth = sharedJson<Record<string, { logrank: { chi2: number; df: number; p: number } }>>(classics);
    const colon = csvParse(sharedText("data/survival-classics/colon.csv")).filter((row) => row.etype === "2");
    const veteran = csvParse(sharedText("data/survival-classics/veteran.csv"));
    for (const [rows, by, name] of [
      [colon, "rx", "colon_rx_death"],
      [veteran, "celltype", "veteran_celltype"],
    ] as const) {
      const groups = [...new Set(rows.map((row) => row[by]))].map((level) =>
        rows.filter((row) => row[by] === level).map(({ time, status }) => ended(time, status === "1")),
      );
      const result = logRank(groups)!;
      near(result.chiSquare, truth[name]!.logrank.chi2);
      near(result.p, truth[name]!.logrank.p);
      expect(result.df).toBe(truth[name]!.logrank.df);
    }
  });
});

const telco = "data/telco/Telco-Customer-Churn.csv";
const telcoTruth = "spec/reference/06_telco_survival.json";

describe.skipIf(!isShared(telco) || !isShared(telcoTruth))("reference 06, Telco, from R", () => {
  test("contract and gender", () => {
    const truth = sharedJson<{ logrank_contract: Tested; logrank_gender: Tested }>(telcoTruth);
    const rows = csvParse(sharedText(telco)).filter((row) => Number(row.tenure) > 0);
    const by = (column: string) =>
      [...new Set(rows.map((row) => row[column]!))]
        .sort()
        .map((level) =>
          rows
            .filter((row) => row[column] === level)
            .map(({ tenure, Churn }) => ended(tenure, Churn === "Yes")),
        );
    compare(logRank(by("Contract"))!, truth.logrank_contract);
    const gender = logRank(by("gender"))!;
    near(gender.chiSquare, truth.logrank_gender.chisq);
    near(gender.p, truth.logrank_gender.p!);
  });
});

test("delayed entry counts who is there: waiting against transplanted", () => {
  const result = logRank([heart.waiting, heart.transplanted])!;
  // The score test of a time-dependent Cox model with this one covariate and few ties; R's Wald test has p 0.673.
  expect(result.p).toBeGreaterThan(0.6);
  expect(result.groups.map(({ observed }) => observed)).toEqual([30, 45]);
});

const row = fc.record({
  time: fc.integer({ min: 1, max: 20 }),
  events: fc.integer({ min: 0, max: 4 }),
  censored: fc.integer({ min: 0, max: 4 }),
});
const group = fc.array(row, { minLength: 1, maxLength: 12 });

test("with delayed entry and strata it equals the sums over every customer at every time", () => {
  const person = fc
    .record({
      entry: fc.integer({ min: 0, max: 6 }),
      lasts: fc.integer({ min: 1, max: 9 }),
      left: fc.boolean(),
    })
    .map(({ entry, lasts, left }) => ({ entry, ...ended(String(entry + lasts), left) }));
  const people = fc.array(person, { maxLength: 12 });
  const strata = fc.array(fc.tuple(people, people), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(strata, (some) => {
      let [observed, expected, variance] = [0, 0, 0];
      for (const [a, b] of some) {
        for (let time = 1; time <= 15; time++) {
          const present = (rows: typeof a) => rows.filter((row) => row.entry < time && row.time >= time);
          const leaving = (rows: typeof a) =>
            rows.filter((row) => row.time === time && row.events > 0).length;
          const [n, of] = [present([...a, ...b]).length, present(a).length];
          const d = leaving([...a, ...b]);
          if (n === 0) continue;
          observed += leaving(a);
          expected += (d * of) / n;
          if (n > 1) variance += (d * of * (n - of) * (n - d)) / (n * n * (n - 1));
        }
      }
      const result = stratifiedLogRank(some);
      if (variance === 0) {
        expect(result).toBeNull();
        return;
      }
      expect(result!.groups[0]!.observed).toBe(observed);
      expect(result!.groups[0]!.expected).toBeCloseTo(expected, 11);
      expect(result!.chiSquare).toBeCloseTo((observed - expected) ** 2 / variance, 8);
    }),
  );
});

describe("any groups", () => {
  test("observed and expected have one sum, and the order of rows and groups does not matter", () => {
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 2, maxLength: 4 }),
        fc.constantFrom(0 as const, 1 as const),
        (groups, rho) => {
          const result = logRank(groups, { rho });
          const other = logRank(
            [...groups].reverse().map((rows) => [...rows].reverse()),
            { rho },
          );
          expect(other === null).toBe(result === null);
          if (!result || !other) return;
          const total = (key: "observed" | "expected") =>
            result.groups.reduce((sum, one) => sum + one[key], 0);
          expect(total("observed")).toBeCloseTo(total("expected"), 10);
          expect(other.chiSquare).toBeCloseTo(result.chiSquare, 8);
          expect(result.chiSquare).toBeGreaterThanOrEqual(-1e-12);
          expect(result.p).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  test("the same stratum twice doubles all, the chi-square too", () => {
    fc.assert(
      fc.property(group, group, (a, b) => {
        const once = logRank([a, b]);
        const twice = stratifiedLogRank([
          [a, b],
          [a, b],
        ]);
        expect(twice === null).toBe(once === null);
        if (once && twice) expect(twice.chiSquare).toBeCloseTo(2 * once.chiSquare, 9);
      }),
    );
  });

  test("a group against itself shows no difference", () => {
    fc.assert(
      fc.property(group, (a) => {
        const result = logRank([a, a]);
        if (result) expect(result.chiSquare).toBeCloseTo(0, 12);
      }),
    );
  });
});

interface Tested {
  chisq: number;
  p?: number;
  df?: number;
  obs?: number[];
  exp?: number[];
}

function compare(result: NonNullable<ReturnType<typeof logRank>>, truth: Tested) {
  near(result.chiSquare, truth.chisq);
  if (truth.p !== undefined) near(result.p, truth.p);
  if (truth.df !== undefined) expect(result.df).toBe(truth.df);
  expect(result.groups.map(({ observed }) => observed)).toEqual(truth.obs);
  result.groups.forEach(({ expected }, i) => near(expected, truth.exp![i]!));
}

function ended(time: string | undefined, left: boolean): SurvivalRow {
  return { time: Number(time), events: left ? 1 : 0, censored: left ? 0 : 1 };
}

/** The files hold 12 or 13 digits. */
function near(value: number, expected: number) {
  expect(Math.abs(value / expected - 1)).toBeLessThan(2e-11);
}
