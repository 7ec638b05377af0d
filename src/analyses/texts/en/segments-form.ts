import type { FormTexts } from "../form-texts";
import { formatsOf } from "../formats";
import { form as attritionForm } from "./attrition-form";

const { plural } = formatsOf("en");
type Params = Readonly<Record<string, unknown>>;
/** Holes of the outcome, for every analysis that divides customers by what became of them. */
export function outcomeSentence(params: Params): string {
  const rest = "Data known until: {asOf}.";
  const period = params.start === "auto" || params.end === "auto" ? "Length of the period: {period}. " : "";
  const times = `{k} ${plural(Number(params.k), { one: "time", other: "times" })}`;
  switch (params.mode) {
    case "status":
      return "Who left is counted by {mode}: the customers whose status is {left}.";
    case "contracts":
      return `Who left is counted by {mode}: a contract in force on the day before {start} and none on the day before {end}. Days of grace after a contract ends: {grace}. ${period}${rest}`;
    case "interval":
      return `Who left is counted by {mode}: {rule} at least ${times} in the period before {start}, and less from then until {end}. ${period}${rest}`;
    default: {
      const lookback = params.lookback === "days" ? "{lookback} {lookbackDays}" : "{lookback}";
      return `Who left is counted by {mode}: {rule} at least ${times} in the ${lookback} before {start}, and less in the same time before {end}. ${period}${rest}`;
    }
  }
}

export const outcomeParamTexts: FormTexts["params"] = {
  ...attritionForm.params,
  mode: {
    label: "Counted by",
    options: {
      snapshot: "activity at two moments",
      interval: "activity in two periods",
      contracts: "contracts",
      status: "a status column",
    },
  },
  left: { label: "Status of those who left", unset: "(which value?)" },
  people: { label: "Table of attributes", unset: "this table" },
};

export const form: FormTexts = {
  title: "Segments",
  question: "Which kinds of customers leave more often than the rest?",
  sentence: (params) =>
    `Do customers leave more often in some segments, told apart by ${params.people === null ? "{by}" : "{byPeople}"} of {people}? ${outcomeSentence(params)} Segments with fewer than {fewest} customers, and all but the {most} largest, are put together. Ranking by steadied rates: {shrink}.`,
  params: {
    ...outcomeParamTexts,
    by: { label: "Columns", unset: "(which columns?)" },
    byPeople: { label: "Columns", unset: "(which columns?)" },
    fewest: { label: "Fewest customers in a segment" },
    most: { label: "Most segments in a column" },
    shrink: { label: "Steadied rates", options: { true: "yes", false: "no" } },
  },
};
