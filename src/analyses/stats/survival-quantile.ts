import type { SurvivalCurve } from "./kaplan-meier";

/** A time of the curve's unit with its interval; a bound that the data do not reach is null. */
export interface SurvivalTime {
  readonly time: number | null;
  readonly interval: readonly [number | null, number | null];
}

/**
 * First time by which a share p of customers has left, S(t) ≤ 1 − p; null where that is not reached. The interval inverts
 * the curve's own pointwise band: first times at which its lower and its upper limit come down to 1 − p.
 * Brookmeyer & Crowley (1982), Biometrics 38, 29–41. R's `quantile.survfit` gives the middle of a flat stretch where S is
 * exactly 1 − p; here it is the stretch's first time, as in lifelines.
 */
export function quantileOf(curve: SurvivalCurve, p: number): SurvivalTime {
  if (!(p > 0 && p < 1)) throw new RangeError(`share outside 0..1: ${p}`);
  // S is a product of many fractions: ½ may come as ½ and a few roundings.
  const goal = 1 - p + 1e-11;
  const first = (reached: (step: SurvivalCurve["steps"][number]) => number | undefined) =>
    curve.steps.find((step) => (reached(step) ?? Infinity) <= goal)?.time ?? null;
  const time = first((step) => step.survival);
  const low = first((step) => step.interval?.[0]);
  return { time, interval: [low, first((step) => step.interval?.[1])] };
}

/** Time by which half have left. */
export function medianOf(curve: SurvivalCurve): SurvivalTime {
  return quantileOf(curve, 0.5);
}
