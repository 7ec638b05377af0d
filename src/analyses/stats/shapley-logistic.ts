import type { Pattern } from "./logistic";
import { exactShares, mostExact, sampledShares, type LeverShares } from "./shapley";
import { maximiser, type Position, type Table } from "./shapley-fit";
import { designOf, mergerOf, type DesignFailure, type Merged } from "./shapley-merge";

export interface SharesInput {
  /** In any order; two may be alike. An intercept is in every model, whether or not it is among the values. */
  readonly patterns: readonly Pattern[];
  /** The columns of the values that are each lever's own. All others are controls, in every model. */
  readonly levers: readonly (readonly number[])[];
}

export interface SharesOptions {
  /** Of the random orders above 12 levers. */
  readonly seed?: number | string;
  /** Random orders, each with its reverse; 200 unless said. */
  readonly pairs?: number;
  readonly onProgress?: (share: number) => void;
  /** Told of each model of all subsets, in any order: coefficients of the kept columns of the whole table, which are reused. */
  readonly onModel?: (subset: number, model: SubsetModel) => void;
  /** Asked between models; true ends the work. */
  readonly isStopped?: () => boolean;
}

export interface SubsetModel {
  /** Of all patterns. */
  readonly table: Table;
  readonly kept: readonly number[];
  readonly coefficients: Float64Array;
}

/**
 * `no-base`: nobody counted. `one-class`: all or none have the outcome, nothing to explain. `no-levers`; `too-many-levers`:
 * more than 30. `overlap`: a column of two levers, or of none.
 */
export type SharesFailure = DesignFailure | "stopped";

export type Shares =
  | ({
      readonly ok: true;
      readonly exact: boolean;
      /**
       * The full model has no finite estimate: the values fix somebody's outcome. R² is its limit, which exists, and the
       * shares are those of the limits.
       */
      readonly separated: boolean;
    } & LeverShares)
  | { readonly ok: false; readonly why: SharesFailure };

/**
 * Shares of McFadden's R² = 1 − ln L/ln L₀ of a logistic regression; L₀ has the intercept alone. All subsets up to 12
 * levers, random orders above. A lever that repeats the controls has 0; two that repeat each other have the same Shapley
 * share and nothing as the last. R² of each model to 1e-10.
 * McFadden (1974), Frontiers in Econometrics, 105–142, p. 121; shares as `exactShares` has them.
 */
export function logisticShares(input: SharesInput, options: SharesOptions = {}): Shares {
  const values = logisticSubsets(input);
  if (!values.ok) return values;
  const { onProgress, isStopped } = options;
  const levers = input.levers.length;
  const stop = () => {
    if (isStopped?.()) throw new Stopped();
  };
  try {
    const exact = levers <= mostExact;
    const shares = exact
      ? exactShares(
          values.all((share) => {
            stop();
            onProgress?.(share);
          }, options.onModel),
          levers,
        )
      : sampledShares(
          levers,
          (order) => {
            stop();
            return values.along(order);
          },
          { seed: options.seed ?? 0, pairs: options.pairs ?? 200, onProgress },
        );
    return { ok: true, exact, separated: values.separated, ...shares };
  } catch (error) {
    if (error instanceof Stopped) return { ok: false, why: "stopped" };
    throw error;
  }
}

class Stopped extends Error {}

interface Node {
  readonly merged: Merged;
  readonly kept: readonly number[];
  readonly position: Position;
  readonly value: number;
}

/** R² of the models of subsets of levers: of all, or along one order of leaving. */
function logisticSubsets({ patterns, levers }: SharesInput) {
  const design = designOf(patterns, levers);
  if (!design.ok) return design;
  const { table, columnsOf, width, nullLikelihood } = design;
  const merger = mergerOf(design);
  const { fit, fitSurely, stride, leave } = maximiser(table.size, width);
  const scale = -nullLikelihood;
  const valueOf = (likelihood: number) => 1 - likelihood / nullLikelihood;
  const positions = Array.from({ length: levers.length + 1 }, () => emptyPosition(width));

  const kept = Array.from({ length: width }, (_, i) => i);
  const likelihood = fitSurely(table, kept, positions[0]!, scale);
  const separated = stride(table, kept, positions[0]!) > longStride;
  const root: Node = { merged: merger.whole, kept, position: positions[0]!, value: valueOf(likelihood) };

  function without(node: Node, lever: number, depth: number): Node {
    const gone = columnsOf[lever]!;
    const left = node.kept.filter((column) => !gone.includes(column));
    const position = positions[depth]!;
    position.coefficients.set(node.position.coefficients);
    position.curvature.set(node.position.curvature);
    leave(left, gone, position);
    const merged = merger.without(node.merged, lever, left, depth);
    const value = valueOf(fit(merged.table, left, position, scale));
    return { merged, kept: left, position, value };
  }

  function all(
    onProgress: (share: number) => void,
    onModel?: (subset: number, model: SubsetModel) => void,
  ): Float64Array {
    const values = new Float64Array(2 ** levers.length);
    let done = 0;
    // A lever leaves after those before it: each subset is met once, and patterns merge on the way down.
    const visit = (node: Node, subset: number, from: number, depth: number) => {
      values[subset] = node.value;
      onModel?.(subset, { table, kept: node.kept, coefficients: node.position.coefficients });
      if (done++ % 16 === 0) onProgress(done / values.length);
      for (let lever = from; lever < levers.length; lever++)
        visit(without(node, lever, depth + 1), subset & ~(1 << lever), lever + 1, depth + 1);
    };
    visit(root, values.length - 1, 0, 0);
    return values;
  }

  function along(order: readonly number[]): Float64Array {
    const values = new Float64Array(order.length + 1);
    let node = root;
    values[0] = node.value;
    order.forEach((lever, i) => {
      node = without(node, lever, i + 1);
      values[i + 1] = node.value;
    });
    return values;
  }

  return { ok: true as const, all, along, separated };
}

/** A top that is reached leaves steps of next to nothing; one that is not, of about 1 on the logit. */
const longStride = 0.1;

function emptyPosition(width: number): Position {
  return { coefficients: new Float64Array(width), curvature: new Float64Array(width * width) };
}
