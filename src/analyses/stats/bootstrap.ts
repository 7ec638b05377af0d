import { accelerationOf, bootstrapIntervals, type Bootstrap } from "./bootstrap-interval";
import { binomialDraw } from "./binomial-draw";
import { random, type Random } from "./random";

export interface RatioInput {
  /** Per column one number a customer, all columns of one length: what the customer paid before, what after, 1 if kept. */
  readonly columns: readonly Float64Array[];
  /** Each ratio is Σ of a column over Σ of another, whose values are ≥ 0; `under` null: over the number of customers. */
  readonly ratios: readonly { readonly over: number; readonly under: number | null }[];
}

export interface BootstrapOptions {
  readonly seed: number | string;
  /** 2,000 unless said. */
  readonly replicates?: number;
  readonly confidence?: number;
  /** Told a share 0..1 every few milliseconds of work. */
  readonly onProgress?: (share: number) => void;
  /** Asked as often; true ends the work with null. */
  readonly isStopped?: () => boolean;
}

/**
 * Bootstrap of ratios of sums over customers, drawn with replacement, all ratios from the same draws. One result a ratio,
 * null for a ratio without a base; null altogether when stopped. The same seed, the same numbers.
 *
 * The draw is exact, ordered for speed: how many of a resample's n draws fall to each block of 256 customers is a
 * multinomial number, drawn as binomials one after another; within a block a draw is one random byte, and a block's values
 * stay in the nearest cache for all resamples. Given the counts of the blocks the draws are independent and uniform, so
 * the resample has the distribution of n independent draws.
 * Efron (1979), Ann. Statist. 7, 1–26; conditional binomials: Devroye (1986), Non-Uniform Random Variate Generation, XI.1.
 */
export function bootstrapRatios(
  input: RatioInput,
  { seed, replicates = 2000, confidence = 0.95, onProgress, isStopped }: BootstrapOptions,
): readonly (Bootstrap | null)[] | null {
  const customers = check(input, replicates);
  const sums = input.columns.map(() => new Float64Array(replicates));
  const draw = drawer(random(seed), sums);
  const remaining = new Float64Array(replicates).fill(customers);
  for (let from = 0; from < customers; from += blockSize) {
    if (isStopped?.()) return null;
    draw(
      input.columns.map((column) => column.subarray(from, from + blockSize)),
      remaining,
      customers - from,
    );
    onProgress?.(Math.min(1, (from + blockSize) / customers));
  }
  return input.ratios.map(({ over, under }) => {
    const top = input.columns[over]!;
    const bottom = under === null ? new Float64Array(customers).fill(1) : input.columns[under]!;
    const [a, b] = [total(top), total(bottom)];
    if (!(b > 0)) return null;
    const values = sums[over]!.map((sum, i) => sum / (under === null ? customers : sums[under]![i]!));
    // One customer can be the whole base: without them there is no ratio, and no acceleration.
    const leftOut = top.map((value, i) =>
      b - bottom[i]! > 1e-12 * b ? (a - value) / (b - bottom[i]!) : NaN,
    );
    return bootstrapIntervals(a / b, values, accelerationOf(leftOut), confidence);
  });
}

/** A random byte names one customer of a block. */
const blockSize = 256;

/** Adds one block's share of every resample to the sums; `remaining` are the draws that a resample has still to place. */
function drawer(source: Random, sums: readonly Float64Array[]) {
  const words = new Uint32Array(2048);
  let used = words.length;

  function fromFull(block: readonly Float64Array[], resample: number, draws: number) {
    for (let left = draws; left > 0;) {
      // What a buffer or a last word has over is thrown away: each draw is a byte that no other draw has seen.
      if (words.length - used < Math.min(left / 4, words.length)) {
        source.fill(words);
        used = 0;
      }
      const taken = Math.min(left, 4 * (words.length - used));
      for (let k = 0; k < block.length; k++) sums[k]![resample]! += gathered(block[k]!, words, used, taken);
      used += Math.ceil(taken / 4);
      left -= taken;
    }
  }

  function fromShort(block: readonly Float64Array[], size: number, resample: number, draws: number) {
    for (let left = draws; left > 0; left--) {
      const customer = source.below(size);
      for (let k = 0; k < block.length; k++) sums[k]![resample]! += block[k]![customer]!;
    }
  }

  return (block: readonly Float64Array[], remaining: Float64Array, customersLeft: number) => {
    const size = Math.min(blockSize, customersLeft);
    for (let i = 0; i < remaining.length; i++) {
      const isLast = size === customersLeft;
      const draws = isLast ? remaining[i]! : binomialDraw(remaining[i]!, size / customersLeft, source);
      remaining[i]! -= draws;
      if (size === blockSize) fromFull(block, i, draws);
      else fromShort(block, size, i, draws);
    }
  };
}

/** Σ of the values that the bytes of the words name; four sums side by side, as each addition waits for the one before. */
function gathered(values: Float64Array, words: Uint32Array, from: number, draws: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  const end = from + (draws >> 2);
  for (let i = from; i < end; i++) {
    const word = words[i]!;
    a += values[word & 255]!;
    b += values[(word >>> 8) & 255]!;
    c += values[(word >>> 16) & 255]!;
    d += values[word >>> 24]!;
  }
  for (let rest = draws & 3, word = words[end] ?? 0; rest > 0; rest--, word >>>= 8) a += values[word & 255]!;
  return a + b + (c + d);
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function check({ columns, ratios }: RatioInput, replicates: number): number {
  const customers = columns[0]?.length ?? 0;
  if (!(Number.isInteger(replicates) && replicates >= 1))
    throw new RangeError(`no number of replicates: ${replicates}`);
  for (const column of columns) {
    if (column.length !== customers) throw new RangeError("columns of different lengths");
    const bad = column.find((value) => !Number.isFinite(value));
    if (bad !== undefined) throw new RangeError(`no number: ${bad}`);
  }
  for (const { over, under } of ratios) {
    if (!columns[over] || (under !== null && !columns[under]))
      throw new RangeError(`no column: ${over}/${under}`);
    const negative = under === null ? undefined : columns[under]!.find((value) => value < 0);
    if (negative !== undefined) throw new RangeError(`base below 0: ${negative}`);
  }
  return customers;
}
