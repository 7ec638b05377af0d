import type { Card } from "../analysis";
import { guessLevers } from "../levers/guess-levers";
import { leverNeeds } from "../levers/lever-params";
import { survivorshipParams } from "./params";

export const survivorshipCard: Card<typeof survivorshipParams> = {
  id: "survivorship",
  form: (texts) => texts.survivorship.form,
  needs: leverNeeds,
  needsBeside: () => ({ contracts: ["customer", "start", "end"] }),
  guess: (data) => {
    const { controls: _, ...guessed } = guessLevers(data);
    return guessed;
  },
  params: survivorshipParams,
};
