import type { Card } from "../analysis";
import { usageQuartilesCard } from "../usage-quartiles/card";
import { rollbackParams } from "./params";

/** C26: is there a reason to take something back, and what would it take to know? */
export const rollbackSignalCard: Card<typeof rollbackParams> = {
  ...usageQuartilesCard,
  id: "rollback-signal",
  form: (texts) => texts.rollbackSignal.form,
  params: rollbackParams,
};
