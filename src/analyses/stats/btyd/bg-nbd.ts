import { digamma } from "../digamma";
import { lnBeta, lnRising } from "../gamma";
import { expectedUntilDropout } from "./dropout";
import { maximise, type Fit } from "./fit";
import { densityOf, grouped, inMeanTime, type NoPurchases, type Purchases } from "./purchases";
import { thinFirst } from "./thin-first";

export type BgName = "r" | "alpha" | "a" | "b";
export type BgParameters = Readonly<Record<BgName, number>>;

/**
 * `bg`: a customer may leave after each repeat purchase, so one who never came again counts as alive with certainty.
 * `mbg`: also right after the first purchase. Fader, Hardie & Lee (2005), Marketing Science 24, 275–284, formula 6;
 * Batislam, Denizel & Filiztekin (2007), Intern. J. of Research in Marketing 24, 201–209; Hoppe & Wagner (2007).
 */
export type BgKind = "bg" | "mbg";

/** Chances to leave that a customer with x repeat purchases has passed. */
function passed(kind: BgKind, x: number): number {
  return kind === "bg" ? x : x + 1;
}

/** r and α: shape and rate (in the unit of T) of the buying rate; a and b: of the chance to leave at a purchase. */
export function bgNbd(rows: readonly Purchases[], kind: BgKind = "bg"): Fit<BgName, NoPurchases> {
  const checked = grouped(rows);
  if (!checked.ok) return checked;
  const { groups, unit } = inMeanTime(checked.groups);
  const units = [1, unit, 1, 1];
  return thinFirst(groups, startsFor(groups), units, (some, starts) => {
    const customers = some.reduce((sum, { n }) => sum + n, 0);
    const [likelihood, slope] = likelihoodOf(some, kind);
    const names = ["r", "alpha", "a", "b"] as const;
    const told = { of: units, logLikelihood: densityOf(some, unit) };
    return maximise(names, starts, customers, likelihood, slope, told);
  });
}

/** Expected repeat purchases of a customer of whom nothing is known, in t from the first purchase. */
export function bgExpected({ r, alpha, a, b }: BgParameters, t: number, kind: BgKind = "bg"): number {
  const share = kind === "bg" ? 1 : b / (a + b);
  return share * expectedUntilDropout(r, alpha, a, b + passed(kind, 0), t);
}

/** Chance that a customer with this history is still one at T. */
export function bgAlive(
  parameters: BgParameters,
  { x, tx, T }: Omit<Purchases, "n">,
  kind: BgKind = "bg",
): number {
  return 1 / (1 + Math.exp(lnLeft(parameters, x, tx, T, passed(kind, x))));
}

/** Purchases expected of a customer with this history in the t after T. */
export function bgConditional(
  parameters: BgParameters,
  history: Omit<Purchases, "n">,
  t: number,
  kind: BgKind = "bg",
): number {
  const { r, alpha, a, b } = parameters;
  const { x, T } = history;
  const ifAlive = expectedUntilDropout(r + x, alpha + T, a, b + passed(kind, x), t);
  return bgAlive(parameters, history, kind) * ifAlive;
}

/** ln of the odds of having left, at the last of `chances` to do so, to being there; −Infinity without a chance. */
function lnLeft({ r, alpha, a, b }: BgParameters, x: number, tx: number, T: number, chances: number): number {
  if (chances === 0) return -Infinity;
  return Math.log(a / (b + chances - 1)) + (r + x) * Math.log1p((T - tx) / (alpha + tx));
}

/** ln L and its slope by the logarithms; what hangs on x alone is computed once for each x. */
function likelihoodOf(groups: readonly Purchases[], kind: BgKind) {
  const counts = new Float64Array(groups[groups.length - 1]!.x + 1);
  for (const { x, n } of groups) counts[x]! += n;
  const read = (logs: readonly number[]): BgParameters => {
    const [r, alpha, a, b] = logs.map(Math.exp);
    return { r: r!, alpha: alpha!, a: a!, b: b! };
  };
  const likelihood = (logs: readonly number[]): number => {
    const parameters = read(logs);
    const { r, alpha, a, b } = parameters;
    let sum = 0;
    counts.forEach((n, x) => {
      if (n > 0)
        sum += n * (lnRising(r, x) + lnBeta(a, b + passed(kind, x)) - lnBeta(a, b) - x * Math.log(alpha));
    });
    for (const { x, tx, T, n } of groups) {
      const left = lnLeft(parameters, x, tx, T, passed(kind, x));
      sum += n * (softplus(left) - (r + x) * Math.log1p(T / alpha));
    }
    return sum;
  };
  const slope = (logs: readonly number[]): number[] => {
    const parameters = read(logs);
    const { r, alpha, a, b } = parameters;
    let [byR, byAlpha, byA, byB] = [0, 0, 0, 0];
    const [ofR, ofB, ofBoth] = [digamma(r), digamma(b), digamma(a + b)];
    counts.forEach((n, x) => {
      if (n === 0) return;
      const m = passed(kind, x);
      const both = digamma(a + b + m);
      byR += n * (digamma(r + x) - ofR);
      // ln B(a, b + m) − ln B(a, b): Γ(a) cancels.
      byA += n * (ofBoth - both);
      byB += n * (digamma(b + m) - both - ofB + ofBoth);
    });
    for (const { x, tx, T, n } of groups) {
      const m = passed(kind, x);
      const gone = 1 / (1 + Math.exp(-lnLeft(parameters, x, tx, T, m)));
      // r ln α − (r + x) ln(α + T), and the odds.
      byR += n * (gone * Math.log1p((T - tx) / (alpha + tx)) - Math.log1p(T / alpha));
      byAlpha += n * (r / alpha - (r + x) * ((1 - gone) / (alpha + T) + gone / (alpha + tx)));
      if (m === 0) continue;
      byA += (n * gone) / a;
      byB -= (n * gone) / (b + m - 1);
    }
    return [byR * r, byAlpha * alpha, byA * a, byB * b];
  };
  return [likelihood, slope] as const;
}

function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/** From the mean buying rate, with three guesses of how it is spread and how soon customers leave. */
function startsFor(groups: readonly Purchases[]): number[][] {
  const time = groups.reduce((sum, { T, n }) => sum + n * T, 0);
  const bought = groups.reduce((sum, { x, n }) => sum + n * x, 0);
  const lnRate = Math.log(bought / time);
  return [
    [0, -lnRate, 0, 1],
    [-1, -1 - lnRate, -0.5, 0.5],
    [0.5, 0.5 - lnRate, -1, 2],
  ];
}
