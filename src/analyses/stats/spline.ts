import { quantile } from "./quantile";

/** Where three knots stand: the quantiles .1, .5 and .9. Harrell (2015), Regression Modeling Strategies, 2nd ed., table 2.3. */
const shares = [0.1, 0.5, 0.9];

/**
 * Knots of a restricted cubic spline, ascending. `few-values`: the quantiles coincide, as of a measure of few different
 * values or with most customers at one of them: no curve can be told from a line there.
 */
export function splineKnots(
  values: readonly number[],
):
  | { readonly ok: true; readonly knots: readonly number[] }
  | { readonly ok: false; readonly why: "few-values" } {
  const knots = shares.flatMap((share) => quantile(values, share) ?? []);
  const isRising =
    knots.length === shares.length && knots.every((knot, i) => i === 0 || knot > knots[i - 1]!);
  return isRising ? { ok: true, knots } : { ok: false, why: "few-values" };
}

/**
 * The columns of a restricted cubic spline at x: x itself and, for k knots, k − 2 cubic terms in the unit of x; beyond the
 * outer knots their sums are lines. Knots ascending, at least three.
 * Stone & Koo (1985), Proc. Statist. Comp. Sect. ASA, 45–48; Harrell (2015), formulas 2.24 and 2.25, scaled as R's
 * Hmisc::rcspline.eval(norm = 2).
 */
export function splineBasis(x: number, knots: readonly number[]): number[] {
  const count = knots.length;
  if (count < 3 || knots.some((knot, i) => i > 0 && !(knot > knots[i - 1]!)))
    throw new RangeError(`no knots: ${knots.join(", ")}`);
  const last = knots[count - 1]!;
  const beforeLast = knots[count - 2]!;
  const scale = (last - knots[0]!) ** 2;
  const cube = (knot: number) => Math.max(0, x - knot) ** 3;
  return [
    x,
    ...knots
      .slice(0, count - 2)
      .map(
        (knot) =>
          (cube(knot) -
            (cube(beforeLast) * (last - knot)) / (last - beforeLast) +
            (cube(last) * (beforeLast - knot)) / (last - beforeLast)) /
          scale,
      ),
  ];
}
