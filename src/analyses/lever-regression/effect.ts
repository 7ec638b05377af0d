import type { Pattern } from "../stats/logistic";
import { marginalEffect, type Estimated } from "../stats/marginal-effects";
import type { ProfileInterval } from "../stats/profile-interval";
import type { LeverEstimate } from "./result";

/**
 * Average marginal effect of a unit as a difference of shares. Where the lever fixes the outcome its probabilities are next
 * to 1, the curve is flat there and the delta method gives next to no error: its interval is then that of the ends of the
 * coefficient's profile interval (`ends`), an end that is open at the furthest there is.
 */
export function effectOf(
  patterns: readonly Pattern[],
  estimated: Estimated,
  { column, isSwitch, ends }: { column: number; isSwitch: boolean; ends: ProfileInterval | null },
): LeverEstimate["effect"] {
  const kind = isSwitch ? "switch" : "slope";
  const found = marginalEffect(patterns, estimated, { kind, column });
  if (!found) return null;
  const points = found.points / 100;
  if (!ends || !isSwitch) return { points, interval: [found.interval[0] / 100, found.interval[1] / 100] };
  const [low, high] = ends.map((end, side) => {
    const coefficients = estimated.coefficients.map((one, j) =>
      j === column ? (end ?? (side === 0 ? -furthest : furthest)) : one,
    );
    return (marginalEffect(patterns, { ...estimated, coefficients }, { kind, column })?.points ?? 0) / 100;
  });
  return { points, interval: [low!, high!] };
}

/** Log odds beyond which a probability is 0 or 1. */
const furthest = 50;
