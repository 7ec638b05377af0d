import { cutCells, countInto, type CutFailure, type CutInput } from "./cut-cells";
import { bestCut, type Choice } from "./cut-choice";
import type { CutCriterion, CutDirection } from "./cut-criterion";
import { random, type Random } from "./random";

export interface PermutationOptions {
  readonly criterion: CutCriterion;
  readonly direction: CutDirection;
  readonly seed: number | string;
  /** 2,000 unless said. */
  readonly permutations?: number;
  readonly onProgress?: (share: number) => void;
  readonly isStopped?: () => boolean;
}

export interface SearchedBehaviour extends Choice {
  /** How often outcomes dealt out at random reach as good a threshold of this behaviour, its thresholds searched as well. */
  readonly p: number;
  /** The same for all behaviours searched: step-down maximum, never below that of a better behaviour. */
  readonly pOfAll: number;
}

export type PermutationMax =
  | {
      readonly ok: true;
      /** In the given order; null where no threshold divides the customers observed. */
      readonly behaviours: readonly (SearchedBehaviour | null)[];
      /** p is a multiple of 1/(permutations + 1), and never 0. */
      readonly permutations: number;
    }
  | { readonly ok: false; readonly why: CutFailure | "stopped" };

/**
 * Is the best of many thresholds better than the best of as many would be by chance? Outcomes are dealt out anew among all
 * customers, and the whole search is done again; all behaviours see the same dealing, so what goes together stays together.
 * p = (1 + permutations at least as good)/(1 + permutations). Seeded; the order of rows does not matter. Customers must be
 * exchangeable: where several rows are of one account, deal out accounts.
 * Westfall & Young (1993), Resampling-Based Multiple Testing, algorithm 4.1 (step-down maxT); Phipson & Smyth (2010), Stat.
 * Appl. Genet. Mol. Biol. 9(1), 39.
 */
export function permutationMax(input: CutInput, options: PermutationOptions): PermutationMax {
  const { criterion, direction, seed, permutations = 2000, onProgress, isStopped } = options;
  if (!(Number.isInteger(permutations) && permutations >= 1))
    throw new RangeError(`no number of permutations: ${permutations}`);
  const cells = cutCells(input);
  if (!cells.ok) return cells;
  const { customers, events, size, outcomes } = cells;
  const everybody = Int32Array.from({ length: customers }, (_, i) => i);
  const all = new Int32Array(size);
  countInto(all, cells, everybody, customers);
  // The smaller class is dealt out; with the outcome are those or the others.
  const fewer = Math.min(events, customers - events);
  const isOther = fewer < events;
  const counts = new Int32Array(size);
  const search = (chosen: Int32Array, upTo: number, isReversed: boolean) => {
    counts.fill(0);
    countInto(counts, cells, chosen, upTo);
    if (isReversed) for (let cell = 0; cell < size; cell++) counts[cell] = all[cell]! - counts[cell]!;
    return cells.cuts.map((_, b) => bestCut(cells, b, all, counts, criterion, direction));
  };
  const observed = search(
    everybody.filter((i) => outcomes[i] === 1),
    events,
    false,
  );

  const source = random(seed);
  const own = new Int32Array(observed.length);
  const stepped = new Int32Array(observed.length);
  const worstFirst = observed.map((_, b) => b).sort((a, b) => valueOf(observed[a]!) - valueOf(observed[b]!));
  for (let k = 0; k < permutations; k++) {
    if (k % 16 === 0) {
      if (isStopped?.()) return { ok: false, why: "stopped" };
      onProgress?.(k / permutations);
    }
    deal(everybody, fewer, source);
    const dealt = search(everybody, fewer, isOther);
    let largest = -Infinity;
    for (const b of worstFirst) {
      const value = valueOf(dealt[b]!);
      // The same table reached by another way of summing is as good.
      const bound = valueOf(observed[b]!);
      const reached = bound - 1e-9 * Math.abs(bound);
      largest = Math.max(largest, value);
      if (value >= reached) own[b]!++;
      if (largest >= reached) stepped[b]!++;
    }
  }
  onProgress?.(1);
  const pOfAll = new Float64Array(observed.length);
  let before = 0;
  for (const b of worstFirst.toReversed()) {
    before = Math.max(before, (1 + stepped[b]!) / (1 + permutations));
    pOfAll[b] = before;
  }
  return {
    ok: true,
    permutations,
    behaviours: observed.map(
      (one, b) => one && { ...one, p: (1 + own[b]!) / (1 + permutations), pOfAll: pOfAll[b]! },
    ),
  };
}

/** Puts so many customers drawn at random in front (Fisher & Yates); from whatever order, each set is as likely. */
function deal(customers: Int32Array, count: number, source: Random) {
  for (let i = 0; i < count; i++) {
    const other = i + source.below(customers.length - i);
    const taken = customers[other]!;
    customers[other] = customers[i]!;
    customers[i] = taken;
  }
}

function valueOf(choice: Choice | null): number {
  return choice ? choice.statistic : -Infinity;
}
