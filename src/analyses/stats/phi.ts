import { normalQuantile } from "./normal-quantile";

/** Customers counted by a yes/no behaviour and a yes/no outcome. */
export interface TwoByTwo {
  /** With the behaviour: with the outcome, without it. */
  readonly a: number;
  readonly b: number;
  /** Without the behaviour: with the outcome, without it. */
  readonly c: number;
  readonly d: number;
}

export interface Phi {
  readonly phi: number;
  /** Of phi itself; 0 where the table has two cells alone. */
  readonly standardError: number;
  /** Null where nothing varies but the two together (phi is ±1): a table that shows no exception is no certainty. */
  readonly interval: readonly [number, number] | null;
}

/**
 * Phi, the correlation of two yes/no values. Standard error by the delta method from the four counts; interval on Fisher's
 * scale, which keeps it within −1..1. Null where one of the two does not vary.
 * Bishop, Fienberg & Holland (1975), Discrete Multivariate Analysis, formula 11.3-7.
 */
export function phi({ a, b, c, d }: TwoByTwo, confidence = 0.95): Phi | null {
  for (const count of [a, b, c, d]) {
    if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`no count: ${count}`);
  }
  const n = a + b + c + d;
  const [behaviour, outcome] = [a + b, a + c];
  if (behaviour === 0 || behaviour === n || outcome === 0 || outcome === n) return null;
  const root = Math.sqrt(behaviour * (n - behaviour)) * Math.sqrt(outcome * (n - outcome));
  const value = Math.max(-1, Math.min(1, (a * d - b * c) / root));
  // What one customer of a cell moves the correlation by, times n: its influence.
  const scores = (count: number) => [
    (n - count) / Math.sqrt(count * (n - count)),
    -count / Math.sqrt(count * (n - count)),
  ];
  const [withIt, withoutIt] = scores(behaviour) as [number, number];
  const [kept, lost] = scores(outcome) as [number, number];
  const squared = (count: number, x: number, y: number) =>
    count * (x * y - (value * (x * x + y * y)) / 2) ** 2;
  const sum =
    squared(a, withIt, kept) +
    squared(b, withIt, lost) +
    squared(c, withoutIt, kept) +
    squared(d, withoutIt, lost);
  if (Math.abs(value) === 1) return { phi: value, standardError: 0, interval: null };
  const standardError = Math.sqrt(sum) / n;
  const reach = (normalQuantile((1 + confidence) / 2) * standardError) / (1 - value * value);
  return {
    phi: value,
    standardError,
    interval: [Math.tanh(Math.atanh(value) - reach), Math.tanh(Math.atanh(value) + reach)],
  };
}
