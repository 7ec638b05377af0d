import type { Card } from "../analysis";
import { freeColumns } from "../segments/guess-columns";
import { outcomeNeeds } from "../segments/outcome-params";
import { mixShiftParams } from "./params";

export const mixShiftCard: Card<typeof mixShiftParams> = {
  id: "mix-shift",
  form: (texts) => texts.mixShift.form,
  needs: outcomeNeeds,
  needsBeside: () => ({ people: ["customer"] }),
  guess: (data) => {
    const [group, by] = freeColumns(data, "words");
    return group !== undefined && by !== undefined ? { group, by } : {};
  },
  params: mixShiftParams,
};
