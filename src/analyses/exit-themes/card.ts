import type { Card } from "../analysis";
import { exitParams } from "./params";

export const exitThemesCard: Card<typeof exitParams> = {
  id: "exit-themes",
  form: (texts) => texts.exitThemes.form,
  needs: ({ mode }) =>
    mode === "contracts" ? ["customer", "reason", "start", "end"] : ["customer", "reason"],
  params: exitParams,
};
