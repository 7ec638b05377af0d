import type { FormTexts } from "../form-texts";
import { form as usageForm } from "./usage-quartiles-form";

export const form: FormTexts = {
  ...usageForm,
  title: "Rollback signal",
  question: "Is there a reason to take a feature back, and what would it take to know?",
  sentence: (params) =>
    `${usageForm.sentence(params)} In a model, alike all at once in ${params.people === null ? "{controls}" : "{controlsBeside}"}.`,
  params: {
    ...usageForm.params,
    controls: { label: "Alike in the model", unset: "nothing" },
    controlsBeside: { label: "Alike in the model", unset: "nothing" },
  },
};
