import type { FormTexts } from "../form-texts";

export const form: FormTexts = {
  title: "Regrettable attrition",
  question: "Of the customers you want to keep, what share left?",
  sentence: (params) => {
    const isOwn = params.people === null;
    const fit = isOwn
      ? "{people} {column} {operator} {value}"
      : "in {people}, {peopleColumn} {operator} {peopleValue}";
    const who =
      params.mode === "contracts"
        ? "{mode} with {grace} days of grace"
        : "{mode} ({rule}) in the period before";
    return `A customer fits if ${fit}, as known before the period; the rule was fixed on {fixedOn}. Of the customers that fit and were there before {start}, what share was gone one {period} later, counted ${who}? Effort: ${isOwn ? "{effort}" : "{peopleEffort}"}. Data known until {asOf}.`;
  },
  params: {
    mode: { label: "Counted by", options: { contracts: "by contracts", activity: "by activity" } },
    rule: { label: "Relevant activity" },
    grace: { label: "Days of grace" },
    period: { label: "Length of the period", options: { month: "month", quarter: "quarter" } },
    start: { label: "Start", unset: "the last complete period" },
    people: { label: "Table of attributes", unset: "in this table" },
    column: { label: "Attribute", unset: "a column" },
    peopleColumn: { label: "Attribute", unset: "a column" },
    operator: {
      label: "Comparison",
      options: { is: "is", "is-not": "is not", "at-least": "is at least", "at-most": "is at most" },
    },
    value: { label: "Value (several with ;)", unset: "a value" },
    peopleValue: { label: "Value (several with ;)", unset: "a value" },
    effort: { label: "Effort spent", unset: "no column" },
    peopleEffort: { label: "Effort spent", unset: "no column" },
    fixedOn: { label: "Rule fixed on", unset: "a day that nobody has said" },
    asOf: { label: "Data known until", unset: "the last complete day" },
  },
};
