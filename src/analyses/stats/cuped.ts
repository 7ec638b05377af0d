import { studentReach, studentUpper } from "./student-t";

/** One arm: outcome y and covariate x of its n units; sample variances and covariance (divided by n − 1). */
export interface Moments {
  readonly n: number;
  readonly meanY: number;
  readonly meanX: number;
  readonly varianceY: number;
  readonly varianceX: number;
  readonly covariance: number;
}

export interface MeanDifference {
  /** Second arm less first. */
  readonly difference: number;
  readonly standardError: number;
  /** Welch's. */
  readonly df: number;
  readonly interval: readonly [number, number];
  readonly p: number;
}

export type Cuped =
  | {
      readonly ok: true;
      /** Slope of y on x over both arms together. */
      readonly theta: number;
      readonly raw: MeanDifference;
      readonly adjusted: MeanDifference;
      /** What is left of the variance of y, over both arms together: 1 − the squared correlation. */
      readonly varianceRatio: number;
      /**
       * How far the arms' x lie apart, tested: a small p says the split or the covariate is spoilt, for x comes from before
       * the split and cannot differ but by chance.
       */
      readonly covariate: MeanDifference | null;
    }
  | {
      readonly ok: false;
      readonly why: "too-few" | "constant-covariate" | "constant-outcome" | "bad-moments";
    };

/**
 * Difference of two means with what a covariate from before the split explains taken out: y − θ(x − mean of x).
 * Deng, Xu, Kohavi & Walker (2013), WSDM, 123–132. Intervals by Welch (1947), Biometrika 34, 28–35.
 */
export function cuped(first: Moments, second: Moments, confidence = 0.95): Cuped {
  const arms = [first, second];
  for (const { n, varianceX, varianceY, ...rest } of arms) {
    if (!(n >= 2)) return { ok: false, why: "too-few" };
    const isKnown = [varianceX, varianceY, ...Object.values(rest)].every(Number.isFinite);
    if (!(isKnown && Number.isInteger(n) && varianceX >= 0 && varianceY >= 0))
      return { ok: false, why: "bad-moments" };
  }
  const together = pooled(first, second);
  if (!(together.varianceX > 0)) return { ok: false, why: "constant-covariate" };
  if (!(together.varianceY > 0)) return { ok: false, why: "constant-outcome" };
  const theta = together.covariance / together.varianceX;
  const raw = welch(arms, (arm) => [arm.meanY, arm.varianceY], confidence);
  const adjusted = welch(
    arms,
    (arm) => [
      arm.meanY - theta * arm.meanX,
      Math.max(0, arm.varianceY - 2 * theta * arm.covariance + theta * theta * arm.varianceX),
    ],
    confidence,
  );
  if (!raw || !adjusted) return { ok: false, why: "constant-outcome" };
  return {
    ok: true,
    theta,
    raw,
    adjusted,
    varianceRatio: Math.max(0, 1 - (theta * together.covariance) / together.varianceY),
    covariate: welch(arms, (arm) => [arm.meanX, arm.varianceX], confidence),
  };
}

/** Of two arms the moments of both together. */
function pooled(a: Moments, b: Moments): Moments {
  const n = a.n + b.n;
  const [byY, byX] = [a.meanY - b.meanY, a.meanX - b.meanX];
  const join = (within: (arm: Moments) => number, between: number) =>
    ((a.n - 1) * within(a) + (b.n - 1) * within(b) + ((a.n * b.n) / n) * between) / (n - 1);
  return {
    n,
    meanY: (a.n * a.meanY + b.n * b.meanY) / n,
    meanX: (a.n * a.meanX + b.n * b.meanX) / n,
    varianceY: join((arm) => arm.varianceY, byY * byY),
    varianceX: join((arm) => arm.varianceX, byX * byX),
    covariance: join((arm) => arm.covariance, byX * byY),
  };
}

/**
 * Difference of two means as they stand, second less first; null where an arm has fewer than two units or neither varies: a
 * difference without a spread has no interval. Welch (1947), Biometrika 34, 28–35.
 */
export function meanDifference(
  first: Pick<Moments, "n" | "meanY" | "varianceY">,
  second: Pick<Moments, "n" | "meanY" | "varianceY">,
  confidence = 0.95,
): MeanDifference | null {
  if (!(first.n >= 2 && second.n >= 2)) return null;
  return welch([first, second], (arm) => [arm.meanY, arm.varianceY], confidence);
}

function welch<A extends { readonly n: number }>(
  arms: readonly A[],
  of: (arm: A) => readonly [number, number],
  confidence: number,
): MeanDifference | null {
  const [first, second] = arms.map((arm) => {
    const [mean, variance] = of(arm);
    return { mean, square: variance / arm.n, n: arm.n };
  }) as [{ mean: number; square: number; n: number }, { mean: number; square: number; n: number }];
  const square = first.square + second.square;
  if (!(square > 0)) return null;
  const df = (square * square) / (first.square ** 2 / (first.n - 1) + second.square ** 2 / (second.n - 1));
  const standardError = Math.sqrt(square);
  const difference = second.mean - first.mean;
  const reach = studentReach(confidence, df) * standardError;
  return {
    difference,
    standardError,
    df,
    interval: [difference - reach, difference + reach],
    p: 2 * studentUpper(Math.abs(difference) / standardError, df),
  };
}
