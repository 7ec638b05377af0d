import { chiSquareUpper } from "./chi-square";
import { bothPresent, mantelHaenszel, type Stratum } from "./mantel-haenszel";

export interface BreslowDay {
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
  /** With Tarone's correction, which the test owes where the odds ratio is Mantel's and Haenszel's. */
  readonly tarone: { readonly chiSquare: number; readonly p: number };
}

/**
 * Is the odds ratio the same in all strata? Strata without both groups or without both outcomes say nothing. Null where
 * fewer than two are left or there is no common odds ratio above 0.
 * Breslow & Day (1980), Statistical Methods in Cancer Research I, IARC, p. 142; Tarone (1985), Biometrika 72, 91–95.
 */
export function breslowDay(strata: readonly Stratum[]): BreslowDay | null {
  const used = bothPresent(strata).filter(({ a, b }) => a.x + b.x > 0 && a.x + b.x < a.n + b.n);
  const ratio = mantelHaenszel(used)?.oddsRatio;
  if (used.length < 2 || !ratio) return null;
  let chiSquare = 0;
  let distances = 0;
  let variances = 0;
  for (const stratum of used) {
    const expected = fitted(stratum, ratio);
    const { a, b } = stratum;
    const cells = [expected, a.n - expected, a.x + b.x - expected, b.n - a.x - b.x + expected];
    const variance = 1 / cells.reduce((sum, cell) => sum + 1 / cell, 0);
    chiSquare += (a.x - expected) ** 2 / variance;
    distances += a.x - expected;
    variances += variance;
  }
  const df = used.length - 1;
  const corrected = Math.max(0, chiSquare - distances ** 2 / variances);
  return {
    chiSquare,
    df,
    p: chiSquareUpper(chiSquare, df),
    tarone: { chiSquare: corrected, p: chiSquareUpper(corrected, df) },
  };
}

/** The count in a that gives a stratum with its margins this odds ratio. */
function fitted({ a, b }: Stratum, ratio: number): number {
  const x = a.x + b.x;
  const half = (ratio * (a.n + x) + b.n - x) / 2;
  // The smaller root of (1 − ratio)·e² + 2·half·e − ratio·a.n·x = 0 written so that ratio 1 divides by no 0.
  const product = ratio * a.n * x;
  return product / (half + Math.sqrt(half * half - (ratio - 1) * product));
}
