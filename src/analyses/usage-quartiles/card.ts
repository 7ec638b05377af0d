import type { Card } from "../analysis";
import { freeColumns } from "../segments/guess-columns";
import { usageParams } from "./params";

export const usageQuartilesCard: Card<typeof usageParams> = {
  id: "usage-quartiles",
  form: (texts) => texts.usageQuartiles.form,
  needs: ({ mode, feature }) =>
    mode === "columns"
      ? ["customer", "status"]
      : ["customer", "time", ...(feature === "event" ? (["event"] as const) : [])],
  needsBeside: () => ({ contracts: ["customer", "start", "end"], people: ["customer"] }),
  guess: (data) => {
    const [usage] = freeColumns(data, "numbers");
    return usage === undefined ? {} : { usage };
  },
  params: usageParams,
};
