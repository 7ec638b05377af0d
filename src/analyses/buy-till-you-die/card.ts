import type { Card } from "../analysis";
import { buyTillYouDieParams } from "./params";

/** C20: customers without a contract who leave unseen: who still buys, and how much is to be expected of them. */
export const buyTillYouDieCard: Card<typeof buyTillYouDieParams> = {
  id: "buy-till-you-die",
  form: (texts) => texts.buyTillYouDie.form,
  needs: () => ["customer", "time"],
  params: buyTillYouDieParams,
};
