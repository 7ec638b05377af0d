import type { FormTexts } from "../form-texts";
import { levers } from "./levers";

export const form: FormTexts = {
  title: "May I model?",
  question: "Are there enough customers, and enough who left, for a model of these behaviours?",
  sentence: (params) =>
    `Are there enough customers for a model of {levers}, alike in ${levers.controls(params)}? ${levers.windows(params)} Expected Cox–Snell R²: {coxSnell}.`,
  params: {
    ...levers.params,
    coxSnell: { label: "Expected R²", unset: "15% of the possible, at most 0.10" },
  },
};
