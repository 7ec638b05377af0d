/** The relevant-activity rule of a data set: which rows count as a customer being active. Spec C01. */
export interface ActivityRule {
  /** "any": every row. "listed": only `events`. "except": every row but `events`. */
  readonly form: "any" | "listed" | "except";
  readonly events: readonly string[];
  /** Rows of one day below this count do not make the day an active one. */
  readonly minPerDay: number;
  /** Conditions on columns: `watch_seconds >= 60`. All must hold. */
  readonly conditions: readonly RuleCondition[];
  /** Only an event that follows another within some time counts: A then B. */
  readonly after: { readonly event: string; readonly withinHours: number } | null;
}

export interface RuleCondition {
  readonly column: string;
  readonly operator: ">=" | "<=" | "=" | "<>";
  readonly value: string | number;
}

export const anyActivity: ActivityRule = {
  form: "any",
  events: [],
  minPerDay: 1,
  conditions: [],
  after: null,
};
