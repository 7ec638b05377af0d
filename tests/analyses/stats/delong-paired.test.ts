import { csvParse } from "d3";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { auc } from "../../../src/analyses/stats/auc";
import { pairedAuc } from "../../../src/analyses/stats/delong-paired";
import { isShared, sharedJson, sharedText } from "../../reference/shared-data";

const one = (first: number, second: number, positives: number, negatives: number) => ({
  first,
  second,
  positives,
  negatives,
});

test("one outcome, too few, the same order, no number", () => {
  expect(pairedAuc([])).toEqual({ ok: false, why: "one-class" });
  expect(pairedAuc([one(1, 2, 5, 0)])).toEqual({ ok: false, why: "one-class" });
  expect(pairedAuc([one(1, 2, 1, 0), one(2, 1, 0, 5)])).toEqual({ ok: false, why: "too-few" });
  expect(pairedAuc([one(1, 10, 4, 3), one(2, 20, 6, 1)])).toEqual({
    ok: false,
    why: "same-order",
    difference: 0,
  });
  expect(() => pairedAuc([one(NaN, 1, 1, 1)])).toThrow("no score: NaN");
  expect(() => pairedAuc([one(1, 1, 1.5, 1)])).toThrow("no count: 1.5");
});

const truth = "spec/reference/03_logistic.json";
const patients = "spec/reference/data/aSAH.csv";

describe.skipIf(!isShared(truth) || !isShared(patients))("reference 03, aSAH, from R's pROC", () => {
  test.each(["wfns", "ndka"])("s100b and %s", (column) => {
    const { delong_aSAH: expected } = sharedJson<{
      delong_aSAH: Record<string, { auc: number; Z: number; p: number }>;
    }>(truth);
    const result = pairedAuc(
      csvParse(sharedText(patients)).map((row) => ({
        first: Number(row.s100b),
        second: Number(row[column]),
        positives: row.outcome === "Poor" ? 1 : 0,
        negatives: row.outcome === "Good" ? 1 : 0,
      })),
    );
    if (!result.ok) throw new Error(result.why);
    expect(result.first).toBeCloseTo(expected.s100b!.auc, 12);
    expect(result.second).toBeCloseTo(expected[column]!.auc, 12);
    expect(result.z).toBeCloseTo(expected[`s100b_vs_${column}`]!.Z, 11);
    expect(result.p).toBeCloseTo(expected[`s100b_vs_${column}`]!.p, 12);
  });
});

const row = fc.record({
  first: fc.integer({ min: 0, max: 4 }),
  second: fc.integer({ min: 0, max: 4 }),
  positives: fc.integer({ min: 0, max: 3 }),
  negatives: fc.integer({ min: 0, max: 3 }),
});

test("areas are those of each score alone; turned about, all turns about; against a flat score the error is its own", () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 15 }), (rows) => {
      const result = pairedAuc(rows);
      const turned = pairedAuc([...rows].reverse().map((r) => ({ ...r, first: r.second, second: r.first })));
      if (!result.ok) {
        expect(turned).toMatchObject({ ok: false, why: result.why });
        return;
      }
      if (!turned.ok) throw new Error(turned.why);
      expect(result.first).toBeCloseTo(auc(rows.map((r) => ({ ...r, score: r.first })))!.auc, 12);
      expect(turned.difference).toBeCloseTo(-result.difference, 12);
      expect(turned.p).toBeCloseTo(result.p, 10);
      const flat = pairedAuc(rows.map((r) => ({ ...r, second: 7 })));
      const alone = auc(rows.map((r) => ({ ...r, score: r.first })))!;
      if (flat.ok) expect(flat.standardError).toBeCloseTo(alone.standardError!, 12);
    }),
    { numRuns: 100 },
  );
});
