import type { FormTexts } from "../form-texts";

export const form: FormTexts = {
  title: "Before and after",
  question: "What changed after an action, among customers followed equally long?",
  sentence: (params) =>
    `The action began on {action}, and after {rollout} more days everybody had it. Of customers who began in the {span} days on either side, how many did {rule} from day {from} of their life until before day {within}? Whoever was followed partly before and partly after is left out. Untouched customers are told by {segment}${params.segment === null ? "" : "; touched is {touched}"}. Other actions were on: {others}. Data known until: {asOf}.`,
  params: {
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
