import type { AnyAnalysis } from "./analysis";
import { attrition } from "./attrition";
import { attritionCalculator } from "./attrition-calculator";
import { attritionOverTime } from "./attrition-over-time";
import { logoAttrition } from "./logo-attrition";
import { relevantActivity } from "./relevant-activity";
import { userLogoLead } from "./user-logo-lead";

/** Every analysis there is, in the order in which they are offered. One line each. */
export const analyses: readonly AnyAnalysis[] = [
  attrition,
  attritionOverTime,
  relevantActivity,
  logoAttrition,
  userLogoLead,
  attritionCalculator,
];

export function analysisById(id: string): AnyAnalysis | undefined {
  return analyses.find((one) => one.id === id);
}
