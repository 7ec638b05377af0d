import { hasLines } from "../../lever-regression/params";
import type { FormTexts } from "../form-texts";
import { levers } from "./levers";

export const form: FormTexts = {
  title: "Lever regression",
  question: "Which behaviours go with staying on their own account?",
  sentence: (params) =>
    `Which of {levers} go with staying among customers alike in all others and in ${levers.controls(params)}? ${levers.windows(params)}${hasLines(params) ? " Thresholds {lines}." : ""} Model: {model}; besides: {beside}. Customers of whom a behaviour is not known {missing}. A difference of less than {delta} of the customers does not matter. Resamples for the intervals of shares: {resamples}.`,
  params: {
    ...levers.params,
    model: {
      label: "Model",
      options: {
        fitting: "the one that fits the data",
        likelihood: "maximum likelihood",
        firth: "Firth’s penalised likelihood",
      },
    },
    lines: {
      label: "Thresholds",
      options: {
        searched: "were looked for in these customers",
        beforehand: "were written down beforehand",
      },
    },
    beside: {
      label: "Besides",
      options: {
        none: "nothing",
        cox: "time until leaving (Cox)",
        ridge: "ridge",
        lasso: "lasso",
      },
    },
    missing: {
      label: "Behaviour not known",
      options: {
        drop: "are left out",
        indicator: "stay in, marked as such",
        impute: "are left out, and besides filled in",
      },
    },
    delta: { label: "Smallest difference that matters" },
    resamples: { label: "Resamples" },
  },
};
