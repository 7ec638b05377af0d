import type { Card, DataSet } from "../analysis";
import { guessLevers } from "../levers/guess-levers";
import { leverNeeds, leverNeedsBeside } from "../levers/lever-params";
import { mostScored, scoreParams } from "./params";

export const adoptionScoreCard: Card<typeof scoreParams> = {
  id: "adoption-score",
  form: (texts) => texts.adoptionScore.form,
  needs: leverNeeds,
  needsBeside: leverNeedsBeside,
  guess: (data: DataSet) => {
    const found = guessLevers(data);
    return Array.isArray(found.levers) ? { ...found, levers: found.levers.slice(0, mostScored) } : found;
  },
  params: scoreParams,
};
