import * as v from "valibot";
import type { Matched } from "../id-match/with-id-match";
import type { UsageResult } from "../usage-quartiles/result";

const odds = v.object({ value: v.number(), interval: v.nullable(v.tuple([v.number(), v.number()])) });

/** What the model says of the top quarter against the bottom one. */
export const regressionSchema = v.object({
  /** Columns that are held alike, and those of them that are told apart by bands. */
  controls: v.array(v.string()),
  banded: v.array(v.string()),
  customers: v.number(),
  lost: v.number(),
  method: v.picklist(["likelihood", "firth"]),
  /** Why the likelihood is penalised; null where it is not. */
  reason: v.nullable(v.picklist(["separated", "few-events", "not-converged", "asked"])),
  parameters: v.number(),
  /** Odds of leaving, top to bottom; null where the controls say all that usage says. */
  odds: v.nullable(odds),
  /** The same without controls. */
  alone: v.nullable(odds),
  p: v.nullable(v.number()),
});
export type Regression = v.InferOutput<typeof regressionSchema>;

/** Absent where no controls were chosen, and in results older than this; null where no model could be fitted. */
export const modelledSchema = v.object({ regression: v.optional(v.nullable(regressionSchema)) });

export type RollbackResult = UsageResult & Matched & v.InferOutput<typeof modelledSchema>;
