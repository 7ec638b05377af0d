import { designOf, type LeverRow } from "../levers/design";
import { fitLevers, type LeverFit } from "../levers/fit";
import type { Regression } from "./result";

export interface ModelTask {
  readonly rows: readonly LeverRow[];
  readonly controls: number;
}

/** Column of the top quarter, after the intercept and the middle. */
const top = 2;

/**
 * Odds of leaving of the top quarter against the bottom one, from a logistic regression with all controls at once, beside the
 * same without them. Null where there is nobody, or nobody or everybody left.
 */
export function rollbackModel(
  { rows, controls }: ModelTask,
  onProgress?: (share: number) => void,
): Omit<Regression, "controls" | "banded"> | null {
  const design = designOf(rows, 2, controls);
  const alone = fitLevers(designOf(rows, 2, 0), { tested: top });
  const fit = fitLevers(design, { tested: top, ...(onProgress && { onProgress }) });
  if (!fit.ok) return null;
  const coefficient = fit.estimate.coefficients[top];
  if (coefficient == null) return { ...counts(rows, fit), odds: null, alone: oddsOf(alone), p: null };
  return {
    ...counts(rows, fit),
    odds: oddsOf(fit),
    alone: oddsOf(alone),
    p: fit.estimate.terms[0]?.p ?? null,
  };
}

function counts(rows: readonly LeverRow[], { method, reason, parameters }: Extract<LeverFit, { ok: true }>) {
  return {
    customers: rows.reduce((sum, { customers }) => sum + customers, 0),
    lost: rows.reduce((sum, { lost }) => sum + lost, 0),
    method,
    reason,
    parameters,
  };
}

/** Models are of staying: what is added to its log odds is taken from those of leaving. */
function oddsOf(fit: LeverFit): Regression["odds"] {
  const coefficient = fit.ok ? fit.estimate.coefficients[top] : null;
  if (!fit.ok || coefficient == null) return null;
  const interval = fit.estimate.intervals[top];
  const [low, high] = interval ?? [null, null];
  return {
    value: Math.exp(-coefficient),
    interval: low === null || high === null ? null : [Math.exp(-high), Math.exp(-low)],
  };
}
