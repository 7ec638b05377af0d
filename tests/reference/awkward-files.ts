import { fileURLToPath } from "node:url";
import { isShared, sharedJson } from "./shared-data";

/** What must hold of a column. */
export type Check = Partial<
  Record<"sum" | "missing" | "min" | "max" | "first" | "last" | "yes", number | string>
>;

/** What must come out of one of the awkward files. */
export interface Expected {
  readonly file: string;
  readonly rows?: number;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly columns?: readonly string[];
  readonly column_count?: number;
  readonly checks?: Record<string, Check>;
  readonly checks_by_position?: Record<string, Check>;
  readonly column_sums_by_position?: readonly (number | null)[];
  readonly distinct?: Record<string, number>;
  readonly types?: Record<string, string>;
  readonly truth?: Record<string, readonly number[]>;
  readonly true_counts?: Record<string, number>;
  readonly cells?: readonly { row: number; column: string; value: string }[];
}

export const awkwardFolder = fileURLToPath(new URL("../../../shared/data/awkward/", import.meta.url));

/** Empty where the files are absent. */
export function expectedOfAwkward(): readonly Expected[] {
  const list = "data/awkward/expected.json";
  return isShared(list) ? sharedJson<{ readonly files: readonly Expected[] }>(list).files : [];
}
