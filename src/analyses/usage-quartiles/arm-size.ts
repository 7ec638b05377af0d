import { normalQuantile } from "../stats/normal-quantile";

/**
 * Customers in each arm of a trial that would find shares p and q different with 95 % confidence and this power; null where
 * they are equal. Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, formula 4.14; without
 * rounding as R's power.prop.test.
 */
export function armSize(p: number, q: number, power = 0.8): number | null {
  if (p === q) return null;
  const pooled = Math.sqrt((p + q) * (1 - (p + q) / 2));
  const apart = Math.sqrt(p * (1 - p) + q * (1 - q));
  return ((normalQuantile(0.975) * pooled + normalQuantile(power) * apart) / (p - q)) ** 2;
}
