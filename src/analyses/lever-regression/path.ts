import type { FoldedPattern } from "../stats/lasso-folds";
import { validatedPath } from "../stats/lasso-folds";
import type { PathResult } from "./result";

export interface PathTask {
  readonly kind: "ridge" | "lasso";
  readonly patterns: readonly FoldedPattern[];
  /** The column of each lever; all others are controls, never shrunk. */
  readonly levers: readonly number[];
  readonly free: readonly number[];
}

/** Coefficients under ever weaker penalties, the penalty chosen by folds of customers. Null where folds cannot be had. */
export function leverPath(
  { kind, patterns, levers, free }: PathTask,
  onProgress?: (share: number) => void,
): PathResult | null {
  const found = validatedPath(patterns, { alpha: kind === "lasso" ? 1 : 0, free, onProgress });
  if (!found.ok) return null;
  return {
    kind,
    folds: new Set(patterns.map(({ fold }) => fold)).size,
    best: found.best,
    simplest: found.simplest,
    steps: found.path.map(({ lambda, coefficients }, i) => ({
      lambda,
      deviance: found.deviances[i]!.mean,
      error: found.deviances[i]!.standardError,
      levers: levers.map((column) => coefficients[column] ?? null),
    })),
  };
}
