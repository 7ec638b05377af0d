import type { Curve, Step } from "../time-to-churn/result";
import { fewAtRisk } from "../time-to-churn/few";

/** The share that has come to the first value by a time: 1 − S, and its interval turned round with it. */
export interface ValuePoint {
  readonly time: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly isFew: boolean;
}

export function shareAt({ time, survival, interval, atRisk }: Step): ValuePoint {
  const share = 1 - survival;
  return {
    time,
    share,
    low: interval ? 1 - interval[1] : share,
    high: interval ? 1 - interval[0] : share,
    isFew: atRisk < fewAtRisk,
  };
}

/** How far is drawn: until nobody comes to it any more, and at least the longest day asked for, as far as anybody is followed. */
export function reachOf({ steps, lastTime }: Curve, days: readonly number[]): number {
  const last = steps.findLast(({ events }) => events > 0)?.time ?? 0;
  return Math.max(1, Math.min(lastTime, Math.max(last, ...days)));
}

/** Corners of the curve from nought to its reach; each share holds until the next. */
export function pointsOf(curve: Curve, reach: number): ValuePoint[] {
  const start = { time: 0, share: 0, low: 0, high: 0, isFew: false };
  const points = [start, ...curve.steps.filter(({ time }) => time <= reach).map(shareAt)];
  return [...points, { ...points[points.length - 1]!, time: reach }];
}

/** Days asked for that are drawn, with the share by then; those whose labels would lie over each other are left out. */
export function labelled(
  points: readonly ValuePoint[],
  days: readonly number[],
  reach: number,
  room: number,
) {
  let last = -Infinity;
  return days.flatMap((day) => {
    if (day > reach || ((day - last) / reach) * room < leastApart) return [];
    last = day;
    return [{ time: day, share: points.findLast(({ time }) => time <= day)!.share }];
  });
}

export const leastApart = 48;
