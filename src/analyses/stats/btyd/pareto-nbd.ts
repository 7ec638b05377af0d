import { digamma } from "../digamma";
import { lnRising } from "../gamma";
import { maximise, type Fit } from "./fit";
import { lnLeftPareto, type ParetoParameters } from "./pareto-left";
import { densityOf, grouped, inMeanTime, type NoPurchases, type Purchases } from "./purchases";
import { thinFirst } from "./thin-first";

export type ParetoName = "r" | "alpha" | "s" | "beta";

/**
 * Pareto/NBD: customers buy at a rate λ ~ gamma(r, α) until they leave unseen, at a rate μ ~ gamma(s, β); α and β in the unit
 * of T. Schmittlein, Morrison & Colombo (1987), Management Science 33, 1–24; likelihood as in Fader, Hardie & Lee (2005).
 */
export function paretoNbd(rows: readonly Purchases[]): Fit<ParetoName, NoPurchases> {
  const checked = grouped(rows);
  if (!checked.ok) return checked;
  const { groups, unit } = inMeanTime(checked.groups);
  const units = [1, unit, 1, unit];
  return thinFirst(groups, startsFor(groups), units, (some, starts) => {
    const customers = some.reduce((sum, { n }) => sum + n, 0);
    const names = ["r", "alpha", "s", "beta"] as const;
    const memory = new Remembered(some);
    const told = { of: units, logLikelihood: densityOf(some, unit) };
    const value = (logs: readonly number[]) => memory.at(logs).value;
    return maximise(names, starts, customers, value, (logs) => memory.at(logs).slope, told);
  });
}

/** Expected repeat purchases of a customer of whom nothing is known, in t from the first purchase. */
export function paretoExpected({ r, alpha, s, beta }: ParetoParameters, t: number): number {
  return (r / alpha) * presence(s, beta, t);
}

/** Chance that a customer with this history is still one at T. */
export function paretoAlive(parameters: ParetoParameters, { x, tx, T }: Omit<Purchases, "n">): number {
  return 1 / (1 + Math.exp(lnLeftPareto(parameters, x, tx, T).ln));
}

/** Purchases expected of a customer with this history in the t after T. */
export function paretoConditional(
  parameters: ParetoParameters,
  history: Omit<Purchases, "n">,
  t: number,
): number {
  const { r, alpha, s, beta } = parameters;
  const rate = (r + history.x) / (alpha + history.T);
  return paretoAlive(parameters, history) * rate * presence(s, beta + history.T, t);
}

/** Mean time within t before a leaving at rate μ ~ gamma(s, β): β(1 − (β/(β + t))^(s − 1))/(s − 1), at s = 1 its limit. */
function presence(s: number, beta: number, t: number): number {
  const ln = Math.log1p(t / beta);
  return beta * (Math.abs((s - 1) * ln) < 1e-12 ? ln : -Math.expm1(-(s - 1) * ln) / (s - 1));
}

/** Value and slope come together; the minimiser asks for one after the other. */
class Remembered {
  private logs: readonly number[] = [];
  private last = { value: NaN, slope: [] as readonly number[] };
  constructor(private readonly groups: readonly Purchases[]) {}
  at(logs: readonly number[]) {
    if (logs.length !== this.logs.length || logs.some((v, i) => v !== this.logs[i])) {
      this.last = likelihood(logs, this.groups);
      this.logs = logs;
    }
    return this.last;
  }
}

function likelihood(logs: readonly number[], groups: readonly Purchases[]) {
  const [r, alpha, s, beta] = logs.map(Math.exp) as [number, number, number, number];
  const parameters = { r, alpha, s, beta };
  let [value, byR, byAlpha, byS, byBeta] = [0, 0, 0, 0, 0];
  let [ofX, rising, byRising] = [-1, 0, 0];
  for (const { x, tx, T, n } of groups) {
    // Groups are ordered by x.
    if (x !== ofX)
      [ofX, rising, byRising] = [x, lnRising(r, x) - x * Math.log(alpha), digamma(r + x) - digamma(r)];
    const { ln, slopes } = lnLeftPareto(parameters, x, tx, T);
    const gone = 1 / (1 + Math.exp(-ln));
    const [a, b] = [Math.log1p(T / alpha), Math.log1p(T / beta)];
    const alive = Math.max(ln, 0) + Math.log1p(Math.exp(-Math.abs(ln)));
    value += n * (rising - (r + x) * a - s * b + alive);
    byR += n * (byRising - a + gone * slopes[0]!);
    byAlpha += n * (r / alpha - (r + x) / (alpha + T) + gone * slopes[1]!);
    byS += n * (gone * slopes[2]! - b);
    byBeta += n * (s / beta - s / (beta + T) + gone * slopes[3]!);
  }
  return { value, slope: [byR * r, byAlpha * alpha, byS * s, byBeta * beta] };
}

/** From the mean buying rate, times in units of the mean time seen, with three guesses of how they are spread. */
function startsFor(groups: readonly Purchases[]): number[][] {
  const time = groups.reduce((sum, { T, n }) => sum + n * T, 0);
  const bought = groups.reduce((sum, { x, n }) => sum + n * x, 0);
  const lnRate = Math.log(bought / time);
  return [
    [-0.5, 0.5 - lnRate, -0.5, -1],
    [0.5, 0.5 - lnRate, 0, 0],
    [-1, -1 - lnRate, 0.5, 1.5],
  ];
}
