import type { FormTexts } from "../form-texts";
import { levers } from "./levers";

const { mode: ways, contracts, metric, rule, observeDays, outcomeDays, grace, asOf } = levers.params;
const mode = {
  label: ways.label,
  options: { activity: ways.options.activity, contracts: ways.options.contracts },
};

export const form: FormTexts = {
  title: "Adoption score over time",
  question: "How does the adoption score move beside retention, and do equal scores still mean the same?",
  sentence: (params) =>
    `Score customers from 0 to 100 by {levers}, weighed {weights}, at the start of each of the last {periods} periods, a {grain} each, by what they did in the {observeDays} days before; events by {metric}. Bands begin at {bands}. Left in the {outcomeDays} days after means {mode}${params.mode === "contracts" ? " of {contracts}, with days of grace: {grace}" : ""}. Equal scores are compared by the {audit}; up to {margin} counts as the same. Version: {version}, used since {validFrom}, to be checked after {validDays} days. Goal: {goal}. Owners: {owners}. Relevant activity: {rule}. Data known until: {asOf}.`,
  params: {
    mode,
    contracts,
    levers: { label: "Behaviours", unset: "the most widespread events, each done at least once" },
    weights: { label: "Weights, in the same order", unset: "all the same" },
    metric,
    rule,
    observeDays,
    grain: { label: "Period", options: { week: "week", month: "month" } },
    periods: { label: "How many periods" },
    outcomeDays,
    grace,
    bands: { label: "Bands begin at" },
    audit: { label: "Equal scores compared by", options: { month: "month", quarter: "quarter" } },
    margin: { label: "No difference that matters" },
    version: { label: "Version of the score", unset: "without a name" },
    validFrom: { label: "Used since", unset: "a day nobody has said" },
    validDays: { label: "Days until it is checked again" },
    goal: { label: "Goal for the mean", unset: "none" },
    owners: { label: "Owners, in the same order", unset: "nobody named" },
    asOf,
  },
};
