import { studentReach, studentUpper } from "./student-t";

/** One estimate and its squared standard error from each completed data set. */
export interface Completed {
  readonly value: number;
  readonly variance: number;
}

export interface Pooled {
  readonly value: number;
  readonly standardError: number;
  /** Mean of the variances, and variance between the completed data sets. */
  readonly within: number;
  readonly between: number;
  readonly df: number;
  readonly interval: readonly [number, number];
  /** Two-sided, of a value of 0. */
  readonly p: number;
  /** Relative increase in variance by what is missing. */
  readonly increase: number;
  /** Fraction of information that is missing. */
  readonly missing: number;
}

export interface PoolOptions {
  /** Degrees of freedom if nothing were missing; Infinity: a large sample. */
  readonly completeDf: number;
  readonly confidence?: number;
}

/**
 * Rubin's rules: one estimate from those of several completed data sets, at least two. Rubin (1987), Multiple Imputation for
 * Nonresponse in Surveys, p. 76–77; degrees of freedom of a small sample: Barnard & Rubin (1999), Biometrika 86, 948–955.
 */
export function pool(
  completed: readonly Completed[],
  { completeDf, confidence = 0.95 }: PoolOptions,
): Pooled {
  const m = completed.length;
  if (m < 2) throw new RangeError(`completed data sets: ${m}`);
  if (!(completeDf > 0)) throw new RangeError(`degrees of freedom: ${completeDf}`);
  const mean = (of: (one: Completed) => number) => completed.reduce((sum, one) => sum + of(one), 0) / m;
  const value = mean((one) => one.value);
  const within = mean((one) => one.variance);
  const between = (mean((one) => (one.value - value) ** 2) * m) / (m - 1);
  const added = (1 + 1 / m) * between;
  const total = within + added;
  if (!(total > 0)) throw new RangeError(`variance: ${total}`);
  const share = added / total;
  // Rubin's, p. 77, as if the sample were large.
  const large = share > 0 ? (m - 1) / share ** 2 : Infinity;
  const df = degrees(share, large, completeDf);
  const standardError = Math.sqrt(total);
  const reach = studentReach(confidence, df) * standardError;
  const increase = within > 0 ? added / within : Infinity;
  return {
    value,
    standardError,
    within,
    between,
    df,
    interval: [value - reach, value + reach],
    p: Math.min(1, 2 * studentUpper(Math.abs(value) / standardError, df)),
    increase,
    // (r + 2/(ν + 3))/(r + 1) with r = share/(1 − share).
    missing: share + (2 / (large + 3)) * (1 - share),
  };
}

/** `share`: of the total variance, the part that is there because something is missing. */
function degrees(share: number, large: number, completeDf: number): number {
  const observed =
    completeDf === Infinity ? Infinity : ((completeDf + 1) / (completeDf + 3)) * completeDf * (1 - share);
  // Beyond this Student's t is the normal distribution to all digits that are shown.
  return Math.min(1e6, 1 / (1 / large + 1 / observed));
}
