import type { Card } from "../analysis";
import { attritionParams } from "./params";

export const attritionCard: Card<typeof attritionParams> = {
  id: "attrition",
  form: (texts) => texts.attrition.form,
  needs: ({ mode }) => (mode === "contracts" ? ["customer", "start", "end"] : ["customer", "time"]),
  params: attritionParams,
};
