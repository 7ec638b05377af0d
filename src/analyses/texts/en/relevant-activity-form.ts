import type { FormTexts } from "../form-texts";

export const form: FormTexts = {
  title: "Relevant activity",
  question: "Which events count as a customer being active, and how often do customers come?",
  sentence: () =>
    "Count {rule}: how many customers does that leave, how often do they come, and what would the attrition of the last complete {period} be under other rules? Data known until {asOf}.",
  params: {
    rule: { label: "Relevant activity" },
    period: { label: "Period", options: { week: "week", month: "month", quarter: "quarter" } },
    asOf: { label: "Data known until", unset: "the last complete day" },
  },
};
