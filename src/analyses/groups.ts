import type { DataSet } from "./analysis";
import type { Suggestion } from "./suggest";

/** The question under which an analysis is offered. */
export const groups = ["leaving", "timing", "behaviour", "accounts", "money"] as const;

export type Group = (typeof groups)[number];

export const groupById: Readonly<Record<string, Group>> = {
  attrition: "leaving",
  "attrition-over-time": "leaving",
  "relevant-activity": "leaving",
  "regrettable-attrition": "leaving",
  "exit-themes": "leaving",
  "buy-till-you-die": "leaving",
  "cohort-matrix": "timing",
  "retention-definitions": "timing",
  "time-to-churn": "timing",
  onboarding: "timing",
  "renewal-projection": "timing",
  "repeat-purchase": "timing",
  "usage-quartiles": "behaviour",
  segments: "behaviour",
  "mix-shift": "behaviour",
  "cross-product": "behaviour",
  survivorship: "behaviour",
  "lever-regression": "behaviour",
  "adoption-score": "behaviour",
  "adoption-report": "behaviour",
  "loop-scorecard": "behaviour",
  "lever-finder": "behaviour",
  "model-gate": "behaviour",
  "ab-test": "behaviour",
  "rollback-signal": "behaviour",
  "before-after": "behaviour",
  "logo-attrition": "accounts",
  "user-logo-lead": "accounts",
  "renewal-radar": "accounts",
  "unit-economics": "money",
  "attrition-calculator": "money",
};

export function groupOf(id: string): Group {
  return groupById[id] ?? "leaving";
}

const mostRecommended = 3;

/** Where to begin with these data: analyses that can run now, nothing left to choose, by what the columns are about. */
export function recommended(data: DataSet, suggestions: readonly Suggestion[]): readonly Suggestion[] {
  const ready = suggestions.filter((one) => canRun(one) && one.open.length === 0);
  return [...new Set(beginningsFor(data))]
    .flatMap((id) => ready.filter(({ analysis }) => analysis.id === id))
    .slice(0, mostRecommended);
}

/** It may still ask for a choice in its sentence, but nothing that is not there. */
export function canRun({ missing, beside }: Pick<Suggestion, "missing" | "beside">): boolean {
  return missing.length + beside.length === 0;
}

function beginningsFor({ roles }: DataSet): readonly string[] {
  const isOf = (...wanted: (keyof DataSet["roles"])[]) => wanted.every((role) => roles[role] !== undefined);
  const contracts = ["logo-attrition", "attrition", "renewal-radar", "time-to-churn"];
  const any = ["usage-quartiles", "segments", "attrition-calculator"];
  const log = ["attrition", "cohort-matrix", "attrition-over-time", "time-to-churn", "relevant-activity"];
  if (isOf("start", "end")) return [...contracts, ...log, ...any];
  // One row a customer: what became of them, and what they did.
  if (isOf("status") && !isOf("time")) return ["segments", "lever-finder", "lever-regression", ...any];
  if (isOf("amount")) return ["attrition", "repeat-purchase", ...log, ...contracts, ...any];
  return [...log, ...contracts, ...any];
}
