import type { Card } from "../analysis";
import { unitEconomicsParams } from "./params";

/** C22: what a customer brings while they stay, against what it costs to win one. */
export const unitEconomicsCard: Card<typeof unitEconomicsParams> = {
  id: "unit-economics",
  form: (texts) => texts.unitEconomics.form,
  needs: ({ mode }) => {
    switch (mode) {
      case "inputs":
        return [];
      case "contracts":
        return ["customer", "start", "end"];
      case "activity":
        return ["customer", "time"];
    }
  },
  needsBeside: () => ({ spend: ["time", "amount"] }),
  params: unitEconomicsParams,
};
