import type { Card } from "../analysis";
import { guessChurn } from "./guess";
import { churnParams } from "./params";

/** C05: how long customers stay, by Kaplan–Meier. */
export const timeToChurnCard: Card<typeof churnParams> = {
  id: "time-to-churn",
  form: (texts) => texts.timeToChurn.form,
  needs: ({ mode }) => {
    switch (mode) {
      case "inactivity":
        return ["customer", "time"];
      case "contracts":
        return ["customer", "start", "end"];
      case "durations":
        // Each row is a customer, with an id or without one.
        return [];
    }
  },
  needsBeside: () => ({ people: ["customer"] }),
  guess: guessChurn,
  params: churnParams,
};
