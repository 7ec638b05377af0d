import { formatsOf } from "../formats";
import type { FormTexts } from "../form-texts";

const { plural } = formatsOf("en");

export const form: FormTexts = {
  title: "Attrition over time",
  question: "Is attrition rising or falling, and is the last period out of the ordinary?",
  sentence: (params) => {
    const k = Number(params.k);
    const what =
      params.mode === "contracts"
        ? "with a contract in force at the end of one {grain}, what share had none at the end of the next one? Days of grace after a contract ends: {grace}."
        : `with {rule} at least {k} ${plural(k, { one: "time", other: "times" })} in {base}, what share had less in this {grain}?`;
    const weeks =
      params.mode === "contracts" && params.grain === "week" ? " Weeks for contracts: {weeksAnyway}." : "";
    return `Period by period, by {mode}: of the customers ${what}${weeks} Each period is held against the first {baseline} complete ones. Target: {target}. Alert above: {alert}. Periods shown: {periods}. Data known until {asOf}.`;
  },
  params: {
    mode: { label: "Counted by", options: { activity: "activity", contracts: "contracts" } },
    rule: { label: "Relevant activity" },
    k: { label: "At least so many times" },
    grace: { label: "Days of grace" },
    grain: { label: "Period", options: { week: "week", month: "month", quarter: "quarter" } },
    weeksAnyway: { label: "Weeks all the same", options: { true: "yes, all the same", false: "no" } },
    base: {
      label: "Base",
      options: { previous: "the period before", cumulative: "any earlier period" },
    },
    baseline: { label: "Periods of the baseline" },
    target: { label: "Target", unset: "none" },
    alert: { label: "Alert above", unset: "none" },
    periods: { label: "Periods shown", unset: "all" },
    asOf: { label: "Data known until", unset: "the last complete day" },
  },
};
