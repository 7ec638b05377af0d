import type { Card } from "../analysis";
import { relevantActivityParams } from "./params";

export const relevantActivityCard: Card<typeof relevantActivityParams> = {
  id: "relevant-activity",
  form: (texts) => texts.relevantActivity.form,
  needs: () => ["customer", "time"],
  params: relevantActivityParams,
};
