import type { FormTexts } from "../form-texts";

export const form: FormTexts = {
  title: "Buy till you die",
  question: "Who of the customers without a contract still buys, and how many purchases are to be expected?",
  sentence: () =>
    `From the purchases ({rule}) of every customer: how likely is each still a customer, and how many purchases are to be expected in the next {ahead} weeks? The model is {model}. To see whether it can be believed, it is held against the purchases from {calibrationEnd} on, which it has not seen. Data known until {asOf}.`,
  params: {
    rule: { label: "What counts as a purchase" },
    model: {
      label: "Model",
      options: {
        fitting: "BG/NBD, or MBG/NBD where most bought once",
        bg: "BG/NBD",
        mbg: "MBG/NBD",
        pareto: "Pareto/NBD",
      },
    },
    ahead: { label: "Weeks ahead" },
    calibrationEnd: { label: "Held out from", unset: "two thirds of the time" },
    asOf: { label: "Data known until", unset: "the last complete day" },
  },
};
