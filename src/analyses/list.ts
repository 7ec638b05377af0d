import type { AnyAnalysis } from "./analysis";
import { attrition } from "./attrition";

/** Every analysis there is, in the order in which they are offered. One line each. */
export const analyses: readonly AnyAnalysis[] = [attrition];

export function analysisById(id: string): AnyAnalysis | undefined {
  return analyses.find((one) => one.id === id);
}
