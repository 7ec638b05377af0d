import { cutCells, type Cells, type CutFailure, type CutInput } from "./cut-cells";
import { bestCut, tableAt } from "./cut-choice";
import { sideOf, type CutCriterion, type CutDirection, type CutSide } from "./cut-criterion";
import { phi, type TwoByTwo } from "./phi";
import { quantile } from "./quantile";
import { random } from "./random";

/** A measure on the customers who chose the threshold, and on those who did not. */
export interface Honest {
  readonly apparent: number;
  /** Mean over resamples of the measure among the customers left out of each, at the threshold chosen within it. */
  readonly outOfBag: number;
  /** .368 · apparent + .632 · out of bag. */
  readonly point632: number;
  /** Between these lie 95 in 100 of the values out of bag: how much they vary, not an interval of the measure. */
  readonly range: readonly [number, number];
}

export interface CutStability {
  /** Place of the threshold among the candidates that all customers choose, and which side has more of the outcome. */
  readonly cut: number;
  readonly side: CutSide;
  readonly table: TwoByTwo;
  /** By candidate: in how many resamples it was chosen. */
  readonly timesChosen: readonly number[];
  /** Share of the resamples that chose this candidate or its neighbour. */
  readonly withinOneStep: number;
  /** Resamples in which a threshold was chosen and somebody of both outcomes was left out. */
  readonly resamples: number;
  /** Area under the curve of the yes/no behaviour, on the side chosen. Null where no resample had one. */
  readonly auc: Honest | null;
  /** Phi with the same sign rule. */
  readonly phi: Honest | null;
}

export interface StabilityOptions {
  readonly criterion: CutCriterion;
  readonly direction: CutDirection;
  readonly seed: number | string;
  /** 500 unless said. */
  readonly replicates?: number;
  readonly onProgress?: (share: number) => void;
  readonly isStopped?: () => boolean;
}

/**
 * The threshold chosen anew inside each bootstrap resample of the customers, for all behaviours at once. Seeded; the order of
 * rows does not matter. Null for a behaviour without a threshold that divides it.
 * Efron & Tibshirani (1997), J. Amer. Statist. Assoc. 92, 548–560; Altman et al. (1994), J. Natl. Cancer Inst. 86, 829–835.
 */
export function cutStability(
  input: CutInput,
  { criterion, direction, seed, replicates = 500, onProgress, isStopped }: StabilityOptions,
):
  | { readonly ok: true; readonly behaviours: readonly (CutStability | null)[] }
  | { readonly ok: false; readonly why: CutFailure | "stopped" } {
  if (!(Number.isInteger(replicates) && replicates >= 1))
    throw new RangeError(`no number of replicates: ${replicates}`);
  const cells = cutCells(input);
  if (!cells.ok) return cells;
  const { customers } = cells;
  const times = new Uint32Array(customers);
  const whole = divided(cells, times.fill(1)).inside;
  const chosen = cells.cuts.map((_, b) => bestCut(cells, b, whole.all, whole.kept, criterion, direction));
  const drawn = cells.cuts.map((cuts) => ({
    times: new Array<number>(cuts.length).fill(0),
    auc: [] as number[],
    phi: [] as number[],
  }));

  const source = random(seed);
  for (let k = 0; k < replicates; k++) {
    if (isStopped?.()) return { ok: false, why: "stopped" };
    times.fill(0);
    for (let i = 0; i < customers; i++) times[source.below(customers)]!++;
    const { inside, out } = divided(cells, times);
    drawn.forEach((lists, b) => {
      const choice = bestCut(cells, b, inside.all, inside.kept, criterion, direction);
      if (!choice) return;
      const side = sideFor(direction, tableAt(cells, b, choice.cut, inside.all, inside.kept));
      const measured = measuresOf(tableAt(cells, b, choice.cut, out.all, out.kept), side);
      if (!measured) return;
      lists.times[choice.cut]!++;
      lists.auc.push(measured.auc);
      lists.phi.push(measured.phi);
    });
    onProgress?.((k + 1) / replicates);
  }
  return {
    ok: true,
    behaviours: chosen.map((choice, b) => {
      if (!choice) return null;
      const table = tableAt(cells, b, choice.cut, whole.all, whole.kept);
      const side = sideFor(direction, table);
      const apparent = measuresOf(table, side);
      const { times: chosenTimes, auc, phi: phis } = drawn[b]!;
      const near = chosenTimes.reduce(
        (sum, count, i) => sum + (Math.abs(i - choice.cut) <= 1 ? count : 0),
        0,
      );
      return {
        cut: choice.cut,
        side,
        table,
        timesChosen: chosenTimes,
        withinOneStep: auc.length > 0 ? near / auc.length : 0,
        resamples: auc.length,
        auc: apparent && honest(apparent.auc, auc),
        phi: apparent && honest(apparent.phi, phis),
      };
    }),
  };
}

function sideFor(direction: CutDirection, table: TwoByTwo): CutSide {
  return direction === "either" ? sideOf(table) : direction;
}

/** Cells of the customers drawn, each as often as drawn, and of those left out. One pass in order: memory is the cost. */
function divided({ customers, behaviours: width, size, codes, outcomes }: Cells, times: Uint32Array) {
  const counts = () => ({ all: new Int32Array(size), kept: new Int32Array(size) });
  const [inside, out] = [counts(), counts()];
  for (let i = 0; i < customers; i++) {
    const here = times[i]! > 0 ? inside : out;
    const count = times[i]! || 1;
    for (let at = i * width; at < (i + 1) * width; at++) here.all[codes[at]!]! += count;
    if (outcomes[i] === 1)
      for (let at = i * width; at < (i + 1) * width; at++) here.kept[codes[at]!]! += count;
  }
  return { inside, out };
}

/** Null without both outcomes; a behaviour that nobody or everybody left out has says nothing: ½ and 0. */
function measuresOf(table: TwoByTwo, side: CutSide): { auc: number; phi: number } | null {
  const [events, others] = [table.a + table.c, table.b + table.d];
  if (events === 0 || others === 0) return null;
  const sign = side === "above" ? 1 : -1;
  return {
    auc: (1 + sign * (table.a / events - table.b / others)) / 2,
    phi: sign * (phi(table)?.phi ?? 0),
  };
}

function honest(apparent: number, values: readonly number[]): Honest | null {
  if (values.length === 0) return null;
  const outOfBag = values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    apparent,
    outOfBag,
    point632: 0.368 * apparent + 0.632 * outOfBag,
    range: [quantile(values, 0.025)!, quantile(values, 0.975)!],
  };
}
