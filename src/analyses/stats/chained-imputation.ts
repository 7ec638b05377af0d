import { drawnLinear, drawnLogistic, linearAt, type Known } from "./imputation-models";
import type { Random } from "./random";

/** Customers, one by one or alike: what may be missing, and what is known of everybody and explains it (no intercept). */
export interface Incomplete {
  readonly values: readonly (number | null)[];
  readonly beside: readonly number[];
  readonly n: number;
}

export interface ChainOptions {
  /** Of each value whether it is 0 or 1 (a draw by logistic regression) or a measure (predictive mean matching). */
  readonly switches: readonly boolean[];
  readonly source: Random;
}

/** The same customers without gaps; those of whom something was missing stand one by one. */
export interface Complete {
  readonly values: readonly number[];
  readonly beside: readonly number[];
  readonly n: number;
}

const cycles = 10;
/** As many customers with the nearest prediction lend their measure: Morris, White & Royston (2014), BMC Med. Res. Meth. 14, 75. */
const donors = 5;

/**
 * Values for what is missing, drawn anew at each call, by chained equations: each incomplete value from all others in turn, ten
 * times around; once where one alone is incomplete. 0/1 values by a drawn logistic regression, measures from customers with
 * like predictions (type 1 matching). Draws hang on the source and the customers and not on the order of rows. A value that
 * nobody has stays missing: such customers are left out. van Buuren (2018), Flexible Imputation of Missing Data, 2nd ed.,
 * §3.2–3.6, 4.5.
 */
export function chainedImputation(
  given: readonly Incomplete[],
  { switches, source }: ChainOptions,
): () => Complete[] {
  const rows = oneByOne(given);
  const width = switches.length;
  const n = Float64Array.from(rows, (row) => row.n);
  const gaps = switches
    .map((_, value) => ({
      value,
      rows: rows.flatMap(({ values }, row) => (values[value] === null ? [row] : [])),
    }))
    .filter((gap) => gap.rows.length > 0)
    // The fullest first: what stands in for it is closest to the truth. A stable sort keeps the order of equals.
    .sort((a, b) => a.rows.length - b.rows.length);
  const beside = standardised(rows, n);
  const observed = gaps.map(({ value }) =>
    rows.flatMap(({ values }, row) => (values[value] === null ? [] : [row])),
  );
  return () => {
    const now = Array.from({ length: width }, (_, value) =>
      Float64Array.from(rows, ({ values }) => values[value] ?? 0),
    );
    gaps.forEach(({ value, rows: without }, i) => {
      if (observed[i]!.length === 0) return;
      for (const row of without) now[value]![row] = now[value]![lender(observed[i]!, n, source)]!;
    });
    const rounds = gaps.length > 1 ? cycles : 1;
    for (let round = 0; round < rounds; round++)
      gaps.forEach(({ value, rows: without }, i) => {
        if (observed[i]!.length === 0) return;
        const explaining = [
          new Float64Array(rows.length).fill(1),
          ...now.flatMap((column, other) => (other === value ? [] : [scaled(column, n)])),
          ...beside,
        ];
        const known: Known = {
          columns: explaining.map((column) => at(column, observed[i]!)),
          values: at(now[value]!, observed[i]!),
          n: at(n, observed[i]!),
        };
        if (switches[value]) fillSwitch(now[value]!, without, explaining, known, source);
        else fillMeasure(now[value]!, without, explaining, known, source);
      });
    return rows.flatMap((row, place): Complete[] => {
      const isHopeless = gaps.some(({ value }, i) => observed[i]!.length === 0 && row.values[value] === null);
      return isHopeless
        ? []
        : [{ values: now.map((column) => column[place]!), beside: row.beside, n: row.n }];
    });
  };
}

function fillSwitch(
  into: Float64Array,
  without: readonly number[],
  explaining: readonly Float64Array[],
  known: Known,
  source: Random,
): void {
  const isOne = known.values.every((value) => value === known.values[0]);
  const coefficients = isOne ? null : drawnLogistic(known, source);
  for (const row of without) {
    const share = coefficients ? 1 / (1 + Math.exp(-linearAt(explaining, coefficients, row))) : null;
    into[row] = share === null ? lent(known, source) : source.uniform() < share ? 1 : 0;
  }
}

function fillMeasure(
  into: Float64Array,
  without: readonly number[],
  explaining: readonly Float64Array[],
  known: Known,
  source: Random,
): void {
  const found = drawnLinear(known, source);
  if (!found) {
    for (const row of without) into[row] = lent(known, source);
    return;
  }
  // In no order among equals: the first of them would always lend.
  const sorted = Array.from(known.values, (value, row) => ({
    value,
    left: known.n[row]!,
    predicted: linearAt(known.columns, found.estimate, row),
    lot: source.next(),
  })).sort((a, b) => a.predicted - b.predicted || a.lot - b.lot);
  const predictions = Float64Array.from(sorted, ({ predicted }) => predicted);
  for (const row of without) {
    const near = nearest(sorted, predictions, linearAt(explaining, found.drawn, row));
    into[row] = near[source.below(near.length)]!;
  }
}

/** Values of the `donors` customers whose predictions are nearest. */
function nearest(
  sorted: readonly { readonly value: number; readonly left: number }[],
  predictions: Float64Array,
  wanted: number,
): number[] {
  let [low, high] = [0, predictions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (predictions[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  let [below, above] = [low - 1, low];
  const found: number[] = [];
  while (found.length < donors && (below >= 0 || above < sorted.length)) {
    const isBelow =
      above >= sorted.length || (below >= 0 && wanted - predictions[below]! < predictions[above]! - wanted);
    const { value, left } = sorted[isBelow ? below-- : above++]!;
    for (let i = 0; i < left && found.length < donors; i++) found.push(value);
  }
  return found;
}

/** Whoever lacks something stands alone, in an order that hangs on the customers. */
function oneByOne(given: readonly Incomplete[]): Incomplete[] {
  const keyed = given
    .filter(({ n }) => n > 0)
    .map((row) => ({ row, key: JSON.stringify([row.values, row.beside]) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return keyed.flatMap(({ row }) =>
    row.values.includes(null) ? Array.from({ length: row.n }, () => ({ ...row, n: 1 })) : [row],
  );
}

function standardised(rows: readonly Incomplete[], n: Float64Array): Float64Array[] {
  return (rows[0]?.beside ?? []).map((_, j) =>
    scaled(
      Float64Array.from(rows, ({ beside }) => beside[j]!),
      n,
    ),
  );
}

/** Mean 0 and standard deviation 1, or 0 everywhere. */
function scaled(column: Float64Array, n: Float64Array): Float64Array {
  let [customers, sum, squares] = [0, 0, 0];
  for (let row = 0; row < n.length; row++) {
    customers += n[row]!;
    sum += n[row]! * column[row]!;
  }
  const mean = sum / customers;
  for (let row = 0; row < n.length; row++) squares += n[row]! * (column[row]! - mean) ** 2;
  const deviation = Math.sqrt(squares / customers);
  return column.map((value) => (deviation > 0 ? (value - mean) / deviation : 0));
}

function at(column: Float64Array, rows: readonly number[]): Float64Array {
  return Float64Array.from(rows, (row) => column[row]!);
}

/** A customer out of many, each as likely. */
function lender(rows: readonly number[], n: Float64Array, source: Random): number {
  let left = source.below(rows.reduce((sum, row) => sum + n[row]!, 0));
  return rows.find((row) => (left -= n[row]!) < 0)!;
}

function lent({ values, n }: Known, source: Random): number {
  const rows = Array.from(values, (_, row) => row);
  return values[lender(rows, n, source)]!;
}
