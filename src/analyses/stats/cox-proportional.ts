import { chiSquareUpper } from "./chi-square";
import { cholesky, solve } from "./cholesky";
import type { CoxFit, CoxTest } from "./cox";
import { coxTable, walkCox, type CoxRow } from "./cox-sums";
import { kaplanMeier } from "./kaplan-meier";

/** How time counts: by the share that has left (R's default, spares the few late ones), as it is, or its logarithm. */
export type TimeScale = "km" | "identity" | "log";

export interface Proportional {
  /** Of each column: does its hazard ratio change with time? */
  readonly columns: readonly CoxTest[];
  readonly all: CoxTest;
}

/**
 * Test of proportional hazards: the score test of "coefficient + θ·g(time)" at θ = 0. Null where the events have one time,
 * or where the scale says nothing (`log` of a time 0). `rows` and `fit` as `cox` took and gave them.
 * Grambsch & Therneau (1994), Biometrika 81, 515–526; in the exact form of R's survival::cox.zph since 3.0.
 */
export function proportional(
  rows: readonly CoxRow[],
  fit: Extract<CoxFit, { ok: true }>,
  scale: TimeScale = "km",
): Proportional | null {
  const width = fit.coefficients.length;
  const table = coxTable(rows, width);
  const g = timeScale(rows, scale);
  const size = 2 * width;
  const score = new Array<number>(width).fill(0);
  const information = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const coefficients = Float64Array.from(fit.coefficients, (b, j) => b * table.scales[j]!);
  // About its mean, time leaves the coefficients' block nearly alone; the result is the same.
  let [weight, sum] = [0, 0];
  walkCox(table, coefficients, fit.ties, ({ time, events }) => {
    weight += events;
    sum += events * g(time);
  });
  const mean = sum / weight;
  let spread = 0;
  walkCox(table, coefficients, fit.ties, ({ time, events, residual, variance }) => {
    const at = g(time) - mean;
    spread += events * at * at;
    for (let i = 0; i < width; i++) {
      score[i]! += at * residual[i]!;
      for (let j = 0; j < width; j++) {
        const v = variance[i * width + j]!;
        information[i]![j]! += v;
        information[i]![width + j]! += at * v;
        information[width + i]![j]! += at * v;
        information[width + i]![width + j]! += at * at * v;
      }
    }
  });
  if (!(spread > 1e-20 * (1 + mean * mean) * weight)) return null;
  const own = Array.from({ length: width }, (_, j) => j);
  const all = tested(information, score, own);
  const columns = own.map((j) => tested(information, score, [j]));
  return all && columns.every((one) => one !== null) ? { columns, all } : null;
}

/** Score test of these columns' θ, all coefficients and no other θ fitted. */
function tested(
  information: readonly (readonly number[])[],
  score: readonly number[],
  columns: readonly number[],
) {
  const width = score.length;
  const places = [...score.map((_, j) => j), ...columns.map((j) => width + j)];
  const lower = cholesky(places.map((a) => places.map((b) => information[a]![b]!)));
  if (!lower) return null;
  const u = places.map((place) => (place < width ? 0 : score[place - width]!));
  const chiSquare = solve(lower, u).reduce((sum, x, i) => sum + x * u[i]!, 0);
  return { chiSquare, df: columns.length, p: chiSquareUpper(Math.max(0, chiSquare), columns.length) };
}

function timeScale(rows: readonly CoxRow[], scale: TimeScale): (time: number) => number {
  if (scale === "identity") return (time) => time;
  if (scale === "log") return Math.log;
  const before = new Map<number, number>();
  let survival = 1;
  // The share here just before a time: an event does not weigh itself.
  for (const step of kaplanMeier(rows).steps) {
    before.set(step.time, 1 - survival);
    survival = step.survival;
  }
  return (time) => before.get(time)!;
}
