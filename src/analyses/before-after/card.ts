import type { Card } from "../analysis";
import { beforeAfterParams } from "./params";

/** C25: what changed after an action, among customers who began before and after it, followed equally long. */
export const beforeAfterCard: Card<typeof beforeAfterParams> = {
  id: "before-after",
  form: (texts) => texts.beforeAfter.form,
  needs: ({ when }) => (when === "event" ? ["customer", "time", "event"] : ["customer", "time"]),
  params: beforeAfterParams,
};
