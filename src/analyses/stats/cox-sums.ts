import type { SurvivalRow } from "./risk-table";

/** Customers with the same times and values, counted; at risk from `entry` (not included) to `time` (included). */
export interface CoxRow extends Omit<SurvivalRow, "entered"> {
  readonly values: readonly number[];
}

/** How customers who leave at the same time are taken: Efron's is nearer to the truth; Breslow's counts each as the last. */
export type Ties = "efron" | "breslow";

/** Rows sorted for walking from the last time to the first; columns less their mean, in standard deviations. */
export interface CoxTable {
  readonly width: number;
  readonly rows: number;
  /** Row after row. */
  readonly values: Float64Array;
  readonly events: Float64Array;
  readonly counts: Float64Array;
  readonly times: Float64Array;
  /** −Infinity: from the beginning. */
  readonly entries: Float64Array;
  /** Rows from the latest entry on. */
  readonly byEntry: Uint32Array;
  readonly scales: readonly number[];
}

export function coxTable(given: readonly CoxRow[], width: number): CoxTable {
  const rows = given.filter(({ events, censored }) => events + censored > 0).sort((a, b) => b.time - a.time);
  const counts = Float64Array.from(rows, ({ events, censored }) => events + censored);
  const entries = Float64Array.from(rows, ({ entry }) => entry ?? -Infinity);
  const values = new Float64Array(rows.length * width);
  const scales = Array.from({ length: width }, (_, j) => standardise(rows, counts, values, width, j));
  return {
    width,
    rows: rows.length,
    values,
    events: Float64Array.from(rows, ({ events }) => events),
    counts,
    times: Float64Array.from(rows, ({ time }) => time),
    entries,
    byEntry: Uint32Array.from(rows, (_, i) => i).sort((a, b) => entries[b]! - entries[a]!),
    scales,
  };
}

/** What the events of one time say; the arrays are used again. */
export interface AtTime {
  readonly time: number;
  readonly events: number;
  readonly logLikelihood: number;
  /** Values of those who left less what was to be expected of those at risk (Schoenfeld's residuals, summed). */
  readonly residual: Float64Array;
  /** Information: the variance of the values among those at risk, summed over events; row after row. */
  readonly variance: Float64Array;
  /** Mean squares of the values among those at risk, summed over events: what the variance is a part of. */
  readonly moments: Float64Array;
}

/**
 * Walks over the times of events, latest first, with the risk of each row exp(values · coefficients).
 * Efron (1977), J. Amer. Statist. Assoc. 72, 557–565; Therneau & Grambsch (2000), Modeling Survival Data, §3.3;
 * Klein & Moeschberger (2003), Survival Analysis, 2nd ed., formulas 8.4.1 to 8.4.4.
 */
export function walkCox(
  table: CoxTable,
  coefficients: Float64Array,
  ties: Ties,
  visit: (at: AtTime) => void,
) {
  const { width, rows, values, events, counts, times, entries, byEntry } = table;
  const risks = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let eta = 0;
    for (let j = 0; j < width; j++) eta += coefficients[j]! * values[i * width + j]!;
    risks[i] = Math.exp(eta);
  }
  const present = sums(width);
  const leaving = sums(width);
  const residual = new Float64Array(width);
  const variance = new Float64Array(width * width);
  const moments = new Float64Array(width);
  let largest = 0;
  let next = 0;
  let entered = 0;
  while (next < rows) {
    const time = times[next]!;
    clear(leaving);
    let died = 0;
    let logLikelihood = 0;
    residual.fill(0);
    for (; next < rows && times[next] === time; next++) {
      add(present, values, next, width, counts[next]! * risks[next]!);
      if (events[next] === 0) continue;
      died += events[next]!;
      add(leaving, values, next, width, events[next]! * risks[next]!);
      for (let j = 0; j < width; j++) residual[j]! += events[next]! * values[next * width + j]!;
      logLikelihood += events[next]! * Math.log(risks[next]!);
    }
    if (died === 0) continue;
    for (; entered < rows && entries[byEntry[entered]!]! >= time; entered++) {
      const one = byEntry[entered]!;
      add(present, values, one, width, -counts[one]! * risks[one]!);
    }
    largest = Math.max(largest, present.risk);
    // What is left after taking much away has the roundings of what was taken: it is added up anew.
    if (present.risk < 1e-4 * largest) {
      recount(present, table, risks, time, next);
      largest = present.risk;
    }
    let [once, half, twice, mixed, both] = [0, 0, 0, 0, 0];
    for (let l = 0; l < (ties === "efron" ? died : 1); l++) {
      const share = ties === "efron" ? l / died : 0;
      const weight = ties === "efron" ? 1 : died;
      const risk = present.risk - share * leaving.risk;
      logLikelihood -= weight * Math.log(risk);
      once += weight / risk;
      half += (weight * share) / risk;
      twice += weight / (risk * risk);
      mixed += (weight * share) / (risk * risk);
      both += (weight * share * share) / (risk * risk);
    }
    for (let i = 0; i < width; i++) {
      const [p, q] = [present.first[i]!, leaving.first[i]!];
      residual[i]! -= once * p - half * q;
      moments[i] = once * present.second[i * width + i]! - half * leaving.second[i * width + i]!;
      for (let j = 0; j < width; j++) {
        const [r, s] = [present.first[j]!, leaving.first[j]!];
        variance[i * width + j] =
          once * present.second[i * width + j]! -
          half * leaving.second[i * width + j]! -
          (twice * p * r - mixed * (p * s + q * r) + both * q * s);
      }
    }
    visit({ time, events: died, logLikelihood, residual, variance, moments });
  }
}

/** Σ risk, Σ risk·values, Σ risk·values·valuesᵀ. */
interface Sums {
  risk: number;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

function sums(width: number): Sums {
  return { risk: 0, first: new Float64Array(width), second: new Float64Array(width * width) };
}

function clear(into: Sums) {
  into.risk = 0;
  into.first.fill(0);
  into.second.fill(0);
}

function add(into: Sums, values: Float64Array, row: number, width: number, weight: number) {
  into.risk += weight;
  const from = row * width;
  for (let i = 0; i < width; i++) {
    const one = weight * values[from + i]!;
    into.first[i]! += one;
    for (let j = 0; j < width; j++) into.second[i * width + j]! += one * values[from + j]!;
  }
}

function recount(
  into: Sums,
  { values, width, counts, entries }: CoxTable,
  risks: Float64Array,
  time: number,
  upTo: number,
) {
  clear(into);
  for (let i = 0; i < upTo; i++) if (entries[i]! < time) add(into, values, i, width, counts[i]! * risks[i]!);
}

/** Fills a column; gives its standard deviation, 1 of a constant (which is left as zeros). */
function standardise(
  rows: readonly CoxRow[],
  counts: Float64Array,
  values: Float64Array,
  width: number,
  j: number,
): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const mean = rows.reduce((sum, row, i) => sum + counts[i]! * row.values[j]!, 0) / total;
  const squares = rows.reduce((sum, row, i) => sum + counts[i]! * (row.values[j]! - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / total);
  // What is left of a constant is a rounding.
  if (!(deviation > 1e-12 * Math.abs(mean))) return 1;
  rows.forEach((row, i) => (values[i * width + j] = (row.values[j]! - mean) / deviation));
  return deviation;
}
