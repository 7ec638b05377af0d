import { isObject } from "../nbformat";
import type { SavedResult } from "../notebook";
import type { Receipt } from "../receipt/receipt";
import { outputsOf } from "../saved-outputs";

/** A result as other programs see it, without the numbers that only Ebb reads; the receipt stands beside the first output. */
export function plainOutputs(saved: SavedResult, receipt: Receipt | null = null): SavedResult {
  const outputs = outputsOf(saved).map((output, i) => {
    if (!isObject(output) || !isObject(output.data)) return output;
    const data = Object.entries(output.data).filter(([type]) => !type.startsWith("application/vnd.ebb."));
    const known = isObject(output.metadata) ? output.metadata : {};
    const metadata = i === 0 && receipt ? { ...known, ebb: { receipt } } : known;
    return { ...output, metadata, data: Object.fromEntries(data) };
  });
  return { form: "foreign", outputs };
}
