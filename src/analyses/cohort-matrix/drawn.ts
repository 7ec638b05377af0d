import { isInTime } from "./params";
import type { Cohort, CohortResult } from "./result";

/** Rows of a figure: the newest cohorts, or the largest levels. */
export const mostDrawn = 20;

export function drawnCohorts(result: Pick<CohortResult, "by" | "cohorts">): readonly Cohort[] {
  return isInTime(result) ? result.cohorts.slice(-mostDrawn) : result.cohorts.slice(0, mostDrawn);
}
