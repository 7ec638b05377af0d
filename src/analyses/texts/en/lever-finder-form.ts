import type { FormTexts } from "../form-texts";
import { levers } from "./levers";

export const form: FormTexts = {
  title: "Lever finder",
  question: "From which value on does a behaviour go with staying?",
  sentence: (params) => {
    const worth =
      params.criterion === "value"
        ? " (a customer on the good side who stays is worth {gain}, one who leaves costs {cost})"
        : "";
    return `From which value on does a behaviour go with staying? Behaviours: {levers}. ${levers.windows(params)} Lines tried for a measure: {candidates}; the best is chosen by {criterion}${worth}. More of a behaviour may go with {direction}. Chance is judged by dealing out the outcome {permutations} times. Whether some customers cannot have a behaviour is looked up in ${levers.controls(params)}.`;
  },
  params: {
    ...levers.params,
    controls: { label: "Segments looked up", unset: "(no column)" },
    controlsBeside: { label: "Segments looked up", unset: "(no column)" },
    candidates: { label: "Lines tried", options: { deciles: "its deciles", round: "round numbers" } },
    criterion: {
      label: "Best by",
      options: { youden: "Youden’s J", "chi-square": "chi-square", value: "worth" },
    },
    gain: { label: "Worth of one who stays" },
    cost: { label: "Cost of one who leaves" },
    direction: {
      label: "More of it goes with",
      options: { either: "staying or leaving", above: "staying", below: "leaving" },
    },
    permutations: { label: "Dealings of the outcome" },
  },
};
