/** Definitions of retention, ours first; which are asked depends on the form. */
export const definitionIds = [
  "ours",
  "rolling",
  "after",
  "rolling-after",
  "week",
  "all",
  "any",
  "shifted",
  "simple",
  "weighted",
  "recurring",
  "ranged",
] as const;
export type DefinitionId = (typeof definitionIds)[number];

/** Definitions of one month's churn, ours first; the last only by contracts, which are known day by day. */
export const churnIds = [
  "lost",
  "standard",
  "subscribers",
  "events",
  "events-before",
  "midpoint",
  "daily",
] as const;
export type ChurnId = (typeof churnIds)[number];

/** What numerator and denominator count; only of different customers there is an interval. */
export type Counted = "customers" | "starts" | "cohorts" | "weights" | "losses" | "days";

const countedOtherwise: Partial<Record<DefinitionId | ChurnId, Counted>> = {
  recurring: "starts",
  simple: "cohorts",
  weighted: "weights",
  subscribers: "losses",
  events: "losses",
  "events-before": "losses",
  midpoint: "losses",
  daily: "days",
};

export function countedBy(id: DefinitionId | ChurnId): Counted {
  return countedOtherwise[id] ?? "customers";
}
