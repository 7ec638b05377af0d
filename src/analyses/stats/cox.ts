import { chiSquareUpper } from "./chi-square";
import { cholesky, inverseOf, solve } from "./cholesky";
import { coxTable, walkCox, type CoxRow, type CoxTable, type Ties } from "./cox-sums";
import { normalCdf } from "./normal-cdf";
import { normalQuantile } from "./normal-quantile";

export interface CoxTest {
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
}

/** A column whose hazard ratio is 0 (`low`) or infinite (`high`), alone or together with the others named. */
export interface Infinite {
  readonly column: number;
  readonly towards: "high" | "low";
}

export type CoxFit =
  | {
      readonly ok: true;
      /** Logarithms of hazard ratios, a unit of each column. */
      readonly coefficients: readonly number[];
      readonly covariance: readonly (readonly number[])[];
      readonly logLikelihood: { readonly none: number; readonly fitted: number };
      readonly likelihoodRatio: CoxTest;
      readonly wald: CoxTest;
      /** With one column of two groups and without ties, the log-rank test. */
      readonly score: CoxTest;
      readonly events: number;
      readonly ties: Ties;
      /** Largest absolute component of the score at the end, an event, in standard deviations of the columns. */
      readonly gradient: number;
    }
  | { readonly ok: false; readonly why: "no-base" | "no-events" }
  /** `columns` repeat those before them, or do not vary among those at risk when somebody leaves. */
  | { readonly ok: false; readonly why: "rank"; readonly columns: readonly number[] }
  /**
   * Whoever left was always the one with the highest (or lowest) value: the likelihood has no top, and there is no estimate.
   * Its limit has one, and with it the test. `unsettled`: the steps did not come to rest for another reason.
   */
  | {
      readonly ok: false;
      readonly why: "infinite" | "unsettled";
      readonly columns: readonly Infinite[];
      readonly likelihoodRatio: CoxTest;
    };

const mostSteps = 100;
const tolerance = 1e-10;

/**
 * Cox regression by Newton's method with step-halving, of counted rows in any order; a customer whose values change has a row
 * for each stretch of time, (entry, time], all but the last censored. Counts are customers: n of them are n rows. Times
 * ≥ 0, entry before time. Cox (1972), J. R. Statist. Soc. B 34, 187–220; as R's survival::coxph.
 */
export function cox(rows: readonly CoxRow[], { ties = "efron" }: { ties?: Ties } = {}): CoxFit {
  const width = checked(rows);
  const table = coxTable(rows, width);
  const events = table.events.reduce((sum, count) => sum + count, 0);
  if (table.rows === 0) return { ok: false, why: "no-base" };
  if (events === 0) return { ok: false, why: "no-events" };

  let coefficients = new Float64Array(width);
  const none = slopes(table, coefficients, ties);
  const repeated = repeatedColumns(none);
  if (repeated.length > 0) return { ok: false, why: "rank", columns: repeated };
  const score = quadratic(none.information, none.score);
  const ratio = (fitted: number) => testOf(2 * Math.max(0, fitted - none.logLikelihood), width);

  let here = none;
  let step: number[] = [];
  for (let round = 0; round < mostSteps; round++) {
    const lower = cholesky(here.information);
    if (!lower) break;
    step = solve(lower, here.score);
    const gradient = Math.max(0, ...here.score.map(Math.abs)) / events;
    if (gradient <= tolerance) {
      const infinite = endless(table, step);
      if (infinite.length > 0)
        return { ok: false, why: "infinite", columns: infinite, likelihoodRatio: ratio(here.logLikelihood) };
      // Newton's error squares itself: one step more takes it below what a number holds.
      const last = coefficients.map((b, j) => b + step[j]!);
      return {
        ok: true,
        coefficients: Array.from(last, (b, j) => b / table.scales[j]!),
        covariance: inverseOf(lower).map((row, i) =>
          row.map((v, j) => v / (table.scales[i]! * table.scales[j]!)),
        ),
        logLikelihood: { none: none.logLikelihood, fitted: here.logLikelihood },
        likelihoodRatio: ratio(here.logLikelihood),
        wald: testOf(quadraticForm(here.information, last), width),
        score: testOf(score, width),
        events,
        ties,
        gradient,
      };
    }
    let share = 1;
    for (;;) {
      const next = coefficients.map((b, j) => b + share * step[j]!);
      const there = slopes(table, next, ties);
      // Near the top the likelihood cannot tell steps apart any more; an overflow is no better place.
      if (there.logLikelihood >= here.logLikelihood - 1e-9 * Math.abs(here.logLikelihood) || share < 1e-6) {
        coefficients = next;
        here = there;
        break;
      }
      share /= 2;
    }
    if (!Number.isFinite(here.logLikelihood)) break;
  }
  const columns = endless(table, step);
  const isInfinite = columns.length > 0;
  return {
    ok: false,
    why: isInfinite ? "infinite" : "unsettled",
    columns,
    likelihoodRatio: ratio(here.logLikelihood),
  };
}

export interface HazardRatio {
  readonly ratio: number;
  /** Wald's, on the logarithm. */
  readonly interval: readonly [number, number];
  readonly coefficient: number;
  readonly standardError: number;
  readonly z: number;
  readonly p: number;
}

export function hazardRatios(fit: Extract<CoxFit, { ok: true }>, confidence = 0.95): readonly HazardRatio[] {
  const quantile = normalQuantile((1 + confidence) / 2);
  return fit.coefficients.map((coefficient, j) => {
    const standardError = Math.sqrt(fit.covariance[j]![j]!);
    const z = coefficient / standardError;
    return {
      ratio: Math.exp(coefficient),
      interval: [
        Math.exp(coefficient - quantile * standardError),
        Math.exp(coefficient + quantile * standardError),
      ],
      coefficient,
      standardError,
      z,
      p: 2 * normalCdf(-Math.abs(z)),
    };
  });
}

function slopes(table: CoxTable, coefficients: Float64Array, ties: Ties) {
  const { width } = table;
  const score = new Array<number>(width).fill(0);
  const information = Array.from({ length: width }, () => new Array<number>(width).fill(0));
  const moments = new Array<number>(width).fill(0);
  let logLikelihood = 0;
  walkCox(table, coefficients, ties, (at) => {
    logLikelihood += at.logLikelihood;
    for (let i = 0; i < width; i++) {
      score[i]! += at.residual[i]!;
      moments[i]! += at.moments[i]!;
      for (let j = 0; j < width; j++) information[i]![j]! += at.variance[i * width + j]!;
    }
  });
  return { score, information, moments, logLikelihood };
}

/**
 * Columns that go on and on: at the end of a likelihood without a top the steps are about 1 on the logarithm of some
 * hazard; at a top they are nothing.
 */
function endless({ values, rows, width }: CoxTable, step: readonly number[]): Infinite[] {
  let far = 0;
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < rows; i++) {
    const eta = step.reduce((sum, b, j) => sum + b * values[i * width + j]!, 0);
    low = Math.min(low, eta);
    high = Math.max(high, eta);
    far = high - low;
  }
  if (!(far > 0.1)) return [];
  const largest = Math.max(...step.map(Math.abs));
  return step.flatMap((b, column) =>
    Math.abs(b) > 0.01 * largest ? [{ column, towards: b > 0 ? ("high" as const) : ("low" as const) }] : [],
  );
}

function repeatedColumns({ information, moments }: ReturnType<typeof slopes>): number[] {
  const kept: number[] = [];
  return information.flatMap((row, j) => {
    const tried = [...kept, j];
    // A column that does not vary among those at risk has a variance that is the rounding of its squares.
    const isFull =
      row[j]! > 1e-10 * moments[j]! &&
      cholesky(tried.map((a) => tried.map((b) => information[a]![b]!))) !== null;
    if (isFull) kept.push(j);
    return isFull ? [] : [j];
  });
}

/** uᵀ·M⁻¹·u */
function quadratic(matrix: readonly (readonly number[])[], u: readonly number[]): number {
  const lower = cholesky(matrix);
  return lower ? solve(lower, u).reduce((sum, x, i) => sum + x * u[i]!, 0) : 0;
}

/** bᵀ·M·b */
function quadraticForm(matrix: readonly (readonly number[])[], b: Float64Array): number {
  return matrix.reduce((sum, row, i) => sum + b[i]! * row.reduce((inner, v, j) => inner + v * b[j]!, 0), 0);
}

function testOf(chiSquare: number, df: number): CoxTest {
  return { chiSquare, df, p: df > 0 ? chiSquareUpper(Math.max(0, chiSquare), df) : 1 };
}

function checked(rows: readonly CoxRow[]): number {
  const width = rows[0]?.values.length ?? 0;
  for (const { time, entry, events, censored, values } of rows) {
    if (!(time >= 0 && time < Infinity)) throw new RangeError(`no time: ${time}`);
    if (entry !== undefined && !(entry >= 0 && entry < time))
      throw new RangeError(`entry not before the end: ${entry}, ${time}`);
    for (const count of [events, censored])
      if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`no count: ${count}`);
    if (values.length !== width) throw new RangeError("rows of different lengths");
    const bad = values.find((value) => !Number.isFinite(value));
    if (bad !== undefined) throw new RangeError(`no number: ${bad}`);
  }
  return width;
}
