import type { BootstrapOptions } from "./bootstrap";
import { accelerationOf, bootstrapIntervals, type Bootstrap } from "./bootstrap-interval";
import { random } from "./random";

/**
 * Bootstrap of any statistic of n customers, told by their numbers 0..n − 1 (each as often as drawn, in no order; the array
 * is used again). Costs replicates + n calls; for ratios of sums over many customers see `bootstrapRatios`. Null when
 * stopped, of nobody, or where the statistic has no finite value of all customers.
 */
export function bootstrapOf(
  statistic: (customers: Int32Array) => number,
  n: number,
  { seed, replicates = 2000, confidence = 0.95, onProgress, isStopped }: BootstrapOptions,
): Bootstrap | null {
  if (!(Number.isInteger(n) && n >= 0)) throw new RangeError(`no number of customers: ${n}`);
  if (!(Number.isInteger(replicates) && replicates >= 1))
    throw new RangeError(`no number of replicates: ${replicates}`);
  if (n === 0) return null;
  const drawn = Int32Array.from({ length: n }, (_, i) => i);
  const estimate = statistic(drawn);
  if (!Number.isFinite(estimate)) return null;

  const leftOut = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    if (isStopped?.()) return null;
    leftOut[i] = n > 1 ? statistic(drawn.filter((customer) => customer !== i)) : NaN;
    onProgress?.((i + 1) / (n + replicates));
  }
  const source = random(seed);
  const values = new Float64Array(replicates);
  for (let k = 0; k < replicates; k++) {
    if (isStopped?.()) return null;
    for (let i = 0; i < n; i++) drawn[i] = source.below(n);
    values[k] = statistic(drawn);
    onProgress?.((n + k + 1) / (n + replicates));
  }
  return bootstrapIntervals(estimate, values, accelerationOf(leftOut), confidence);
}
