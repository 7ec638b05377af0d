import type { Card } from "../analysis";
import { overTimeParams } from "./params";

export const attritionOverTimeCard: Card<typeof overTimeParams> = {
  id: "attrition-over-time",
  form: (texts) => texts.overTime.form,
  needs: ({ mode }) => (mode === "contracts" ? ["customer", "start", "end"] : ["customer", "time"]),
  params: overTimeParams,
};
