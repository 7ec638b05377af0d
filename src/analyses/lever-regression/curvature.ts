import { fitLevers, type TermGroup } from "../levers/fit";
import type { Design } from "../levers/design";
import { splineBasis, splineKnots } from "../stats/spline";

/**
 * p of a bend in what a measure has to do with staying: the likelihood ratio test of the cubic term of a spline with three
 * knots beside everything else. Null where the measure has too few values for one, or the model no finite estimate.
 * Harrell (2015), Regression Modeling Strategies, 2nd ed., §2.4.
 */
export function curvature(
  { terms, patterns }: Pick<Design, "terms" | "patterns">,
  groups: readonly TermGroup[],
  lever: TermGroup,
): number | null {
  const column = lever.columns[0]!;
  const missing = groups.find((one) => one.form === "missing" && one.place === lever.place)?.columns[0];
  const values = patterns.flatMap((one) =>
    missing !== undefined && one.values[missing] === 1 ? [] : Array<number>(one.n).fill(one.values[column]!),
  );
  if (values.length > mostValues) return null;
  const found = splineKnots(values);
  if (!found.ok) return null;
  const bent = {
    terms: [...terms, { form: "control", control: -1, segment: "" } as const],
    patterns: patterns.map((one) => ({
      ...one,
      values: [...one.values, splineBasis(one.values[column]!, found.knots)[1]!],
    })),
  };
  const fit = fitLevers(bent, { choice: "likelihood", profiles: false, tested: terms.length });
  return fit.ok && fit.method === "likelihood" ? (fit.estimate.terms[0]?.p ?? null) : null;
}

/** Customers beyond whom the knots are not worth a list of all their values. */
const mostValues = 2_000_000;
