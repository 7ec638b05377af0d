import type { FormTexts } from "../form-texts";

export const form: FormTexts = {
  title: "Before and after",
  question: "What changed after an action, among customers followed equally long?",
  sentence: (params) => {
    if (params.when !== "day") {
      const own = params.when === "column" ? "{own}" : "first {done}";
      return `Customers met the action {when}: ${own}, the rollout began on {since}. By whole {grain}, from {lead} before it until {ahead} after it: how many of the customers who were there before did {rule}? Each is compared with {compared}, since the last one before their own day. Data known until: {asOf}.`;
    }
    return `Customers met the action {when}. It began on {action}, and after {rollout} more days everybody had it. Of customers who began in the {span} days on either side, how many did {rule} from day {from} of their life until before day {within}? Whoever was followed partly before and partly after is left out. Untouched customers are told by {segment}${params.segment === null ? "" : "; touched is {touched}"}. Other actions were on: {others}. Data known until: {asOf}.`;
  },
  params: {
    when: {
      label: "When",
      options: {
        day: "all on one day",
        column: "each on a day of their own, in a column",
        event: "each on the day of an event of their own",
      },
    },
    own: { label: "Column of the days", unset: "(which column?)" },
    done: { label: "Event", unset: "(which event?)" },
    since: { label: "The rollout began on", unset: "the first of those days" },
    grain: { label: "Period", options: { week: "week", month: "month" } },
    lead: { label: "Periods before" },
    ahead: { label: "Periods after" },
    compared: {
      label: "Compared with",
      options: {
        all: "all who have not met it yet",
        later: "those who have not met it yet but do later",
      },
    },
    rule: { label: "Activity" },
    action: { label: "Day of the action", unset: "(which day?)" },
    rollout: { label: "Days until everybody had it" },
    from: { label: "From day of life" },
    within: { label: "Until day of life" },
    span: { label: "Days of beginners on either side" },
    segment: { label: "Column of the untouched", unset: "nothing" },
    touched: { label: "Touched", unset: "(which value?)" },
    others: { label: "Other actions", unset: "no other days" },
    asOf: { label: "Data known until", unset: "the last whole day" },
  },
};
