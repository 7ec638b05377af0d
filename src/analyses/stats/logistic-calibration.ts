import { factor, inverseOfFactor } from "./logistic-factor";
import { maximise, type Likelihood, type Point } from "./logistic-newton";
import { normalCdf } from "./normal-cdf";
import { normalQuantile } from "./normal-quantile";
import { pack } from "./logistic-packed";
import { separation } from "./separation";
import { independentColumns } from "./logistic-rank";

/** Customers who were told the same probability, counted: x of n have the outcome. */
export interface Told {
  readonly p: number;
  readonly x: number;
  readonly n: number;
}

export interface CalibrationPart {
  readonly value: number;
  readonly standardError: number;
  /** Wald. */
  readonly interval: readonly [number, number];
}

export type CalibrationOf =
  | {
      readonly ok: true;
      /** 1 where probabilities are as far apart as they should be; below 1 they are too far (overfitted). Null: see `noSlope`. */
      readonly slope: (CalibrationPart & { /** Of slope 1. */ readonly p: number }) | null;
      /** `one-value`: one probability for all, to six digits of its log odds; `separated`: the outcome is in order of the probabilities, the slope infinite. */
      readonly noSlope: "one-value" | "separated" | null;
      /** On the log odds: 0 where the mean is right; above 0 more have the outcome than was told. */
      readonly inTheLarge: CalibrationPart;
      readonly customers: number;
      readonly observed: number;
      /** Sum of probabilities. */
      readonly expected: number;
    }
  /** `certain`: somebody was told 0 or 1, whose log odds are infinite. */
  | { readonly ok: false; readonly why: "no-base" | "one-class" | "bad-probability" | "certain" };

/**
 * Are told probabilities right? Logistic regression of the outcome on their log odds: the slope; and with slope 1 given the
 * intercept, calibration in the large. Of probabilities told to customers the model has not seen: on its own customers
 * maximum likelihood has slope 1 and intercept 0 by construction.
 * Cox (1958), Biometrika 45, 562–565; Van Calster et al. (2019), BMC Med. 17, 230.
 */
export function calibration(rows: readonly Told[], confidence = 0.95): CalibrationOf {
  const used = rows.filter(({ n }) => n > 0);
  const isGood = ({ p, x, n }: Told) => p >= 0 && p <= 1 && x >= 0 && x <= n && n < Infinity;
  if (!rows.every((row) => isGood(row) || row.n === 0)) return { ok: false, why: "bad-probability" };
  const customers = used.reduce((sum, { n }) => sum + n, 0);
  const observed = used.reduce((sum, { x }) => sum + x, 0);
  if (customers === 0) return { ok: false, why: "no-base" };
  if (used.some(({ p }) => p === 0 || p === 1)) return { ok: false, why: "certain" };
  if (observed === 0 || observed === customers) return { ok: false, why: "one-class" };
  const z = normalQuantile((1 + confidence) / 2);
  const logits = used.map(({ p }) => Math.log(p) - Math.log1p(-p));
  const patterns = used.map(({ x, n }, i) => ({ values: [1, logits[i]!], x, n }));
  const large = partOf(
    { data: pack(patterns, [0], { centred: true }), isPenalised: false, offset: Float64Array.from(logits) },
    0,
    z,
  );
  // One number fitted to both outcomes always has a top.
  if (!large) throw new RangeError("calibration in the large not found");
  const isOneValue = spread(logits) < leastSpread || independentColumns(patterns).kept.length < 2;
  const noSlope = isOneValue ? "one-value" : separation(patterns) ? "separated" : null;
  const slope =
    noSlope === null
      ? partOf({ data: pack(patterns, [0, 1], { centred: true }), isPenalised: false }, 1, z)
      : null;
  return {
    ok: true,
    slope: slope && { ...slope, p: 2 * normalCdf(-Math.abs((slope.value - 1) / slope.standardError)) },
    noSlope: noSlope ?? (slope ? null : "separated"),
    inTheLarge: large,
    customers,
    observed,
    expected: used.reduce((sum, { p, n }) => sum + n * p, 0),
  };
}

/** Log odds nearer than this differ by the rounding of who told them: a slope over them is noise, and its digits are lost. */
const leastSpread = 1e-6;

function spread(values: readonly number[]): number {
  let least = Infinity;
  let most = -Infinity;
  for (const value of values) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return most - least;
}

function partOf(likelihood: Likelihood, column: number, z: number): CalibrationPart | null {
  const { width, scale } = likelihood.data;
  const all = Array.from({ length: width }, (_, j) => j);
  const top: Point | null = maximise(likelihood, all, new Float64Array(width));
  const lower = top && factor(top.information, width, all);
  if (!lower) return null;
  const value = top.coefficients[column]! / scale[column]!;
  const variance = inverseOfFactor(lower, width)[column * width + column]!;
  const standardError = Math.sqrt(variance) / scale[column]!;
  return { value, standardError, interval: [value - z * standardError, value + z * standardError] };
}
