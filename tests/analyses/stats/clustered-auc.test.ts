import fc from "fast-check";
import { expect, test } from "vitest";
import { clusteredAuc } from "../../../src/analyses/stats/clustered-auc";

const asked = (scores: number[], outcomes: number[], units: number[]) =>
  clusteredAuc(Float64Array.from(scores), Uint8Array.from(outcomes), Int32Array.from(units));

test("nothing, one side only, one unit", () => {
  expect(asked([], [], [])).toBeNull();
  expect(asked([1, 2], [1, 1], [1, 2])).toBeNull();
  expect(asked([1, 2], [0, 1], [1, 1])).toEqual({ auc: 1, variance: null });
});

/** Pair by pair, and sums by unit as Obuchowski's formulas have them: slow and plain. */
function plain(rows: readonly { score: number; outcome: number; unit: number }[]) {
  const ill = rows.filter(({ outcome }) => outcome === 1);
  const well = rows.filter(({ outcome }) => outcome === 0);
  const beats = (a: number, b: number) => (a > b ? 1 : a === b ? 0.5 : 0);
  const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const auc = mean(ill.flatMap((a) => well.map((b) => beats(a.score, b.score))));
  const units = [...new Set(rows.map(({ unit }) => unit))];
  const part = (all: typeof ill, other: typeof ill, isIll: boolean) =>
    units.map((unit) =>
      all
        .filter((one) => one.unit === unit)
        .reduce(
          (sum, one) =>
            sum +
            mean(other.map((b) => (isIll ? beats(one.score, b.score) : beats(b.score, one.score)))) -
            auc,
          0,
        ),
    );
  const a = part(ill, well, true);
  const b = part(well, ill, false);
  const used = (all: typeof ill) => new Set(all.map(({ unit }) => unit)).size;
  const square = (values: number[]) => values.reduce((sum, value) => sum + value * value, 0);
  const [i, j, k] = [used(ill), used(well), units.length];
  if (i < 2 || j < 2) return { auc, variance: null };
  const cross = a.reduce((sum, value, at) => sum + value * b[at]!, 0);
  return {
    auc,
    variance:
      ((i / (i - 1)) * square(a)) / ill.length ** 2 +
      ((j / (j - 1)) * square(b)) / well.length ** 2 +
      ((2 * k) / (k - 1)) * (cross / (ill.length * well.length)),
  };
}

const row = fc.record({
  score: fc.integer({ min: 0, max: 6 }),
  outcome: fc.integer({ min: 0, max: 1 }),
  unit: fc.integer({ min: 0, max: 5 }),
});

test("as pair by pair", () => {
  fc.assert(fc.property(fc.array(row, { minLength: 2, maxLength: 40 }), checkRows));
});

function checkRows(rows: readonly { score: number; outcome: number; unit: number }[]) {
  const found = asked(
    rows.map(({ score }) => score),
    rows.map(({ outcome }) => outcome),
    rows.map(({ unit }) => unit),
  );
  const outcomes = new Set(rows.map(({ outcome }) => outcome));
  if (outcomes.size < 2) {
    expect(found).toBeNull();
    return;
  }
  const expected = plain(rows);
  expect(found!.auc).toBeCloseTo(expected.auc, 12);
  if (expected.variance === null) expect(found!.variance).toBeNull();
  else expect(found!.variance).toBeCloseTo(expected.variance, 12);
}
