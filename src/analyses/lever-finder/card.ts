import type { Card } from "../analysis";
import { guessLevers } from "../levers/guess-levers";
import { leverNeeds, leverNeedsBeside } from "../levers/lever-params";
import { finderParams } from "./params";

export const leverFinderCard: Card<typeof finderParams> = {
  id: "lever-finder",
  form: (texts) => texts.leverFinder.form,
  needs: leverNeeds,
  needsBeside: leverNeedsBeside,
  guess: guessLevers,
  params: finderParams,
};
