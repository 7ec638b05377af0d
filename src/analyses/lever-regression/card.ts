import type { Card } from "../analysis";
import { guessLevers } from "../levers/guess-levers";
import { leverNeeds, leverNeedsBeside } from "../levers/lever-params";
import { regressionParams } from "./params";

export const leverRegressionCard: Card<typeof regressionParams> = {
  id: "lever-regression",
  form: (texts) => texts.leverRegression.form,
  needs: leverNeeds,
  needsBeside: leverNeedsBeside,
  guess: guessLevers,
  params: regressionParams,
};
