import type { ParamSpecs, ParamValues } from "../params";
import { startParams } from "../start-params";

const isNamed = (value: unknown) => typeof value === "string" && value.trim() !== "";
const role = { role: "event" } as const;

export const onboardingParams = {
  rule: { type: "rule" },
  ...startParams,
  /** Days of the calendar, or 24 hours each from the very start. */
  window: { type: "choice", options: ["calendar", "rolling"], default: "calendar" },
  /** Back on the day itself, or on it or any later one. */
  reading: { type: "choice", options: ["on", "after"], default: "on" },
  days: { type: "numbers", min: 0, max: 3650, integer: true, most: 12, default: [1, 7, 30] },
  /** All days of the same customers, those who could be seen for all of them; or each of all who could be seen for it. */
  same: { type: "switch", default: false },
  benchmark: { type: "number", min: 0, max: 1, integer: false, percent: true, default: null },
  gap: { type: "number", min: 1, max: 3660, integer: true, default: null },
  early: { type: "number", min: 1, max: 365, integer: true, default: 30 },
  horizon: { type: "number", min: 2, max: 3660, integer: true, default: 365 },
  /** The event in which a customer first meets what the product is for. */
  value: { type: "text", default: "", valuesOf: role },
  step1: { type: "text", default: "", valuesOf: role },
  step2: { type: "text", default: "", valuesOf: role, visible: ({ step1 }) => isNamed(step1) },
  step3: {
    type: "text",
    default: "",
    valuesOf: role,
    visible: ({ step1, step2 }) => isNamed(step1) && isNamed(step2),
  },
  step4: {
    type: "text",
    default: "",
    valuesOf: role,
    visible: ({ step1, step2, step3 }) => isNamed(step1) && isNamed(step2) && isNamed(step3),
  },
  within: {
    type: "number",
    min: 1,
    max: 3650,
    integer: true,
    default: 30,
    visible: ({ step1 }) => isNamed(step1),
  },
  asOf: { type: "date", default: "auto" },
} as const satisfies ParamSpecs;

export type OnboardingParams = ParamValues<typeof onboardingParams>;

/** The funnel's events in order, up to the first that is not named. */
export function stepsOf({ step1, step2, step3, step4 }: OnboardingParams): string[] {
  const steps = [step1, step2, step3, step4].map((step) => step.trim());
  const end = steps.indexOf("");
  return end < 0 ? steps : steps.slice(0, end);
}
