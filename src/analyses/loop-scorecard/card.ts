import type { Card } from "../analysis";
import { loopParams } from "./params";

/** C23: what of the loop after the purchase is measured, and what it shows: onboarding, personalisation, promoters, adapting. */
export const loopScorecardCard: Card<typeof loopParams> = {
  id: "loop-scorecard",
  form: (texts) => texts.loop.form,
  needs: () => ["customer", "time", "event"],
  needsBeside: () => ({
    people: ["customer"],
    surveys: ["customer", "time"],
    contracts: ["customer", "start", "end"],
  }),
  params: loopParams,
};
