import type { Card } from "../analysis";
import { definitionParams } from "./params";

export const retentionDefinitionsCard: Card<typeof definitionParams> = {
  id: "retention-definitions",
  form: (texts) => texts.retentionDefinitions.form,
  needs: () => ["customer", "time"],
  needsBeside: () => ({ contracts: ["customer", "start", "end"] }),
  params: definitionParams,
};
