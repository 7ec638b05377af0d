import type { Card } from "../analysis";
import { reportParams } from "./params";

export const adoptionReportCard: Card<typeof reportParams> = {
  id: "adoption-report",
  form: (texts) => texts.adoptionReport.form,
  needs: () => ["customer", "time"],
  needsBeside: () => ({ contracts: ["customer", "start", "end"] }),
  params: reportParams,
};
