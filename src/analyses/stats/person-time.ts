import { chiSquareQuantile } from "./chi-square";

export interface Hazard {
  /** Events for one unit of the person-time. */
  readonly rate: number;
  readonly interval: readonly [number, number];
}

/**
 * Events by the time all customers together were observed, with the exact Poisson interval; null without any time.
 * Without an event the lower limit is 0 and the upper one says how much the time can rule out. `events` whole,
 * `personTime` in any unit. Garwood (1936), Biometrika 28, 437–442: limits are quantiles of chi-square with 2x and 2x + 2.
 */
export function hazard(events: number, personTime: number, confidence = 0.95): Hazard | null {
  if (!(Number.isInteger(events) && events >= 0)) throw new RangeError(`no count: ${events}`);
  if (!(personTime >= 0 && personTime < Infinity)) throw new RangeError(`no time: ${personTime}`);
  if (personTime === 0) return null;
  const tail = (1 - confidence) / 2;
  const low = events === 0 ? 0 : chiSquareQuantile(tail, 2 * events) / 2;
  const high = chiSquareQuantile(1 - tail, 2 * events + 2) / 2;
  return { rate: events / personTime, interval: [low / personTime, high / personTime] };
}
