import { lnBeta, lnRising } from "../gamma";
import { maximise, type Fit } from "./fit";

/** Customers with the same record of `periods` occasions to buy: bought at `x` of them, last at occasion `tx`; `n` customers. */
export interface Occasions {
  readonly x: number;
  readonly tx: number;
  readonly periods: number;
  readonly n: number;
}

export type BbName = "alpha" | "beta" | "gamma" | "delta";
export type BbParameters = Readonly<Record<BbName, number>>;
/** `bad-row`: a number not whole, or not 0 ≤ x ≤ tx ≤ periods, or tx = 0 where x > 0 or the other way round. */
export type NoOccasions = "no-base" | "bad-row" | "nobody-repeats" | "one-occasion";

/**
 * Beta-geometric/beta-Bernoulli model: at each of n occasions a customer who is still one buys with chance p ~ beta(α, β), and
 * leaves before each with chance θ ~ beta(γ, δ). Fader, Hardie & Shang (2010), Marketing Science 29, 1086–1108, formula 5.
 */
export function bgBb(rows: readonly Occasions[]): Fit<BbName, NoOccasions> {
  for (const { x, tx, periods, n } of rows) {
    const isWhole = [x, tx, periods, n].every((value) => Number.isInteger(value) && value >= 0);
    if (!(isWhole && x <= tx && tx <= periods && x > 0 === tx > 0)) return { ok: false, why: "bad-row" };
  }
  const used = rows
    .filter(({ n, periods }) => n > 0 && periods > 0)
    .sort((a, b) => a.x - b.x || a.tx - b.tx || a.periods - b.periods);
  if (used.length === 0) return { ok: false, why: "no-base" };
  if (used.every(({ x }) => x === 0)) return { ok: false, why: "nobody-repeats" };
  if (used.every(({ periods }) => periods === 1)) return { ok: false, why: "one-occasion" };
  const customers = used.reduce((sum, { n }) => sum + n, 0);
  const starts = [
    [0, 0, -0.5, 1],
    [-1, 0, 0, 2],
    [1, 1, -1, 0],
  ];
  return maximise(["alpha", "beta", "gamma", "delta"] as const, starts, customers, (logs) => {
    const parameters = read(logs);
    return used.reduce((sum, row) => {
      const { there, left } = weights(parameters, row);
      return sum + row.n * logSum([there, ...left]);
    }, 0);
  });
}

/** Expected occasions with a purchase among the first `periods`; formula 8. */
export function bbExpected({ alpha, beta, gamma, delta }: BbParameters, periods: number): number {
  let sum = 0;
  // Still there at occasion t: B(γ, δ + t)/B(γ, δ).
  for (let t = 1; t <= periods; t++) sum += Math.exp(lnRising(delta, t) - lnRising(gamma + delta, t));
  return (alpha / (alpha + beta)) * sum;
}

/** Chance that a customer with this record will still be one at the occasion after the last; formula 11. */
export function bbAlive(parameters: BbParameters, record: Omit<Occasions, "n">): number {
  const { gamma, delta } = parameters;
  const { there, left } = weights(parameters, record);
  const stays = (delta + record.periods) / (gamma + delta + record.periods);
  return stays * Math.exp(there - logSum([there, ...left]));
}

/** Occasions with a purchase expected among the next `ahead`; formula 13. */
export function bbConditional(parameters: BbParameters, record: Omit<Occasions, "n">, ahead: number): number {
  const { alpha, beta, gamma, delta } = parameters;
  const { x, periods } = record;
  const { there, left } = weights(parameters, record);
  const isThere = Math.exp(there - logSum([there, ...left]));
  return (
    isThere * bbExpected({ alpha: alpha + x, beta: beta + periods - x, gamma, delta: delta + periods }, ahead)
  );
}

/** ln of the likelihood of the record and of being there to the end, and of having left after occasion tx, tx + 1, … */
function weights(
  { alpha, beta, gamma, delta }: BbParameters,
  { x, tx, periods }: Omit<Occasions, "n">,
): { there: number; left: number[] } {
  const bought = (missed: number) => lnBeta(alpha + x, beta + missed) - lnBeta(alpha, beta);
  const lnStart = lnBeta(gamma, delta);
  return {
    there: bought(periods - x) + lnBeta(gamma, delta + periods) - lnStart,
    left: Array.from(
      { length: periods - tx },
      (_, i) => bought(tx - x + i) + lnBeta(gamma + 1, delta + tx + i) - lnStart,
    ),
  };
}

function logSum(values: readonly number[]): number {
  const largest = Math.max(...values);
  return largest + Math.log(values.reduce((sum, value) => sum + Math.exp(value - largest), 0));
}

function read(logs: readonly number[]): BbParameters {
  const [alpha, beta, gamma, delta] = logs.map(Math.exp) as [number, number, number, number];
  return { alpha, beta, gamma, delta };
}
