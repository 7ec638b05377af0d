import type { Card } from "../analysis";
import { regrettableParams } from "./params";

export const regrettableAttritionCard: Card<typeof regrettableParams> = {
  id: "regrettable-attrition",
  form: (texts) => texts.regrettable.form,
  needs: ({ mode }) => (mode === "contracts" ? ["customer", "start", "end"] : ["customer", "time"]),
  needsBeside: () => ({ people: ["customer"] }),
  params: regrettableParams,
};
