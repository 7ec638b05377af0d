import { normalQuantile } from "./normal-quantile";
import type { Random } from "./random";

/** A draw of the standard normal distribution, by its quantile. */
export function normalDraw(source: Random): number {
  // Never 0, where the quantile has no end.
  return normalQuantile(source.uniform() + 2 ** -54);
}

/** A draw of χ² with `df` ≥ 2 degrees of freedom: Marsaglia & Tsang (2000), ACM Trans. Math. Softw. 26, 363–372. */
export function chiSquareDraw(df: number, source: Random): number {
  if (!(df >= 2)) throw new RangeError(`degrees of freedom: ${df}`);
  const d = df / 2 - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normalDraw(source);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(source.uniform() + 2 ** -54) < x * x * 0.5 + d - d * v + d * Math.log(v))
      return 2 * d * v;
  }
}
