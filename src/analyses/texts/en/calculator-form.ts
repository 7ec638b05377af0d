import type { FormTexts } from "../form-texts";

export const form: FormTexts = {
  title: "Attrition from totals",
  question: "What is the attrition when only totals are known?",
  sentence: () =>
    "We began with {start} customers and ended with {end}, of whom {new} were new and {returned} had come back: what share of those at the start left?",
  params: {
    start: { label: "Customers at the start" },
    end: { label: "Customers at the end" },
    new: { label: "New in between" },
    returned: { label: "Came back in between" },
  },
};
