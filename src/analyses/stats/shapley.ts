import { random } from "./random";

/** How much of a model's R² is each lever's: entered first, averaged over all orders, entered last. */
export interface LeverShare {
  /** R² of the controls and this lever, less that of the controls. */
  readonly first: number;
  /** What the lever adds, averaged over all orders of entering. May be 0 or, of a sampled set, below. */
  readonly shapley: number;
  /** R² of everything, less that of everything but this lever: what it has for itself alone. */
  readonly last: number;
  /** Standard error that the sampling of orders leaves in `shapley`; null where all orders were counted. */
  readonly monteCarloError: number | null;
}

export interface LeverShares {
  /** R² of the controls and all levers. */
  readonly whole: number;
  /** R² of the controls alone; the Shapley shares sum to `whole` − `controls`. */
  readonly controls: number;
  /** In the given order. */
  readonly levers: readonly LeverShare[];
}

/** So many levers have all their subsets counted: 2¹² models. */
export const mostExact = 12;

/** A subset of levers is the number whose bits are they. */
export const mostLevers = 30;

/**
 * Shares of the value of every subset: `values[s]`, s a number whose bits are the levers present, 2^levers of them.
 * Shapley (1953), Contributions to the Theory of Games II, 307–317; of R²: Lindeman, Merenda & Gold (1980), Introduction
 * to Bivariate and Multivariate Analysis, 119–124; Grömping (2006), J. Statist. Software 17(1), formula 3.
 */
export function exactShares(values: Float64Array, levers: number): LeverShares {
  const full = 2 ** levers - 1;
  if (values.length !== full + 1) throw new RangeError(`values of ${levers} levers: ${values.length}`);
  const weights = orderWeights(levers);
  const sizes = Uint8Array.from(values, (_, subset) => bitsOf(subset));
  return {
    whole: values[full]!,
    controls: values[0]!,
    levers: Array.from({ length: levers }, (_, lever) => {
      const bit = 1 << lever;
      let shapley = 0;
      for (let subset = 0; subset <= full; subset++) {
        if ((subset & bit) === 0)
          shapley += weights[sizes[subset]!]! * (values[subset | bit]! - values[subset]!);
      }
      return {
        first: values[bit]! - values[0]!,
        shapley,
        last: values[full]! - values[full & ~bit]!,
        monteCarloError: null,
      };
    }),
  };
}

/**
 * The same from `pairs` random orders and their reverses, where there are too many subsets. `valuesAlong` is told the
 * levers in the order in which they leave, and gives levers + 1 values: of all, …, of none. Each order sums to the whole.
 * Štrumbelj & Kononenko (2014), Knowl. Inf. Syst. 41, 647–665; reversed orders: Mitchell et al. (2022), JMLR 23(43).
 */
export function sampledShares(
  levers: number,
  valuesAlong: (order: readonly number[]) => Float64Array,
  { seed, pairs, onProgress }: { seed: number | string; pairs: number; onProgress?: (share: number) => void },
): LeverShares {
  if (!(Number.isInteger(pairs) && pairs >= 2)) throw new RangeError(`no number of pairs: ${pairs}`);
  const ends = endsOf(levers, valuesAlong);
  const source = random(seed);
  const order = Array.from({ length: levers }, (_, i) => i);
  const sums = new Float64Array(levers);
  const squares = new Float64Array(levers);
  for (let pair = 0; pair < pairs; pair++) {
    for (let i = levers - 1; i > 0; i--) {
      const other = source.below(i + 1);
      [order[i], order[other]] = [order[other]!, order[i]!];
    }
    const one = lossesAlong(order, valuesAlong);
    const other = lossesAlong([...order].reverse(), valuesAlong);
    for (let i = 0; i < levers; i++) {
      const mean = (one[i]! + other[i]!) / 2;
      sums[i]! += mean;
      squares[i]! += mean * mean;
    }
    onProgress?.((pair + 1) / pairs);
  }
  return {
    whole: ends.whole,
    controls: ends.controls,
    levers: ends.levers.map((lever, i) => {
      const mean = sums[i]! / pairs;
      const variance = Math.max(0, squares[i]! / pairs - mean * mean) / (pairs - 1);
      return { ...lever, shapley: mean, monteCarloError: Math.sqrt(variance) };
    }),
  };
}

/** First and last need no sampling: an order that a lever begins, and one that it ends. */
function endsOf(levers: number, valuesAlong: (order: readonly number[]) => Float64Array) {
  const others = (lever: number) => Array.from({ length: levers }, (_, i) => i).filter((i) => i !== lever);
  let [whole, controls] = [0, 0];
  const ends = Array.from({ length: levers }, (_, lever) => {
    const values = valuesAlong([...others(lever), lever]);
    whole = values[0]!;
    controls = values[levers]!;
    const leaving = valuesAlong([lever, ...others(lever)]);
    return { first: values[levers - 1]! - controls, last: whole - leaving[1]! };
  });
  return { whole, controls, levers: ends };
}

function lossesAlong(order: readonly number[], valuesAlong: (order: readonly number[]) => Float64Array) {
  const values = valuesAlong(order);
  const losses = new Float64Array(order.length);
  order.forEach((lever, i) => (losses[lever] = values[i]! - values[i + 1]!));
  return losses;
}

/** |S|!·(L − |S| − 1)!/L! by |S|. */
export function orderWeights(levers: number): Float64Array {
  const weights = new Float64Array(Math.max(1, levers));
  let binomial = 1;
  for (let size = 0; size < levers; size++) {
    weights[size] = 1 / (levers * binomial);
    binomial = (binomial * (levers - 1 - size)) / (size + 1);
  }
  return weights;
}

export function bitsOf(subset: number): number {
  let count = 0;
  for (let rest = subset; rest > 0; rest &= rest - 1) count++;
  return count;
}
