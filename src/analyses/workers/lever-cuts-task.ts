import type { CutCriterion, CutDirection } from "../stats/cut-criterion";
import { cutStability, type Honest } from "../stats/cut-stability";
import { permutationMax } from "../stats/permutation-max";
import type { TaskContext } from "./tasks";

/** Customers counted by their cells in all behaviours. */
export interface LeverCutsInput {
  /** Four bits a behaviour, the first lowest: how many of its lines are reached; one more than all where it is not known. */
  readonly codes: Float64Array;
  readonly customers: Float64Array;
  readonly stayed: Float64Array;
  /** Lines of each behaviour. */
  readonly cuts: readonly number[];
  readonly criterion: CutCriterion;
  readonly direction: CutDirection;
  readonly permutations: number;
  readonly resamples: number;
  readonly seed: string;
}

/** Counts of one behaviour by cell: below all lines, from each on. */
export interface LeverCells {
  readonly customers: readonly number[];
  readonly stayed: readonly number[];
}

export interface LeverChoice {
  /** Place of the line among its candidates. */
  readonly cut: number;
  readonly side: "above" | "below";
  readonly timesChosen: readonly number[];
  readonly withinOneStep: number;
  readonly resamples: number;
  readonly auc: Honest | null;
  readonly phi: Honest | null;
  readonly p: number;
  readonly pOfAll: number;
}

/** The best line of each behaviour, chosen again in resamples and held against outcomes dealt out at random; null: none divides. */
export function leverCutsTask(
  { codes, customers, stayed, cuts, criterion, direction, permutations, resamples, seed }: LeverCutsInput,
  { onProgress }: TaskContext,
): { readonly cells: readonly LeverCells[]; readonly choices: readonly (LeverChoice | null)[] } {
  const cells = cuts.map((count, b) => cellsOf(count, b, codes, customers, stayed));
  const total = sum(customers);
  const outcomes = new Uint8Array(total);
  const behaviours = cuts.map((count) => ({
    values: new Float64Array(total),
    cuts: Array.from({ length: count }, (_, i) => i + 1),
  }));
  let at = 0;
  for (let row = 0; row < codes.length; row++) {
    const until = at + customers[row]!;
    outcomes.fill(1, at, at + stayed[row]!);
    behaviours.forEach(({ values, cuts: lines }, b) => {
      const cell = cellIn(codes[row]!, b);
      values.fill(cell > lines.length ? NaN : cell, at, until);
    });
    at = until;
  }
  const input = { behaviours, outcomes };
  const found = cutStability(input, {
    criterion,
    direction,
    seed: `${seed} resamples`,
    replicates: resamples,
    onProgress: (share) => onProgress(share * 0.4),
  });
  const dealt = permutationMax(input, {
    criterion,
    direction,
    seed: `${seed} permutations`,
    permutations,
    onProgress: (share) => onProgress(0.4 + share * 0.6),
  });
  return {
    cells,
    choices: cuts.map((_, b) => {
      const one = found.ok ? found.behaviours[b] : null;
      const searched = dealt.ok ? dealt.behaviours[b] : null;
      if (!one || !searched) return null;
      const { cut, side, timesChosen, withinOneStep, resamples: done, auc, phi } = one;
      const { p, pOfAll } = searched;
      return { cut, side, timesChosen, withinOneStep, resamples: done, auc, phi, p, pOfAll };
    }),
  };
}

function cellIn(code: number, behaviour: number): number {
  return Math.floor(code / 16 ** behaviour) % 16;
}

function cellsOf(
  cuts: number,
  behaviour: number,
  codes: Float64Array,
  customers: Float64Array,
  stayed: Float64Array,
): LeverCells {
  const counts = {
    customers: new Array<number>(cuts + 2).fill(0),
    stayed: new Array<number>(cuts + 2).fill(0),
  };
  codes.forEach((code, row) => {
    const cell = cellIn(code, behaviour);
    counts.customers[cell]! += customers[row]!;
    counts.stayed[cell]! += stayed[row]!;
  });
  return { customers: counts.customers.slice(0, -1), stayed: counts.stayed.slice(0, -1) };
}

function sum(values: Float64Array): number {
  return values.reduce((all, one) => all + one, 0);
}
