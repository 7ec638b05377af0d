import { cholesky, inverseOf, solve } from "./cholesky";

/** Customers with the same explanatory values, counted: x of n have the outcome. The intercept is one of the values. */
export interface Pattern {
  readonly values: readonly number[];
  readonly x: number;
  readonly n: number;
}

export type LogisticFit =
  | {
      readonly ok: true;
      readonly coefficients: readonly number[];
      /** Inverse of the observed information: the model's own covariance. */
      readonly covariance: readonly (readonly number[])[];
      /** Fitted probability of each pattern, in their order. */
      readonly fitted: readonly number[];
      /** Largest absolute component of the score at the end, in the scale of the standardised values. */
      readonly gradient: number;
    }
  /** `rank`: a column repeats the others. `separated`: the outcome is fixed by the values, no finite estimate. */
  | { readonly ok: false; readonly why: "no-base" | "rank" | "separated" };

const mostSteps = 100;
const tolerance = 1e-10;

/**
 * Maximum likelihood logistic regression on counts, by Newton's method with step-halving.
 * Columns are scaled inside; the gradient is told relative to the number of customers.
 * McCullagh & Nelder (1989), Generalized Linear Models, 2nd ed., ch. 4.
 */
export function logistic(patterns: readonly Pattern[]): LogisticFit {
  const used = patterns.filter(({ n }) => n > 0);
  const customers = used.reduce((sum, { n }) => sum + n, 0);
  const events = used.reduce((sum, { x }) => sum + x, 0);
  if (customers === 0) return { ok: false, why: "no-base" };
  if (events === 0 || events === customers) return { ok: false, why: "separated" };
  const scale = scalesOf(used);
  const scaled = used.map((one) => ({ ...one, values: one.values.map((v, j) => v / scale[j]!) }));

  let coefficients = scale.map(() => 0);
  let likelihood = logLikelihood(scaled, coefficients);
  for (let step = 0; step < mostSteps; step++) {
    const { score, information } = slopes(scaled, coefficients);
    const lower = cholesky(information);
    if (!lower) return { ok: false, why: step === 0 ? "rank" : "separated" };
    const gradient = Math.max(...score.map(Math.abs)) / customers;
    const direction = solve(lower, score);
    if (gradient <= tolerance)
      // Newton's error squares itself: one step more takes it below what a number holds.
      return found(patterns, moved(coefficients, direction, 1), scale, inverseOf(lower), gradient);
    // Near the top the likelihood cannot tell steps apart any more: there the full Newton step is the right one.
    let share = 1;
    let next = moved(coefficients, direction, share);
    while (logLikelihood(scaled, next) < likelihood - 1e-9 * Math.abs(likelihood) && share > 1e-6) {
      share /= 2;
      next = moved(coefficients, direction, share);
    }
    coefficients = next;
    likelihood = logLikelihood(scaled, coefficients);
    if (Math.max(...coefficients.map(Math.abs)) > 50) return { ok: false, why: "separated" };
  }
  return { ok: false, why: "separated" };
}

export function probability(coefficients: readonly number[], values: readonly number[]): number {
  return 1 / (1 + Math.exp(-linear(coefficients, values)));
}

function found(
  patterns: readonly Pattern[],
  scaled: readonly number[],
  scale: readonly number[],
  inverse: readonly (readonly number[])[],
  gradient: number,
): LogisticFit {
  const coefficients = scaled.map((b, j) => b / scale[j]!);
  return {
    ok: true,
    coefficients,
    covariance: inverse.map((row, i) => row.map((v, j) => v / (scale[i]! * scale[j]!))),
    fitted: patterns.map(({ values }) => probability(coefficients, values)),
    gradient,
  };
}

function slopes(patterns: readonly Pattern[], coefficients: readonly number[]) {
  const score = coefficients.map(() => 0);
  const information = coefficients.map(() => coefficients.map(() => 0));
  for (const { values, x, n } of patterns) {
    const p = probability(coefficients, values);
    values.forEach((v, i) => {
      score[i]! += v * (x - n * p);
      values.forEach((w, j) => (information[i]![j]! += v * w * n * p * (1 - p)));
    });
  }
  return { score, information };
}

function logLikelihood(patterns: readonly Pattern[], coefficients: readonly number[]): number {
  return patterns.reduce((sum, { values, x, n }) => {
    const eta = linear(coefficients, values);
    return sum + x * eta - n * (Math.max(0, eta) + Math.log1p(Math.exp(-Math.abs(eta))));
  }, 0);
}

function scalesOf(patterns: readonly Pattern[]): number[] {
  const size = patterns[0]?.values.length ?? 0;
  return Array.from({ length: size }, (_, j) => {
    const largest = Math.max(...patterns.map(({ values }) => Math.abs(values[j]!)));
    return largest > 0 ? largest : 1;
  });
}

function linear(coefficients: readonly number[], values: readonly number[]): number {
  return values.reduce((sum, v, j) => sum + v * coefficients[j]!, 0);
}

function moved(from: readonly number[], direction: readonly number[], share: number): number[] {
  return from.map((v, j) => v + share * direction[j]!);
}
