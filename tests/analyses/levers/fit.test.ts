import { describe, expect, test } from "vitest";
import { fitLevers, groupsOf } from "../../../src/analyses/levers/fit";
import { designOf, type LeverRow } from "../../../src/analyses/levers/design";

/** Levers by their values, stayed of customers. */
const row = (values: (number | null)[], segments: string[], customers: number, stayed: number): LeverRow => ({
  values,
  segments,
  fold: 0,
  customers,
  lost: customers - stayed,
});

const plain = [
  row([0, 0], ["=a"], 100, 50),
  row([1, 0], ["=a"], 80, 56),
  row([0, 1], ["=b"], 60, 30),
  row([1, 1], ["=b"], 40, 30),
  row([1, 1], ["=a"], 20, 15),
];

describe("the choice of the model", () => {
  test("maximum likelihood where there is enough", () => {
    const fit = fitLevers(designOf(plain, 2, 1));
    expect(fit).toMatchObject({ ok: true, method: "likelihood", reason: null, parameters: 3 });
    if (!fit.ok) throw new Error(fit.why);
    // 119 of 300 left: 119 / 3 parameters.
    expect(fit.eventsPerParameter).toBeCloseTo(119 / 3, 12);
    expect(fit.forProbabilities).toBe(fit.estimate);
    expect(fit.estimate.intervals.slice(1).every((one) => one !== null)).toBe(true);
  });

  test("Firth's where fewer than ten of the rarer outcome stand behind a parameter", () => {
    const few = [row([0], [], 30, 25), row([1], [], 30, 26)];
    const fit = fitLevers(designOf(few, 1, 0));
    expect(fit).toMatchObject({ ok: true, method: "firth", reason: "few-events", eventsPerParameter: 9 });
    expect(fitLevers(designOf(few, 1, 0), { choice: "likelihood" })).toMatchObject({ method: "likelihood" });
    if (!fit.ok) throw new Error(fit.why);
    // FLIC: the mean of the probabilities is what was observed.
    const mean = fit.forProbabilities.fitted.reduce((sum, p) => sum + p * 30, 0);
    expect(mean).toBeCloseTo(51, 8);
  });

  test("Firth's where a lever fixes the outcome, whatever was asked", () => {
    const rare = [
      ...plain.map((one) => ({ ...one, values: [...one.values, 0] })),
      row([1, 1, 1], ["=a"], 9, 9),
    ];
    for (const choice of ["auto", "likelihood"] as const) {
      const fit = fitLevers(designOf(rare, 3, 1), { choice });
      expect(fit).toMatchObject({ ok: true, method: "firth", reason: "separated" });
      if (fit.ok) expect(fit.separation!.columns).toEqual([{ column: 3, direction: "up" }]);
    }
  });

  test("asked for", () => {
    expect(fitLevers(designOf(plain, 2, 1), { choice: "firth" })).toMatchObject({
      method: "firth",
      reason: "asked",
    });
  });

  test.each([
    ["nobody", [], "no-base"],
    ["nobody left", [row([0], [], 10, 10), row([1], [], 10, 10)], "one-class"],
    ["everybody left", [row([0], [], 10, 0)], "one-class"],
  ])("%s: no model", (_, rows, why) => {
    expect(fitLevers(designOf(rows, 1, 0))).toEqual({ ok: false, why });
  });

  test("a lever that repeats another is named, and the first has its place", () => {
    const twins = plain.map((one) => ({ ...one, values: [one.values[0]!, one.values[0]!] }));
    const fit = fitLevers(designOf(twins, 2, 1));
    if (!fit.ok) throw new Error(fit.why);
    expect(fit.estimate.aliased).toEqual([{ column: 2, repeats: [1] }]);
    expect(fit.parameters).toBe(2);
  });
});

describe("what is not known", () => {
  const gaps = [...plain, row([null, 1], ["=a"], 10, 4), row([1, null], ["=b"], 7, 6)];

  test("is left out, and counted", () => {
    const design = designOf(gaps, 2, 1);
    expect(design.incomplete).toEqual({ customers: 17, lost: 7 });
    expect(design.patterns).toEqual(designOf(plain, 2, 1).patterns);
  });

  test("or has a column of its own: the levers' coefficients rest on those of whom they are known", () => {
    const design = designOf(gaps, 2, 1, { missing: "indicator" });
    expect(groupsOf(design.terms).map(({ form, place, columns }) => [form, place, columns])).toEqual([
      ["lever", 0, [1]],
      ["lever", 1, [2]],
      ["missing", 0, [3]],
      ["missing", 1, [4]],
      ["control", 0, [5]],
    ]);
    expect(design.incomplete).toEqual({ customers: 17, lost: 7 });
    expect(design.patterns.reduce((sum, { n }) => sum + n, 0)).toBe(317);
    const known = fitLevers(designOf(plain, 2, 1));
    const all = fitLevers(design, { choice: "likelihood" });
    if (!known.ok || !all.ok) throw new Error("no fit");
    // A pattern that a column of its own fits says nothing of the rest.
    expect(all.estimate.coefficients[1]).toBeCloseTo(known.estimate.coefficients[1]!, 8);
    expect(all.estimate.coefficients[2]).toBeCloseTo(known.estimate.coefficients[2]!, 8);
  });

  test("a measure takes the mean of those known", () => {
    const rows = [row([2], [], 10, 5), row([4], [], 30, 20), row([null], [], 5, 1)];
    const { patterns } = designOf(rows, 1, 0, { missing: "indicator" });
    expect(patterns[2]!.values).toEqual([1, 3.5, 1]);
  });
});
