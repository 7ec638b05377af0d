import { normalCdf } from "./normal-cdf";
import { normalQuantile } from "./normal-quantile";

export interface Design {
  /** Two-sided chance of an alarm without a difference. */
  readonly alpha?: number;
  readonly power?: number;
  /** Customers of the second arm for one of the first. */
  readonly ratio?: number;
  /**
   * How many customers count as one where they come in accounts: 1 + (m − 1)·ρ, m a mean account's users, ρ how alike they
   * are. Kish (1965), Survey Sampling, 5.4.
   */
  readonly designEffect?: number;
}

/**
 * Customers of the first arm needed to tell the shares p1 and p2 apart by the two-sided test of two proportions; not rounded,
 * null where the shares are equal or the question is none. As R's power.prop.test, in closed form.
 * Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, 3rd ed., ch. 4.
 */
export function neededPerArm(p1: number, p2: number, design: Design = {}): number | null {
  const { alpha, power, ratio, designEffect } = withDefaults(design);
  if (!isDesign(design) || !isShare(p1) || !isShare(p2) || p1 === p2) return null;
  const { pooled, apart } = deviations(p1, p2, ratio);
  const root = (normalQuantile(1 - alpha / 2) * pooled + normalQuantile(power) * apart) / (p1 - p2);
  return designEffect * root * root;
}

/** Chance that the test tells p1 from p2 with n customers in the first arm (the wrong side not counted, as R). */
export function powerOf(p1: number, p2: number, n: number, design: Design = {}): number | null {
  const { alpha, ratio, designEffect } = withDefaults(design);
  if (!isDesign(design) || !isShare(p1) || !isShare(p2) || !(n > 0)) return null;
  const { pooled, apart } = deviations(p1, p2, ratio);
  const distance = Math.sqrt(n / designEffect) * Math.abs(p1 - p2);
  const beyond = distance - normalQuantile(1 - alpha / 2) * pooled;
  // Two shares that do not vary at all are told apart or not, without chance.
  return apart > 0 ? normalCdf(beyond / apart) : beyond > 0 ? 1 : 0;
}

/**
 * Smallest share above (or, `below`, under) p1 that n customers in the first arm would tell from it with the wanted power;
 * null where not even 1 (or 0) is far enough. By bisection: the need falls as the shares part.
 */
export function detectable(
  p1: number,
  n: number,
  design: Design & { readonly below?: boolean } = {},
): number | null {
  if (!isDesign(design) || !isShare(p1) || !(n > 0)) return null;
  const end = design.below ? 0 : 1;
  const isTold = (p2: number) => (neededPerArm(p1, p2, design) ?? Infinity) <= n;
  if (!isTold(end)) return null;
  let [no, yes] = [p1, end];
  for (let step = 0; step < 200 && Math.abs(yes - no) > 1e-14; step++) {
    const middle = (no + yes) / 2;
    if (isTold(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

/** Deviations of one customer of the first arm under no difference, and under p1 and p2. */
function deviations(p1: number, p2: number, ratio: number) {
  const mean = (p1 + ratio * p2) / (1 + ratio);
  return {
    pooled: Math.sqrt((1 + 1 / ratio) * mean * (1 - mean)),
    apart: Math.sqrt(p1 * (1 - p1) + (p2 * (1 - p2)) / ratio),
  };
}

function withDefaults(design: Design): Required<Design> {
  return { alpha: 0.05, power: 0.8, ratio: 1, designEffect: 1, ...design };
}

function isDesign(design: Design): boolean {
  const { alpha, power, ratio, designEffect } = withDefaults(design);
  return alpha > 0 && alpha < 1 && power > 0 && power < 1 && ratio > 0 && designEffect >= 1;
}

function isShare(p: number): boolean {
  return p >= 0 && p <= 1;
}
