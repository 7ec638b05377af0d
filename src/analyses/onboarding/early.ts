import { normalQuantile } from "../stats/normal-quantile";
import type { Curve } from "../time-to-churn/result";
import type { OnboardingResult } from "./result";

/**
 * Of all who leave within the horizon, the share who leave early, held against a constant hazard that loses as many by the
 * horizon: (1 − S(e)) / (1 − S(h)) against (1 − S(h)^(e/h)) / (1 − S(h)). Null where the data do not reach the horizon, nobody
 * has left or nobody is left. Variances by the delta method from Greenwood's sums of the two stretches, which are independent.
 */
export function earlyShare(curve: Curve, early: number, horizon: number): OnboardingResult["early"] {
  const [at, end] = [stepAt(curve, early), stepAt(curve, horizon)];
  const isReached =
    curve.emptied === null && (horizon <= curve.lastTime || curve.steps.at(-1)?.survival === 0);
  if (!isReached || early >= horizon || !(end.survival > 0 && end.survival < 1)) return null;
  const [s, u] = [at.survival, end.survival];
  const q = u / s;
  const lost = 1 - u;
  const a = early / horizon;
  const share = (1 - s) / lost;
  const expected = (1 - u ** a) / lost;
  // Derivatives by ln s and ln q, where ln u = ln s + ln q.
  const byS = (s * (q - 1)) / (lost * lost);
  const byQ = (q * s * (1 - s)) / (lost * lost);
  const expectedBy = (u * (1 - u ** a - a * u ** (a - 1) * lost)) / (lost * lost);
  const [first, second] = [at.greenwood, end.greenwood - at.greenwood];
  const error = Math.sqrt(byS * byS * first + byQ * byQ * second);
  const differenceError = Math.sqrt((byS - expectedBy) ** 2 * first + (byQ - expectedBy) ** 2 * second);
  const z = normalQuantile(0.975);
  const difference = share - expected;
  return {
    early,
    horizon,
    lostEarly: curve.steps.reduce((sum, { time, events }) => sum + (time <= early ? events : 0), 0),
    lost: curve.steps.reduce((sum, { time, events }) => sum + (time <= horizon ? events : 0), 0),
    share,
    interval: share > 0 && share < 1 ? onLogit(share, (z * error) / (share * (1 - share))) : null,
    expected,
    even: a,
    difference,
    differenceInterval: [difference - z * differenceError, difference + z * differenceError],
  };
}

function onLogit(share: number, reach: number): [number, number] {
  const logit = Math.log(share / (1 - share));
  const back = (value: number) => 1 / (1 + Math.exp(-value));
  return [back(logit - reach), back(logit + reach)];
}

/** S and the variance of its logarithm at a time. */
function stepAt({ steps }: Curve, time: number): { survival: number; greenwood: number } {
  const step = steps.findLast((one) => one.time <= time);
  if (!step || step.standardError === null || step.survival === 0)
    return { survival: step?.survival ?? 1, greenwood: 0 };
  return { survival: step.survival, greenwood: (step.standardError / step.survival) ** 2 };
}
