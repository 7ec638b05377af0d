import { expect, test } from "vitest";
import {
  bgAlive,
  bgConditional,
  bgExpected,
  bgNbd,
  type BgKind,
} from "../../../../src/analyses/stats/btyd/bg-nbd";
import {
  paretoAlive,
  paretoConditional,
  paretoExpected,
  paretoNbd,
} from "../../../../src/analyses/stats/btyd/pareto-nbd";
import { predicted } from "../../../../src/analyses/stats/btyd/predicted";
import { random, type Random } from "../../../../src/analyses/stats/random";

const exponential = (source: Random) => -Math.log1p(-source.uniform());
/** Gamma of shape 2. */
const two = (source: Random) => exponential(source) + exponential(source);

interface Life {
  readonly x: number;
  readonly tx: number;
  readonly T: number;
  readonly n: number;
  readonly later: number;
  readonly isAlive: boolean;
}

/** Purchases at rate `rate` until `leaves` says so at a purchase or time has come to `until`; seen for T, then for t more. */
function live(
  source: Random,
  rate: number,
  leaves: () => boolean,
  until: number,
  T: number,
  t: number,
): Life {
  let [at, x, tx, later, isGone] = [0, 0, 0, 0, false];
  let end = until;
  while (!isGone) {
    at += exponential(source) / rate;
    if (at > Math.min(until, T + t)) break;
    if (at <= T) [x, tx] = [x + 1, at];
    else later++;
    isGone = leaves();
    if (isGone) end = at;
  }
  return { x, tx, T, n: 1, later, isAlive: end > T };
}

/** The two means agree to four standard errors of the first, made of independent customers. */
function agree(values: readonly number[], truth: number) {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (values.length - 1);
  expect(Math.abs(mean - truth)).toBeLessThan(4 * Math.sqrt(variance / values.length));
}

const [T, t] = [20, 15];
const size = 2000;

test.each(["bg", "mbg"] as const)("%s: a base made by the model's own story, at a = 1", (kind: BgKind) => {
  const truth = { r: 2, alpha: 8, a: 1, b: 3 };
  const source = random(`simulated ${kind}`);
  const lives = Array.from({ length: size }, () => {
    const rate = two(source) / truth.alpha;
    const chance = 1 - (1 - source.uniform()) ** (1 / truth.b);
    const leaves = () => source.uniform() < chance;
    const atOnce = kind === "mbg" && leaves();
    return atOnce
      ? { x: 0, tx: 0, T, n: 1, later: 0, isAlive: false }
      : live(source, rate, leaves, Infinity, T, t);
  });
  agree(
    lives.map(({ x }) => x),
    bgExpected(truth, T, kind),
  );
  agree(
    lives.map(({ x, later }) => x + later),
    bgExpected(truth, T + t, kind),
  );
  agree(
    lives.map((one) => one.later - bgConditional(truth, one, t, kind)),
    0,
  );
  agree(
    lives.map((one) => (one.isAlive ? 1 : 0) - bgAlive(truth, one, kind)),
    0,
  );
  const fit = bgNbd(lives, kind);
  if (!fit.ok) throw new Error(fit.why);
  for (const name of ["r", "alpha", "a", "b"] as const)
    expect(Math.abs(fit.parameters[name] - truth[name])).toBeLessThan(4 * fit.standardErrors[name]);
  const year = predicted(fit, (parameters) => bgExpected(parameters, 52, kind), { confidence: 0.9999 });
  const exact = bgExpected(truth, 52, kind);
  expect(year.interval![0]).toBeLessThan(exact);
  expect(year.interval![1]).toBeGreaterThan(exact);
  // At 99.99 %, of 2,000 customers: some ten per cent either way.
  expect(year.interval![1] / year.interval![0]).toBeLessThan(1.5);
});

test("Pareto/NBD: a base made by the model's own story", () => {
  const truth = { r: 2, alpha: 8, s: 2, beta: 30 };
  const source = random("simulated pareto");
  const lives = Array.from({ length: size }, () => {
    const rate = two(source) / truth.alpha;
    const lifetime = exponential(source) / (two(source) / truth.beta);
    return live(source, rate, () => false, lifetime, T, t);
  });
  agree(
    lives.map(({ x }) => x),
    paretoExpected(truth, T),
  );
  agree(
    lives.map((one) => one.later - paretoConditional(truth, one, t)),
    0,
  );
  agree(
    lives.map((one) => (one.isAlive ? 1 : 0) - paretoAlive(truth, one)),
    0,
  );
  const fit = paretoNbd(lives.slice(0, 800));
  if (!fit.ok) throw new Error(fit.why);
  for (const name of ["r", "alpha", "s", "beta"] as const)
    // By logarithms: the spread of s and β is far from normal.
    expect(Math.abs(Math.log(fit.parameters[name] / truth[name]))).toBeLessThan(
      (4 * fit.standardErrors[name]) / fit.parameters[name],
    );
  const alive = predicted(fit, (at) => paretoAlive(at, { x: 2, tx: 9, T }), { share: true });
  expect(alive.interval![0]).toBeGreaterThan(0);
  expect(alive.interval![1]).toBeLessThan(1);
});

test("what the model holds for certain has no interval", () => {
  const rows = [
    { x: 0, tx: 0, T: 30, n: 40 },
    { x: 1, tx: 2, T: 30, n: 14 },
    { x: 2, tx: 25, T: 28, n: 11 },
    { x: 4, tx: 5, T: 29, n: 8 },
    { x: 9, tx: 8, T: 30, n: 2 },
    { x: 12, tx: 29.5, T: 30, n: 5 },
  ];
  const fit = bgNbd(rows);
  if (!fit.ok) throw new Error(fit.why);
  const one = predicted(fit, (at) => bgAlive(at, { x: 0, tx: 0, T: 30 }), { share: true });
  expect(one).toEqual({ value: 1, interval: null });
});
