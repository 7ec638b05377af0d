import type { FormTexts } from "../form-texts";

export const form: FormTexts = {
  title: "Usage and leaving",
  question: "Do customers who use something more leave less often?",
  sentence: (params) => {
    const by = params.people === null ? "{by}" : "{byPeople}";
    const rest = `Customers without any usage stand {zerosApart}. Adjusted for ${by} of {people}. A difference of less than {delta} of the customers does not matter.`;
    if (params.mode === "columns")
      return `Do customers with more {usage} leave less often? Left means {mode} {left}. The usage was counted over days: {usageDays}; the status is that of day: {statusDay}. ${rest}`;
    const what =
      params.feature === "event"
        ? "{feature} {event} by {metric}"
        : params.feature === "column"
          ? "{feature} {usage}"
          : "{feature} by {metric}";
    const window = params.window === "start" ? "{window} {observeDays}" : "{window} {month}";
    const outcome =
      params.outcomeFrom === null
        ? "in the {outcomeDays} days that begin {outcomeFrom}"
        : "in the {outcomeDays} days that begin on day {outcomeFrom}";
    const grace = params.mode === "contracts" ? " of {contracts}, with days of grace: {grace}" : "";
    return `Do customers with more of ${what} in ${window} leave less often ${outcome}? Left means {mode}${grace}. Relevant activity: {rule}. ${rest} Data known until: {asOf}.`;
  },
  params: {
    mode: {
      label: "Left means",
      options: {
        activity: "no relevant activity in that time",
        contracts: "no contract at the end of that time",
        columns: "the status",
      },
    },
    contracts: { label: "Table of contracts", unset: "(which table?)" },
    feature: {
      label: "Usage of",
      options: { all: "all relevant activity", event: "the event", column: "the sum of the column" },
    },
    event: { label: "Event", unset: "(which event?)" },
    usage: { label: "Column of usage", unset: "(which column?)" },
    metric: {
      label: "Measured by",
      options: { count: "count", days: "active days", share: "share" },
    },
    rule: { label: "Relevant activity" },
    window: {
      label: "Observed in",
      options: { start: "each customer’s first days:", month: "the month of" },
    },
    observeDays: { label: "Days of observation" },
    month: { label: "Month", unset: "the last with a full outcome" },
    outcomeDays: { label: "Days of the outcome" },
    outcomeFrom: { label: "First day of the outcome", unset: "right after" },
    grace: { label: "Days of grace" },
    left: { label: "Status of those who left", unset: "(which value?)" },
    usageDays: { label: "Days the usage was counted over", unset: "not known" },
    statusDay: { label: "Day of the status", unset: "not known" },
    zerosApart: {
      label: "Customers without usage",
      options: { true: "apart", false: "in the lowest segment" },
    },
    people: { label: "Table of attributes", unset: "this table" },
    by: { label: "Adjusted for", unset: "nothing" },
    byPeople: { label: "Adjusted for", unset: "nothing" },
    delta: { label: "Smallest difference that matters" },
    asOf: { label: "Data known until", unset: "the last complete day" },
  },
};
