import { digamma } from "../digamma";
import { lnBeta } from "../gamma";
import { maximise, type Fit } from "./fit";

/** Customers with `x` > 0 repeat purchases of `mean` > 0 money each on average, counted: `n` such customers. */
export interface Spending {
  readonly x: number;
  readonly mean: number;
  readonly n: number;
}

export type GammaName = "p" | "q" | "gamma";
/** `bad-row`: x or n no whole number above 0, or a mean not above 0: who bought for nothing is left out beforehand and told. */
export type NoSpending = "no-base" | "bad-row" | "all-equal";

/**
 * Gamma-gamma model of what a purchase is worth: a customer's purchases are gamma(p, ν), ν ~ gamma(q, γ), apart from how
 * often they buy (look at `spendingCorrelation` first). Fader & Hardie (2013), brucehardie.com note 25, formula 1a;
 * Fader, Hardie & Lee (2005), J. Marketing Research 42, 415–430.
 */
export function gammaGamma(rows: readonly Spending[]): Fit<GammaName, NoSpending> {
  const used = rows.filter(({ n }) => n !== 0).sort((a, b) => a.x - b.x || a.mean - b.mean);
  for (const { x, mean, n } of used) {
    const isCounted = Number.isInteger(x) && x > 0 && Number.isInteger(n) && n > 0;
    if (!(isCounted && mean > 0 && mean < Infinity)) return { ok: false, why: "bad-row" };
  }
  if (used.length === 0) return { ok: false, why: "no-base" };
  // One sum of money for all: p and q rise without end.
  if (used.every(({ mean }) => mean === used[0]!.mean)) return { ok: false, why: "all-equal" };
  const customers = used.reduce((sum, { n }) => sum + n, 0);
  const unit = used.reduce((sum, { mean, n }) => sum + n * mean, 0) / customers;
  const scaled = used.map((row) => ({ ...row, mean: row.mean / unit }));
  const starts = [
    [1.5, 1.2, -0.7],
    [0, 1, 0.5],
    [3, 2, -1],
  ];
  return maximise(
    ["p", "q", "gamma"] as const,
    starts,
    customers,
    (logs) => likelihood(logs, scaled),
    (logs) => slope(logs, scaled),
    { of: [1, 1, unit], logLikelihood: -customers * Math.log(unit) },
  );
}

/** Expected worth of a purchase of a customer, drawn towards all customers' mean; x = 0 gives that mean. Null where px + q ≤ 1: no mean exists. */
export function expectedSpend(
  { p, q, gamma }: Readonly<Record<GammaName, number>>,
  { x, mean }: Omit<Spending, "n">,
): number | null {
  const bottom = p * x + q - 1;
  return bottom > 0 ? (p * (gamma + x * mean)) / bottom : null;
}

/** Pearson's correlation of x and the mean among repeat customers; the model wants it near 0. Null where one does not vary. */
export function spendingCorrelation(rows: readonly Spending[]): number | null {
  const n = rows.reduce((sum, row) => sum + row.n, 0);
  const meanX = rows.reduce((sum, row) => sum + row.n * row.x, 0) / n;
  const meanM = rows.reduce((sum, row) => sum + row.n * row.mean, 0) / n;
  let [xx, mm, xm] = [0, 0, 0];
  for (const row of rows) {
    xx += row.n * (row.x - meanX) ** 2;
    mm += row.n * (row.mean - meanM) ** 2;
    xm += row.n * (row.x - meanX) * (row.mean - meanM);
  }
  return xx > 0 && mm > 0 ? xm / Math.sqrt(xx * mm) : null;
}

function likelihood(logs: readonly number[], rows: readonly Spending[]): number {
  const [p, q, gamma] = logs.map(Math.exp) as [number, number, number];
  let sum = 0;
  for (const { x, mean, n } of rows) {
    const total = x * mean;
    // Γ(px + q)/(Γ(px)Γ(q))·γ^q·m^(px − 1)·x^(px)/(γ + mx)^(px + q), its powers put together so that none is large.
    const powers = -p * x * Math.log1p(gamma / total) - q * Math.log1p(total / gamma) - Math.log(mean);
    sum += n * (powers - lnBeta(p * x, q));
  }
  return sum;
}

function slope(logs: readonly number[], rows: readonly Spending[]): number[] {
  const [p, q, gamma] = logs.map(Math.exp) as [number, number, number];
  let [byP, byQ, byGamma] = [0, 0, 0];
  const ofQ = digamma(q);
  for (const { x, mean, n } of rows) {
    const total = x * mean;
    const both = digamma(p * x + q);
    byP += n * x * (both - digamma(p * x) - Math.log1p(gamma / total));
    byQ += n * (both - ofQ - Math.log1p(total / gamma));
    byGamma += n * (q / gamma - (p * x + q) / (gamma + total));
  }
  return [byP * p, byQ * q, byGamma * gamma];
}
