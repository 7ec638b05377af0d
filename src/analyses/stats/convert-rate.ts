/** Mean lengths of the Gregorian calendar: a year has 365.25 days, a month a twelfth of it. */
export const daysIn = { day: 1, week: 7, month: 30.4375, quarter: 91.3125, year: 365.25 } as const;

/**
 * A loss rate per `from` days told per `to` days: 1 − (1 − rate)^(to/from).
 * Right only where the chance of leaving is constant in time and the same for all customers.
 */
export function convertRate(rate: number, from: number, to: number): number {
  if (!(rate >= 0 && rate <= 1)) throw new RangeError(`rate outside 0..1: ${rate}`);
  return -Math.expm1((to / from) * Math.log1p(-rate));
}

/** Periods until the average customer has left, at a constant rate: 1/rate. Null: nobody leaves. */
export function meanLifetime(rate: number): number | null {
  return rate > 0 ? 1 / rate : null;
}

/** Periods until half have left, at a constant rate: ln ½ / ln(1 − rate). Null: nobody leaves. */
export function medianLifetime(rate: number): number | null {
  if (rate <= 0) return null;
  return rate >= 1 ? 0 : Math.LN2 / -Math.log1p(-rate);
}
