import type { Card } from "../analysis";
import { freeColumns } from "./guess-columns";
import { outcomeNeeds } from "./outcome-params";
import { segmentsParams } from "./params";

export const segmentsCard: Card<typeof segmentsParams> = {
  id: "segments",
  form: (texts) => texts.segments.form,
  needs: outcomeNeeds,
  needsBeside: () => ({ people: ["customer"] }),
  guess: (data) => {
    const by = freeColumns(data, "words").slice(0, mostGuessed);
    return by.length ? { by } : {};
  },
  params: segmentsParams,
};

/** More at once are more differences by chance, and a longer list. */
const mostGuessed = 3;
