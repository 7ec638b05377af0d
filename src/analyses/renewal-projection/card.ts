import type { Card } from "../analysis";
import { renewalProjectionParams } from "./params";

/** C21: customers under contract who renew or leave at fixed moments: how many will still be there, and what that is worth. */
export const renewalProjectionCard: Card<typeof renewalProjectionParams> = {
  id: "renewal-projection",
  form: (texts) => texts.renewalProjection.form,
  needs: ({ mode }) => (mode === "contracts" ? ["customer", "start", "end"] : []),
  params: renewalProjectionParams,
};
