import type { FormTexts } from "../form-texts";

const isNamed = (value: unknown) => typeof value === "string" && value.trim() !== "";

export const form: FormTexts = {
  title: "Onboarding and N-day retention",
  question: "Who comes back after the first day, and are customers lost early?",
  sentence: ({ people, step1, step2, step3 }) => {
    const start = people === null ? "{start}" : "{startBeside}";
    const steps = [
      "{step1}",
      ...(isNamed(step1) ? ["{step2}"] : []),
      ...(isNamed(step1) && isNamed(step2) ? ["{step3}"] : []),
      ...(isNamed(step1) && isNamed(step2) && isNamed(step3) ? ["{step4}"] : []),
    ].join(", then ");
    const within = isNamed(step1) ? " within {within} days of the start" : "";
    return `Customers begin with ${start} (table of customers beside: {people}). Which share does {rule} {reading} day {days}, counted in {window}? Each day of the same customers: {same}. Own benchmark for the first of these days: {benchmark}. Lost after {gap} days of silence: what share of all losses in {horizon} days fall in the first {early}? First value: {value}. Steps: ${steps}${within}. Data known until {asOf}.`;
  },
  params: {
    rule: { label: "Relevant activity" },
    people: { label: "Table of customers", unset: "none" },
    start: { label: "Begin with", unset: "the first activity" },
    startBeside: { label: "Begin with", unset: "a column of dates" },
    window: { label: "Days", options: { calendar: "calendar days", rolling: "windows of 24 hours" } },
    reading: { label: "Read as", options: { on: "on", after: "on or after" } },
    days: { label: "Days of life" },
    same: { label: "Same customers", options: { true: "yes", false: "no" } },
    benchmark: { label: "Own benchmark", unset: "none" },
    gap: { label: "Days of silence", unset: "30, or the usual gap if longer," },
    early: { label: "First days" },
    horizon: { label: "Losses within days" },
    value: { label: "First value", unset: "not asked" },
    step1: { label: "First step", unset: "none" },
    step2: { label: "Second step", unset: "none" },
    step3: { label: "Third step", unset: "none" },
    step4: { label: "Fourth step", unset: "none" },
    within: { label: "Days for all steps" },
    asOf: { label: "Data known until", unset: "the last complete day" },
  },
};
