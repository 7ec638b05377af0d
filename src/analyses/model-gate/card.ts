import type { Card } from "../analysis";
import { guessLevers } from "../levers/guess-levers";
import { leverNeeds, leverNeedsBeside } from "../levers/lever-params";
import { gateParams } from "./params";

export const modelGateCard: Card<typeof gateParams> = {
  id: "model-gate",
  form: (texts) => texts.modelGate.form,
  needs: leverNeeds,
  needsBeside: leverNeedsBeside,
  guess: guessLevers,
  params: gateParams,
};
