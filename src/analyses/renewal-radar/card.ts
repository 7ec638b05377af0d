import type { Card } from "../analysis";
import { radarParams } from "./params";

export const renewalRadarCard: Card<typeof radarParams> = {
  id: "renewal-radar",
  form: (texts) => texts.renewalRadar.form,
  needs: ({ logo }) => [logo === "parent" ? "parent" : "customer", "start", "end"],
  needsBeside: () => ({ usage: ["customer", "time"] }),
  guess: ({ roles }) => (roles.parent !== undefined ? { logo: "parent" } : {}),
  params: radarParams,
};
