import type { FormTexts } from "../form-texts";

export const timeToChurnForm: FormTexts = {
  title: "Time to churn",
  question: "How long do customers stay, and who stays longer?",
  sentence: (params) => {
    const { mode } = params;
    const hasPeople = mode !== "durations" && params.people !== null;
    const group = hasPeople ? "{groupBeside}" : "{group}";
    const what =
      mode === "inactivity"
        ? `with {rule} as a sign of life, a customer has left after {gap} days of silence; time counts from ${hasPeople ? "{startBeside}" : "{start}"}, and those still there are followed until {censor}. Table of customers beside: {people}.`
        : mode === "contracts"
          ? `a customer has left when no contract follows within {grace} days. Table of customers beside: {people}.`
          : "time stands in {duration}, and a customer has left where {status} is {event}; observed from {entry} on.";
    const days = mode === "durations" ? "" : " Leaving is seen from {from} on. Data known until {asOf}.";
    return `By {mode}: ${what} Groups: ${group}. Times in {unit}, shares told after {horizons}, mean time up to {tau}, intervals by {scale}.${days}`;
  },
  params: {
    mode: {
      label: "Counted by",
      options: { inactivity: "activity", contracts: "contracts", durations: "a column of times" },
    },
    rule: { label: "Relevant activity" },
    gap: { label: "Days of silence", unset: "30, or the usual gap if longer," },
    censor: {
      label: "Followed until",
      options: { cut: "the same day for all", last: "the last activity of each" },
    },
    grace: { label: "Days of grace" },
    people: { label: "Table of customers", unset: "none" },
    start: { label: "There since", unset: "the first activity" },
    startBeside: { label: "There since", unset: "the first activity" },
    duration: { label: "Column of times", unset: "a column of times" },
    status: { label: "Column of the status", unset: "a column of the status" },
    event: { label: "Status of those who left", unset: "true" },
    entry: { label: "Column of entry times", unset: "the beginning" },
    group: { label: "Groups by", unset: "none" },
    groupBeside: { label: "Groups by", unset: "none" },
    unit: { label: "Unit of time", options: { day: "days", week: "weeks", month: "months" } },
    horizons: { label: "Shares told after" },
    tau: { label: "Mean time up to", unset: "the longest of them that all groups reach" },
    scale: {
      label: "Interval",
      options: { "log-log": "log-log", log: "log (as in R)", plain: "plain Greenwood" },
    },
    from: { label: "Leaving is seen from", unset: "the first day" },
    asOf: { label: "Data known until", unset: "the last complete day" },
  },
};
