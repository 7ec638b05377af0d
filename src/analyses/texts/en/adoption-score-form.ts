import type { Version } from "../../adoption-score/versions";
import type { FormTexts } from "../form-texts";
import { levers } from "./levers";

export const version: Record<Version, string> = {
  coef: "coefficients",
  shapley: "Shapley shares",
  equal: "equal weights",
  points: "whole points",
  phi: "phi, each alone",
};

export const adoptionScoreForm: FormTexts = {
  title: "Adoption score",
  question: "Which behaviours make up a score that goes with staying, and can it be trusted?",
  sentence: (params) =>
    `Score each customer from 0 to 100 by {levers}, weighed by {weighting}. ${levers.windows(params)} Weights come from a model of customers alike in ${levers.controls(params)}.${params.mode === "columns" ? " Customers began: {began}." : ""}`,
  params: {
    ...levers.params,
    levers: { label: "Behaviours", unset: "the most widespread events, each done at least once" },
    weighting: {
      label: "Weights",
      options: { best: "the version that passes most checks", ...version },
    },
    began: { label: "When customers began", unset: "not known" },
  },
};
