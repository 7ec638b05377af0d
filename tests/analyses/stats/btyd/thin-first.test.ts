import { expect, test } from "vitest";
import { bgNbd } from "../../../../src/analyses/stats/btyd/bg-nbd";
import type { Fit } from "../../../../src/analyses/stats/btyd/fit";
import type { Purchases } from "../../../../src/analyses/stats/btyd/purchases";
import { thinFirst } from "../../../../src/analyses/stats/btyd/thin-first";

type Asked = { readonly size: number; readonly starts: readonly (readonly number[])[] };

const groups = (size: number): Purchases[] =>
  Array.from({ length: size }, (_, i) => ({ x: 1, tx: 1, T: 2 + i, n: 1 }));
const top = (size: number): Fit<"a"> => ({
  ok: true,
  parameters: { a: Math.E ** 2 * 10 },
  standardErrors: { a: 1 },
  covariance: [[1]],
  names: ["a"],
  logLikelihood: -size,
  customers: size,
  gradient: 0,
  starts: size < 4000 ? 2 : 1,
  agreeing: 1,
});

function traced(size: number, refused: (call: number) => boolean) {
  const asked: Asked[] = [];
  const fit = thinFirst(groups(size), [[0], [1]], [10], (some, starts) => {
    asked.push({ size: some.length, starts });
    return refused(asked.length) ? { ok: false, why: "not-converged" } : top(some.length);
  });
  return { asked, fit };
}

test("a small base is fitted at once, a large one from where its sample has its top, in the units of the starts", () => {
  expect(traced(2999, () => false).asked).toEqual([{ size: 2999, starts: [[0], [1]] }]);
  const { asked, fit } = traced(4500, () => false);
  expect(asked.map(({ size }) => size)).toEqual([1500, 4500]);
  expect(asked[1]!.starts[0]![0]).toBeCloseTo(2, 12);
  expect(fit).toMatchObject({ customers: 4500, logLikelihood: -4500, starts: 2 });
});

test("where the sample, or all from its top, find none, every start is tried on all", () => {
  expect(traced(4500, (call) => call === 1).asked[1]).toEqual({ size: 4500, starts: [[0], [1]] });
  expect(traced(4500, (call) => call === 2).asked[2]).toEqual({ size: 4500, starts: [[0], [1]] });
});

test("the top of a large base does not hang on the way to it", () => {
  const kinds = [
    { x: 0, tx: 0, n: 50 },
    { x: 1, tx: 2, n: 14 },
    { x: 1, tx: 26, n: 6 },
    { x: 2, tx: 4, n: 8 },
    { x: 2, tx: 25, n: 5 },
    { x: 4, tx: 5, n: 6 },
    { x: 5, tx: 27, n: 4 },
    { x: 9, tx: 8, n: 2 },
    { x: 12, tx: 29.5, n: 5 },
  ].flatMap(({ n, ...kind }) => Array.from({ length: n }, () => kind));
  const rows = Array.from({ length: 4000 }, (_, i) => ({ ...kinds[i % 100]!, T: 30 + i / 1000, n: 1 }));
  const whole = bgNbd(rows);
  // Doubled by hand, the same histories lie in other places of the sample's order.
  const doubled = bgNbd([
    ...rows,
    ...rows.map((row) => ({ ...row, tx: row.tx && row.tx + 1e-9, T: row.T + 1e-9 })),
  ]);
  if (!whole.ok || !doubled.ok) throw new Error("refused");
  // 1e-9 of a week moves the top by as little.
  for (const name of ["r", "alpha", "a", "b"] as const)
    expect(doubled.parameters[name] / whole.parameters[name]).toBeCloseTo(1, 6);
  expect(doubled.logLikelihood / whole.logLikelihood).toBeCloseTo(2, 6);
});
