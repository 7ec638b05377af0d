import type { Estimated } from "./marginal-effects";

/** What one customer weighs in a fitted logistic regression. */
export interface Influence {
  /** The customer's diagonal element of the hat matrix, 0..1; all of them add up to the number of coefficients. */
  readonly leverage: number;
  /** Cook's distance, as R's cooks.distance of a glm on 0/1 outcomes. */
  readonly cook: number;
  /**
   * Of each column as given the coefficient with this customer less the one without, to first order; null where it was
   * dropped. As R's dfbeta, but from Pearson's residual, not from the deviance's.
   */
  readonly changes: readonly (number | null)[];
}

/**
 * Influence of one customer with these values and this outcome (the intercept is one of the values): one Newton step from
 * the estimate towards that without the customer. For Firth's estimate an approximation by the same formula.
 * Null where the customer alone decides a coefficient (leverage 1).
 * Pregibon (1981), Ann. Statist. 9, 705–724, §4; Cook's distance: Williams (1987), Appl. Statist. 36, 181–191.
 */
export function influence(
  values: readonly number[],
  hasEvent: boolean,
  { coefficients, covariance, kept }: Estimated,
): Influence | null {
  let linear = 0;
  for (const column of kept) linear += values[column]! * coefficients[column]!;
  const small = Math.exp(-Math.abs(linear));
  const [likely, unlikely] = [1 / (1 + small), small / (1 + small)];
  const weight = likely * unlikely;
  // Each in the form that keeps its digits where the outcome was nearly sure.
  const residual = hasEvent ? (linear >= 0 ? unlikely : likely) : linear >= 0 ? -likely : -unlikely;
  const reach = covariance.map((row) => row.reduce((sum, value, k) => sum + value * values[kept[k]!]!, 0));
  const length = reach.reduce((sum, value, k) => sum + value * values[kept[k]!]!, 0);
  const leverage = weight * length;
  if (!(leverage < 1)) return null;
  const step = residual / (1 - leverage);
  const changes = new Array<number | null>(values.length).fill(null);
  kept.forEach((column, k) => (changes[column] = reach[k]! * step));
  return { leverage, cook: (step * step * length) / kept.length, changes };
}
