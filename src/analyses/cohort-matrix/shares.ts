import { shareOf, type Share } from "../share";
import type { CohortParams } from "./params";
import type { Cell, CohortResult, StepResult } from "./result";

/** The share that a cell shows; of amounts a ratio of two sums. */
export interface Shown {
  readonly rate: number | null;
  readonly interval: Share["interval"];
}

/** Of a cell's customers those who were there, or who were not; of an amount its part of the first period's. */
export function shownOf(
  cell: Cell,
  { metric }: Pick<CohortResult, "metric">,
  show: CohortParams["show"],
): Shown {
  if (cell.state === "not observed") return { rate: null, interval: null };
  if (metric !== "customers")
    return {
      rate:
        cell.total !== null && cell.atFirst !== null && cell.atFirst > 0 ? cell.total / cell.atFirst : null,
      interval: cell.interval ?? null,
    };
  return shareOf(show === "attrition" ? cell.n - cell.x : cell.x, cell.n);
}

/** The average over cohorts that was asked for. Only the pooled one has an interval. */
export function averageOf(
  { pooled, simple, mixpanel }: StepResult,
  result: Pick<CohortResult, "metric">,
  { average, show }: Pick<CohortParams, "average" | "show">,
): Shown {
  if (average === "pooled" || result.metric !== "customers") return shownOf(pooled, result, show);
  const value = average === "simple" ? simple : mixpanel;
  return { rate: value === null ? null : show === "attrition" ? 1 - value : value, interval: null };
}
