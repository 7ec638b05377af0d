import type { Card } from "../analysis";
import { leadParams } from "./params";

export const userLogoLeadCard: Card<typeof leadParams> = {
  id: "user-logo-lead",
  form: (texts) => texts.userLogoLead.form,
  needs: () => ["customer", "parent", "time"],
  needsBeside: () => ({ contracts: ["customer", "start", "end"] }),
  params: leadParams,
};
