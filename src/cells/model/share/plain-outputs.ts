import { isObject } from "../nbformat";
import type { SavedResult } from "../notebook";
import { outputsOf } from "../saved-outputs";

/** A result as other programs see it, without the numbers that only Ebb reads. */
export function plainOutputs(saved: SavedResult): SavedResult {
  const outputs = outputsOf(saved).map((output) => {
    if (!isObject(output) || !isObject(output.data)) return output;
    const data = Object.entries(output.data).filter(([type]) => !type.startsWith("application/vnd.ebb."));
    return { ...output, data: Object.fromEntries(data) };
  });
  return { form: "foreign", outputs };
}
