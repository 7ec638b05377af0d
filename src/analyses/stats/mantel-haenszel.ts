import { chiSquareUpper } from "./chi-square";
import type { Counted } from "./newcombe";
import { normalQuantile } from "./normal-quantile";

/** Two groups within a stratum: x of n have the outcome. */
export interface Stratum {
  readonly a: Counted;
  readonly b: Counted;
}

type Interval = readonly [number, number];

export interface MantelHaenszel {
  /** Odds of a to odds of b, common to the strata; null where no stratum lets it be told (0/0, or without bound). */
  readonly oddsRatio: number | null;
  /** Robins, Breslow & Greenland (1986), Biometrics 42, 311–323. */
  readonly oddsInterval: Interval | null;
  /** Share of a less share of b, weighted n_a·n_b/n. */
  readonly difference: number;
  /** Sato (1989), Biometrics 45, 1323–1324: good for few large and for many small strata. */
  readonly differenceError: number;
  /** Null where the error is 0 (nobody or everybody, everywhere): without width it would claim certainty. */
  readonly differenceInterval: Interval | null;
  /** Cochran–Mantel–Haenszel without correction, 1 df; null where no stratum holds both outcomes. */
  readonly test: { readonly chiSquare: number; readonly p: number } | null;
  /** With the correction of ½, as R's mantelhaen.test has it by default. */
  readonly corrected: { readonly chiSquare: number; readonly p: number } | null;
}

/**
 * Difference of two groups adjusted for strata. Strata in which one group is empty say nothing and take no part; null where
 * none is left. Right for the common effect only where the strata have one (see `breslowDay`).
 * Mantel & Haenszel (1959), J. Natl. Cancer Inst. 22, 719–748.
 */
export function mantelHaenszel(strata: readonly Stratum[], confidence = 0.95): MantelHaenszel | null {
  const used = bothPresent(strata);
  if (used.length === 0) return null;
  const z = normalQuantile((1 + confidence) / 2);
  const { difference, variance } = riskDifference(used);
  const differenceError = Math.sqrt(Math.max(0, variance));
  return {
    ...oddsOf(used, z),
    difference,
    differenceError,
    differenceInterval:
      differenceError > 0
        ? [Math.max(-1, difference - z * differenceError), Math.min(1, difference + z * differenceError)]
        : null,
    ...testsOf(used),
  };
}

/** Strata with customers in both groups; throws a RangeError on what is no count. */
export function bothPresent(strata: readonly Stratum[]): readonly Stratum[] {
  for (const { x, n } of strata.flatMap(({ a, b }) => [a, b])) {
    if (!(x >= 0 && x <= n && n < Infinity)) throw new RangeError(`count outside 0..${n}: ${x}`);
  }
  return strata.filter(({ a, b }) => a.n > 0 && b.n > 0);
}

function oddsOf(strata: readonly Stratum[], z: number): Pick<MantelHaenszel, "oddsRatio" | "oddsInterval"> {
  let [r, s, pr, mixed, qs] = [0, 0, 0, 0, 0];
  for (const { a, b } of strata) {
    const n = a.n + b.n;
    const [forA, forB] = [(a.x * (b.n - b.x)) / n, (b.x * (a.n - a.x)) / n];
    const [p, q] = [(a.x + b.n - b.x) / n, (b.x + a.n - a.x) / n];
    r += forA;
    s += forB;
    pr += p * forA;
    mixed += p * forB + q * forA;
    qs += q * forB;
  }
  if (s === 0) return { oddsRatio: null, oddsInterval: null };
  if (r === 0) return { oddsRatio: 0, oddsInterval: null };
  const reach = z * Math.sqrt(pr / (2 * r * r) + mixed / (2 * r * s) + qs / (2 * s * s));
  return { oddsRatio: r / s, oddsInterval: [(r / s) * Math.exp(-reach), (r / s) * Math.exp(reach)] };
}

function riskDifference(strata: readonly Stratum[]) {
  let [top, weights, p, q] = [0, 0, 0, 0];
  for (const { a, b } of strata) {
    const n = a.n + b.n;
    top += (a.x * b.n - b.x * a.n) / n;
    weights += (a.n * b.n) / n;
    p += (a.n * a.n * b.x - b.n * b.n * a.x + (a.n * b.n * (b.n - a.n)) / 2) / (n * n);
    q += (a.x * (b.n - b.x) + b.x * (a.n - a.x)) / (2 * n);
  }
  const difference = top / weights;
  return { difference, variance: (difference * p + q) / (weights * weights) };
}

function testsOf(strata: readonly Stratum[]): Pick<MantelHaenszel, "test" | "corrected"> {
  let [distance, variance] = [0, 0];
  for (const { a, b } of strata) {
    const n = a.n + b.n;
    const x = a.x + b.x;
    distance += a.x - (a.n * x) / n;
    variance += (a.n * b.n * x * (n - x)) / (n * n * (n - 1));
  }
  if (variance === 0) return { test: null, corrected: null };
  const tested = (gap: number) => {
    const chiSquare = (gap * gap) / variance;
    return { chiSquare, p: chiSquareUpper(chiSquare, 1) };
  };
  const gap = Math.abs(distance);
  return { test: tested(gap), corrected: tested(gap >= 0.5 ? gap - 0.5 : gap) };
}
