import type { FormTexts } from "../form-texts";
import { outcomeParamTexts, outcomeSentence } from "./segments-form";

export const form: FormTexts = {
  title: "Does the difference hold?",
  question: "Does a difference of two groups, or of two periods, hold among customers who are alike?",
  sentence: (params) => {
    const by = params.people === null ? "{by}" : "{byPeople}";
    const group = params.people === null ? "{group}" : "{groupPeople}";
    const asked =
      params.compare === "periods"
        ? `Do more or fewer customers leave than in the period from {earlier}, and is it that they leave more often, or that other customers came in, told apart by ${by} of {people}?`
        : `Do customers with {first} leave more often than those with {second} in ${group}, also among customers who are alike in ${by} of {people}?`;
    return `Comparing {compare}. ${asked} ${outcomeSentence(params)} All but the {most} largest values are put together.`;
  },
  params: {
    ...outcomeParamTexts,
    compare: { label: "Compare", options: { levels: "two groups of customers", periods: "two periods" } },
    group: { label: "Column that makes the groups", unset: "(which column?)" },
    groupPeople: { label: "Column that makes the groups", unset: "(which column?)" },
    first: { label: "First group", unset: "(the largest group)" },
    second: { label: "Second group", unset: "(the others)" },
    by: { label: "Column in which customers are alike", unset: "(which column?)" },
    byPeople: { label: "Column in which customers are alike", unset: "(which column?)" },
    earlier: { label: "Earlier period from", unset: "just before" },
    most: { label: "Most values of the column" },
  },
};
