import type { DataSet, Request } from "../analysis";
import { isOutcomeName } from "../guess-outcome";
import type { RegrettableParams, regrettableParams } from "./params";

export type RegrettableRequest = Request<typeof regrettableParams>;

/** Which customers fit: an attribute of theirs against a value, wherever the attribute stands. */
export interface FitRule {
  readonly data: DataSet;
  readonly column: string;
  readonly operator: RegrettableParams["operator"];
  /** Any of them, for "is" and "is not"; one number otherwise. */
  readonly values: readonly string[];
  readonly effort: string | null;
}

export type FitProblem = "no-value" | "not-number" | "outcome";

export function fitRule({ data, params, beside }: RegrettableRequest): FitRule {
  const isOwn = params.people === null;
  const value = isOwn ? params.value : params.peopleValue;
  return {
    data: isOwn ? data : (beside?.people ?? data),
    column: (isOwn ? params.column : params.peopleColumn) ?? "",
    operator: params.operator,
    values: comparesNumbers(params.operator) ? [value.trim()].filter(Boolean) : splitValues(value),
    effort: isOwn ? params.effort : params.peopleEffort,
  };
}

export function comparesNumbers(operator: FitRule["operator"]): boolean {
  return operator === "at-least" || operator === "at-most";
}

/** What is wrong with the rule itself. One that knows the outcome would call every loss unfit. */
export function fitProblem({ data, column, operator, values }: FitRule): FitProblem | null {
  const { end, paidUntil, status, reason } = data.roles;
  if ([end, paidUntil, status, reason].includes(column) || isOutcomeName(column)) return "outcome";
  if (values.length === 0) return "no-value";
  return comparesNumbers(operator) && numberIn(values[0]!) === null ? "not-number" : null;
}

/** A number as people type it, with a point or a comma; null for anything else. */
export function numberIn(text: string): number | null {
  const plain = text
    .trim()
    .replaceAll(/[\s\u00a0\u202f]/g, "")
    .replace(",", ".");
  return /^[-+]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

function splitValues(text: string): readonly string[] {
  return [...new Set(text.split(";").map((one) => one.trim()))].filter(Boolean);
}
