import type { FormTexts } from "../form-texts";
import { form as usageForm } from "./usage-quartiles-form";

export const form: FormTexts = {
  ...usageForm,
  title: "Rollback signal",
  question: "Is there a reason to take a feature back, and what would it take to know?",
};
