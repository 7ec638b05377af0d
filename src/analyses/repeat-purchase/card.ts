import type { Card } from "../analysis";
import { repeatPurchaseParams } from "./params";

/** C19: of the customers who bought for the first time, the share that bought again; and what leaks away month by month. */
export const repeatPurchaseCard: Card<typeof repeatPurchaseParams> = {
  id: "repeat-purchase",
  form: (texts) => texts.repeatPurchase.form,
  needs: () => ["customer", "time"],
  params: repeatPurchaseParams,
};
