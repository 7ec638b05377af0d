import type { NoFirth } from "./firth";
import { factor, inverseOfFactor } from "./logistic-factor";
import { probability, type Pattern } from "./logistic";
import { modelOf, spread } from "./logistic-model";
import { allOf, leverages, maximise, pointAt, type Point } from "./logistic-newton";
import { unscaled, unscaledCovariance, type Packed } from "./logistic-packed";

/** Coefficients for probabilities: these sum up to the customers who have the outcome. Shapes as in `Firth`. */
export interface Flic {
  readonly ok: true;
  readonly coefficients: readonly (number | null)[];
  readonly kept: readonly number[];
  /** Inverse of the information at these coefficients; rows and columns of `kept`. */
  readonly covariance: readonly (readonly number[])[];
  readonly fitted: readonly number[];
}

/**
 * Firth's slopes with the intercept fitted anew by maximum likelihood: FLIC. Firth's own probabilities lean towards ½; these
 * have the mean that was observed. Effects and their intervals stay Firth's.
 * Puhr, Heinze, Nold, Lusa & Geroldinger (2017), Stat. Med. 36, 2302–2317, §2.4.
 */
export function flic(patterns: readonly Pattern[]): Flic | NoFirth {
  const model = modelOf(patterns);
  if (!model.ok) return model;
  const { data } = model;
  const penalised = maximise({ data, isPenalised: true }, allOf(data.width), new Float64Array(data.width));
  const top = penalised && maximise({ data, isPenalised: false }, [0], penalised.coefficients);
  return told(patterns, model.kept, data, top);
}

/**
 * FLAC: maximum likelihood on the customers and, beside each, the halves of a customer with and one without the outcome
 * that Firth's penalty amounts to, with a column of their own to tell them apart. Puhr et al. (2017), §2.5.
 */
export function flac(patterns: readonly Pattern[]): Flic | NoFirth {
  const model = modelOf(patterns);
  if (!model.ok) return model;
  const { data, kept } = model;
  const all = allOf(data.width);
  const top = maximise({ data, isPenalised: true }, all, new Float64Array(data.width));
  const lower = top && factor(top.information, data.width, all);
  if (!lower) return { ok: false, why: "not-converged" };
  const leverage = leverages(data, lower, weightsAt(data, top));
  const twice = (column: Float64Array, added: Float64Array) => Float64Array.from([...column, ...added]);
  const isAdded = twice(new Float64Array(data.rows), new Float64Array(data.rows).fill(1));
  const augmented: Packed = {
    ...data,
    rows: 2 * data.rows,
    width: data.width + 1,
    columns: [...data.columns.map((column) => twice(column, column)), isAdded],
    x: twice(
      data.x,
      leverage.map((h) => h / 2),
    ),
    n: twice(data.n, leverage),
    centre: Float64Array.from([...data.centre, 0]),
    scale: Float64Array.from([...data.scale, 1]),
  };
  const start = Float64Array.from([...top.coefficients, 0]);
  const found = maximise({ data: augmented, isPenalised: false }, allOf(data.width + 1), start);
  const coefficients = found?.coefficients.slice(0, data.width);
  return told(
    patterns,
    kept,
    data,
    coefficients ? pointAt({ data, isPenalised: false }, coefficients) : null,
  );
}

function weightsAt({ rows, columns, n }: Packed, { coefficients }: Point): Float64Array {
  return Float64Array.from({ length: rows }, (_, i) => {
    const linear = columns.reduce((sum, column, j) => sum + column[i]! * coefficients[j]!, 0);
    const small = Math.exp(-Math.abs(linear));
    return (n[i]! * small) / (1 + small) ** 2;
  });
}

function told(
  patterns: readonly Pattern[],
  kept: readonly number[],
  data: Packed,
  top: Point | null,
): Flic | NoFirth {
  const lower = top && factor(top.information, data.width, allOf(data.width));
  if (!lower) return { ok: false, why: "not-converged" };
  const width = patterns[0]!.values.length;
  const coefficients = spread(kept, width, unscaled(data, top.coefficients));
  const padded = coefficients.map((b) => b ?? 0);
  return {
    ok: true,
    coefficients,
    kept,
    covariance: unscaledCovariance(data, inverseOfFactor(lower, data.width)),
    fitted: patterns.map(({ values }) => probability(padded, values)),
  };
}
