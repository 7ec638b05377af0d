import type { Counted } from "../stats/newcombe";

/**
 * Two-sided probability of shares at least as unlikely as these if both groups had the same chance, given all who have the
 * outcome: right however few they are. Null where a group is empty, or where nobody or everybody has the outcome.
 * Fisher (1935), J. R. Statist. Soc. 98, 39–54; two-sided as R's fisher.test: tables no more likely than the one seen.
 */
export function fisherExact(a: Counted, b: Counted): number | null {
  const x = a.x + b.x;
  const n = a.n + b.n;
  if (a.n === 0 || b.n === 0 || x === 0 || x === n) return null;
  const least = Math.max(0, x - b.n);
  const most = Math.min(x, a.n);
  // Weights relative to the most likely count: nothing overflows, and what underflows adds nothing.
  const peak = Math.min(most, Math.max(least, Math.floor(((x + 1) * (a.n + 1)) / (n + 2))));
  const weights = new Float64Array(most - least + 1);
  weights[peak - least] = 1;
  const up = (k: number) => ((a.n - k) * (x - k)) / ((k + 1) * (b.n - x + k + 1));
  for (let k = peak; k < most; k++) weights[k + 1 - least] = weights[k - least]! * up(k);
  for (let k = peak; k > least; k--) weights[k - 1 - least] = weights[k - least]! / up(k - 1);
  // Tables as likely as the one seen count, whatever their last digits.
  const limit = weights[a.x - least]! * (1 + 1e-7);
  let [unlikely, all] = [0, 0];
  for (const weight of weights) {
    all += weight;
    if (weight <= limit) unlikely += weight;
  }
  return Math.min(1, unlikely / all);
}
