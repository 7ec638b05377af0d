import { csvParse } from "d3";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { auc, type Scored } from "../../../src/analyses/stats/auc";
import { isShared, sharedJson, sharedText } from "../../reference/shared-data";

test("nobody, or one outcome only, has no area", () => {
  expect(auc([])).toBeNull();
  expect(auc([{ score: 1, positives: 5, negatives: 0 }])).toBeNull();
});

test("one on a side has no error; one score for all and groups wholly apart have no interval", () => {
  const [low, high] = [
    { score: 1, positives: 0, negatives: 3 },
    { score: 2, positives: 1, negatives: 0 },
  ];
  expect(auc([low, high])).toEqual({ auc: 1, standardError: null, interval: null });
  expect(auc([{ score: 7, positives: 4, negatives: 9 }])).toEqual({
    auc: 0.5,
    standardError: 0,
    interval: null,
  });
  expect(auc([low, { ...high, positives: 4 }])).toEqual({ auc: 1, standardError: 0, interval: null });
});

test("what is no count and no score is refused", () => {
  expect(() => auc([{ score: NaN, positives: 1, negatives: 1 }])).toThrow("no score: NaN");
  expect(() => auc([{ score: 1, positives: 0.5, negatives: 1 }])).toThrow("no count: 0.5");
});

const truth = "spec/reference/03_logistic.json";
const patients = "spec/reference/data/aSAH.csv";

describe.skipIf(!isShared(truth) || !isShared(patients))("reference 03, aSAH, from R's pROC", () => {
  test.each(["s100b", "wfns", "ndka"])("%s", (column) => {
    const { delong_aSAH } = sharedJson<{
      delong_aSAH: Record<string, { auc: number; ci: [number, number]; var: number }>;
    }>(truth);
    const expected = delong_aSAH[column]!;
    const result = auc(
      csvParse(sharedText(patients)).map((row) => ({
        score: Number(row[column]),
        positives: row.outcome === "Poor" ? 1 : 0,
        negatives: row.outcome === "Good" ? 1 : 0,
      })),
    )!;
    expect(result.auc).toBeCloseTo(expected.auc, 12);
    expect(result.standardError).toBeCloseTo(Math.sqrt(expected.var), 12);
    expect(result.interval![0]).toBeCloseTo(expected.ci[0], 12);
    expect(result.interval![1]).toBeCloseTo(expected.ci[1], 12);
  });
});

const row = fc.record({
  score: fc.integer({ min: -5, max: 5 }),
  positives: fc.integer({ min: 0, max: 6 }),
  negatives: fc.integer({ min: 0, max: 6 }),
});

test("the area counts pairs, does not mind order or scale, and turns over with the scores", () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
      const result = auc(rows);
      const reversed = auc([...rows].reverse().map((one) => ({ ...one, score: 10 * one.score + 3 })));
      const turned = auc(rows.map((one) => ({ ...one, score: -one.score })));
      if (!result) {
        expect(reversed).toBeNull();
        return;
      }
      expect(result.auc).toBeCloseTo(byPairs(rows), 12);
      expect(reversed!.auc).toBeCloseTo(result.auc, 13);
      expect(turned!.auc).toBeCloseTo(1 - result.auc, 12);
      if (result.standardError !== null) expect(turned!.standardError).toBeCloseTo(result.standardError, 12);
      if (result.interval) {
        expect(result.interval[0]).toBeLessThanOrEqual(result.auc);
        expect(result.interval[1]).toBeGreaterThanOrEqual(result.auc);
      }
    }),
  );
});

function byPairs(rows: readonly Scored[]): number {
  let [won, pairs] = [0, 0];
  for (const a of rows) {
    for (const b of rows) {
      const count = a.positives * b.negatives;
      pairs += count;
      won += count * (a.score > b.score ? 1 : a.score === b.score ? 0.5 : 0);
    }
  }
  return won / pairs;
}
