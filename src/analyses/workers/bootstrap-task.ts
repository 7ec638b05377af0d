import { bootstrapRatios, type RatioInput } from "../stats/bootstrap";
import type { TaskContext } from "./tasks";

export interface RatioTask extends RatioInput {
  readonly seed: number | string;
  readonly replicates: number;
}

/** Of each ratio its intervals, without the replicates: they need not travel. Null for a ratio without a base. */
export function bootstrapTask({ seed, replicates, ...input }: RatioTask, { onProgress }: TaskContext) {
  const found = bootstrapRatios(input, { seed, replicates, onProgress }) ?? [];
  return found.map((one) => one && { estimate: one.estimate, percentile: one.percentile, bca: one.bca });
}
