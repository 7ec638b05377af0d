import type { Pattern } from "./logistic";
import { bitsOf, mostExact, orderWeights } from "./shapley";
import { linear, type Table } from "./shapley-fit";
import type { ShareSet } from "./shapley-interval";
import { logisticShares, type Shares, type SharesInput, type SharesOptions } from "./shapley-logistic";

/** What each pattern's customers add to the shares, on the scale of the log-likelihood. */
export interface CustomerShares {
  readonly shares: Extract<Shares, { ok: true }>;
  /** The shares of as many customers, `patterns` in the order of those given; null where all or none have the outcome. */
  of(patterns: readonly Pattern[]): readonly ShareSet[] | null;
}

/**
 * Shares of R² are sums of log-likelihoods, and those are sums over customers: φᵢ = Σ weight(S)·ℓᵢ(β̂(S)) is what customer i
 * adds to a share. Customers drawn anew are weighed anew, at the estimates of all customers: to the first order the shares
 * of fitting each model again, without the gain of about ½ a parameter and model by which refitted shares run high. One pass
 * over the models instead of one for each resample; up to 12 levers, and null above. Patterns are all different, each with
 * customers.
 * Sums of customers' scores in place of refits: Kline & Santos (2012), J. Econometric Methods 1(1), 23–41; the shares'
 * weights as `exactShares` has them.
 */
export function customerShares(input: SharesInput, options: SharesOptions = {}): CustomerShares | null {
  const levers = input.levers.length;
  if (levers > mostExact) return null;
  const weights = orderWeights(levers);
  const full = 2 ** levers - 1;
  const kinds = { first: sumsOf(levers), shapley: sumsOf(levers), last: sumsOf(levers) };
  let root: Table | null = null;
  let eta = new Float64Array(0);
  const shares = logisticShares(input, {
    ...options,
    onModel(subset, { table, kept, coefficients }) {
      root = table;
      if (eta.length === 0) eta = new Float64Array(table.size);
      linear(table, kept, coefficients, eta);
      for (let i = 0; i < table.size; i++) eta[i] = -softplus(eta[i]!);
      const size = bitsOf(subset);
      for (let lever = 0; lever < levers; lever++) {
        const bit = 1 << lever;
        const isIn = (subset & bit) !== 0;
        const model = { rest: eta, coefficients };
        kinds.shapley[lever]!.add(isIn ? weights[size - 1]! : -weights[size]!, model);
        if (subset === 0) kinds.first[lever]!.add(-1, model);
        if (subset === bit) kinds.first[lever]!.add(1, model);
        if (subset === full) kinds.last[lever]!.add(1, model);
        if (subset === (full & ~bit)) kinds.last[lever]!.add(-1, model);
      }
    },
  });
  if (!shares.ok || !root) return null;
  const table: Table = root;
  const told = (sums: readonly Sums[]) => sums.map((one) => one.told(table));
  const [first, shapley, last] = [told(kinds.first), told(kinds.shapley), told(kinds.last)];
  return {
    shares,
    of(patterns) {
      let [events, customers] = [0, 0];
      for (const { x, n } of patterns) {
        events += x;
        customers += n;
      }
      if (events === 0 || events === customers) return null;
      const share = events / customers;
      const nothing = -(events * Math.log(share) + (customers - events) * Math.log1p(-share));
      // No column takes from R²; at estimates that are not those of the resample it may seem so.
      const part = (one: Told) => Math.max(0, weighed(one, patterns) / nothing);
      return shapley.map((_, lever) => ({
        first: part(first[lever]!),
        shapley: part(shapley[lever]!),
        last: part(last[lever]!),
      }));
    },
  };
}

type Told = ReturnType<Sums["told"]>;
type Sums = ReturnType<typeof sumsOf>[number];

/** Weighted sums over models, of ln(1 − p) by pattern and of the coefficients; ln p is the first plus the logit. */
function sumsOf(levers: number) {
  return Array.from({ length: levers }, () => {
    let rest = new Float64Array(0);
    let coefficients = new Float64Array(0);
    return {
      add(weight: number, model: { readonly rest: Float64Array; readonly coefficients: Float64Array }) {
        if (rest.length === 0) rest = new Float64Array(model.rest.length);
        if (coefficients.length === 0) coefficients = new Float64Array(model.coefficients.length);
        for (let i = 0; i < rest.length; i++) rest[i]! += weight * model.rest[i]!;
        for (let j = 0; j < coefficients.length; j++) coefficients[j]! += weight * model.coefficients[j]!;
      },
      /** By pattern: of a customer without the outcome, and how much more of one with it. */
      told(table: Table) {
        const more = new Float64Array(table.size);
        linear(
          table,
          table.columns.map((_, j) => j),
          coefficients,
          more,
        );
        return { rest, more };
      },
    };
  });
}

function weighed({ rest, more }: Told, patterns: readonly Pattern[]): number {
  let sum = 0;
  for (let i = 0; i < patterns.length; i++) {
    const { x, n } = patterns[i]!;
    sum += n * rest[i]! + x * more[i]!;
  }
  return sum;
}

/** ln(1 + eᵉ). */
function softplus(e: number): number {
  return Math.max(0, e) + Math.log1p(Math.exp(-Math.abs(e)));
}
