import type { Card } from "../analysis";
import type { RoleName } from "../roles";
import { onboardingParams } from "./params";

/** C27: who comes back after the first day, when customers are lost, and how far they get. */
export const onboardingCard: Card<typeof onboardingParams> = {
  id: "onboarding",
  form: (texts) => texts.onboarding.form,
  needs: ({ value, step1 }): readonly RoleName[] =>
    value.trim() !== "" || step1.trim() !== "" ? ["customer", "time", "event"] : ["customer", "time"],
  needsBeside: () => ({ people: ["customer"] }),
  params: onboardingParams,
};
