import type { FormTexts } from "../form-texts";

export const form: FormTexts = {
  title: "Retention by other tools' definitions",
  question: "Why is this not the number of another tool?",
  sentence: (params) =>
    `Which share of customers with {rule} is back in {grain} {k}, by each definition? A clock that is ahead by {zone} hours. A date range from {from}. Churn of {month}; lost after {gap} days of silence, or when a contract of {contracts} ends${params.contracts === null ? "" : ", with {grace} days of grace"}. Data known until {asOf}.`,
  params: {
    rule: { label: "Relevant activity" },
    grain: { label: "Period", options: { day: "day", week: "week", month: "month" } },
    k: { label: "Period after the first" },
    zone: { label: "Hours ahead" },
    from: { label: "Another tool's range begins", unset: "the first day (no such range)" },
    month: { label: "Month of the churn", unset: "the last complete month" },
    gap: { label: "Days of silence" },
    contracts: { label: "Table of contracts", unset: "this table, if it has any," },
    grace: { label: "Days of grace" },
    asOf: { label: "Data known until", unset: "the last complete day" },
  },
};
