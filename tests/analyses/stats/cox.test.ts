import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cox, type CoxFit } from "../../../src/analyses/stats/cox";
import { coxTable, walkCox, type CoxRow } from "../../../src/analyses/stats/cox-sums";
import { exposureRows } from "../../../src/analyses/stats/landmark";
import { logRank } from "../../../src/analyses/stats/log-rank";
import { gehan } from "./survival-tables";

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
