import type { FormTexts } from "../form-texts";

export const form: FormTexts = {
  title: "A/B test",
  question: "What does the change do: told from customers who got it by lot and those who did not?",
  sentence: (params) => {
    if (params.mode === "plan")
      return "Told from {mode}. Without the change {baseline} of the customers have the outcome, and a difference of {effect} (percentage points) or more should be seen with a chance of {power}. New customers in a week, both arms together: {perWeek}.";
    const who =
      "The control is {control}; its planned part of all is {split}, and a split with a probability by chance below {alarm} counts as broken. Assigned by lot were {unit}. Judged {stop}; planned for each arm: {planned}. The smallest difference that matters: {effect} (percentage points).";
    if (params.mode === "columns")
      return `Told from {mode}. The outcome that decides, named before the test: {primary}; besides it: {others}. ${params.unit === "customer" ? "A number from before the test that explains a part of the outcome: {before}. " : ""}${who}`;
    const named = (goal: unknown) => typeof goal === "string" && goal.trim() !== "";
    const more = named(params.goal) ? ` Besides it: {goal2}${named(params.goal2) ? ", {goal3}" : ""}.` : "";
    const rule = named(params.goal) ? "" : " Activity is {rule}.";
    return `Told from {mode}, {people}. The event that decides, named before the test: {goal}, within {within} days after the assignment.${more}${rule} Data known until: {asOf}. ${who}`;
  },
  params: {
    mode: {
      label: "Told from",
      options: {
        columns: "a table with a column for each outcome",
        log: "this log beside the list of who was assigned",
        plan: "nothing yet: the test is being planned",
      },
    },
    people: { label: "List of who was assigned", unset: "(which table?)" },
    primary: { label: "Outcome that decides", unset: "(which column?)" },
    others: { label: "Other outcomes", unset: "none" },
    goal: { label: "Event that decides", unset: "any activity" },
    goal2: { label: "Another event", unset: "none" },
    goal3: { label: "A third event", unset: "none" },
    rule: { label: "Activity" },
    within: { label: "Days from the assignment" },
    asOf: { label: "Data known until", unset: "the last whole day" },
    control: { label: "Control", unset: "the one that is called so, or the first by name" },
    split: { label: "Planned part of the control", unset: "as large as each other arm’s" },
    alarm: { label: "Alarm of the split" },
    unit: { label: "Assigned by lot", options: { customer: "customers", account: "accounts" } },
    before: { label: "Number from before", unset: "none" },
    stop: {
      label: "Judged",
      options: { fixed: "once, at the planned size", always: "at every look" },
    },
    planned: { label: "Planned for each arm", unset: "nobody said" },
    baseline: { label: "Share without the change" },
    effect: { label: "Smallest difference that matters" },
    power: { label: "Chance to see it" },
    perWeek: { label: "New customers a week", unset: "not given" },
  },
};
