import type { SurvivalCurve } from "../stats/kaplan-meier";
import { hazard } from "../stats/person-time";
import type { RepeatPurchaseResult } from "./result";

const ends = [7, 14, 30, 60, 90, 180, 365, 730, Infinity];

/** Second purchases per day of those still without one, by stretches (from, to] of days after the first purchase. */
export function hazardOf({ steps, lastTime }: SurvivalCurve): RepeatPurchaseResult["hazard"] {
  return ends.flatMap((end, i) => {
    const from = i === 0 ? 0 : ends[i - 1]!;
    const to = Math.min(end, lastTime);
    // A second order on the day of the first belongs to the first stretch.
    const within = steps.filter(({ time }) => time <= to && (time > from || i === 0));
    const events = within.reduce((sum, step) => sum + step.events, 0);
    const customerDays = steps.reduce(
      (sum, { time, events: again, censored }) =>
        sum + (again + censored) * (Math.min(time, to) - Math.min(time, from)),
      0,
    );
    const known = hazard(events, customerDays);
    if (!known) return [];
    const [low, high] = known.interval;
    return [
      { from, to, events, customerDays, perDay: known.rate, interval: [low, high] as [number, number] },
    ];
  });
}
