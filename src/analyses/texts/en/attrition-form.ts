import { formatsOf } from "../formats";
import type { FormTexts } from "../form-texts";

const { plural } = formatsOf("en");
const times = (k: number) => `{k} ${plural(k, { one: "time", other: "times" })}`;

export const form: FormTexts = {
  title: "Attrition",
  question: "Of the customers who were there at the start, what share is gone at the end?",
  sentence: (params) => {
    const k = Number(params.k);
    const rest = `Data known until {asOf}.`;
    const period =
      params.start === "auto" || params.end === "auto" ? `Length of the period: one {period}. ` : "";
    switch (params.mode) {
      case "contracts":
        return `Attrition by {mode}: of the customers with a contract in force before {start}, what share had none before {end}? Days of grace after a contract ends: {grace}. ${period}${rest}`;
      case "interval":
        return `Attrition by {mode}: of the customers with {rule} at least ${times(k)} in the period before {start}, what share had less from then until {end}? ${period}${rest}`;
      default: {
        const lookback = params.lookback === "days" ? "{lookback} {lookbackDays}" : "{lookback}";
        return `Attrition by {mode}: of the customers with {rule} at least ${times(k)} in the ${lookback} before {start}, what share had less in the same time before {end}? ${period}${rest}`;
      }
    }
  },
  params: {
    mode: {
      label: "Counted by",
      options: {
        snapshot: "activity at two moments",
        interval: "activity in two periods",
        contracts: "contracts",
      },
    },
    rule: { label: "Relevant activity" },
    k: { label: "At least so many times" },
    lookback: {
      label: "Lookback",
      options: { period: "whole period", gap: "usual gap of 80% of customers", days: "last days:" },
    },
    lookbackDays: { label: "Days of lookback" },
    grace: { label: "Days of grace" },
    period: { label: "Length of the period", options: { week: "week", month: "month", quarter: "quarter" } },
    start: { label: "Start", unset: "the last complete period" },
    end: { label: "End", unset: "its end" },
    asOf: { label: "Data known until", unset: "the last complete day" },
  },
};
