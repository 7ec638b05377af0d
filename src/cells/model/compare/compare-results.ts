import type { SavedResult } from "../notebook";
import { isEqual, verify, type Verified } from "../receipt/verify";
import type { ResultChange } from "./comparison";
import { resultText } from "./result-text";

type SavedAnalysis = Extract<SavedResult, { form: "analysis" }>;

/** null where they say the same: numbers of one analysis may be told in two languages, and differ in their last digits. */
export function compareResults(before: SavedResult | null, after: SavedResult | null): ResultChange | null {
  if (before === after) return null;
  const numbers = numbersOf(before, after);
  if (numbers && isEqual(numbers)) return null;
  const [was, is] = [resultText(before), resultText(after)];
  if (!numbers && was === is && before?.form === after?.form) return null;
  return { before: was, after: is, numbers };
}

/** null where one of them has no numbers to be read: what was shared without its small groups has none. */
function numbersOf(before: SavedResult | null, after: SavedResult | null): Verified | null {
  if (before?.form !== "analysis" || after?.form !== "analysis") return null;
  if (before.analysis !== after.analysis || before.result === null || after.result === null) return null;
  return verify(reckoned(before, after), reckoned(after, before));
}

/** What only one of them says of its data and its engine is no difference. */
function reckoned({ at, request, result, carries }: SavedAnalysis, other: SavedAnalysis) {
  const origin = carries && other.carries ? carries : { engine: "", data: [], sql: [] };
  return { ...origin, at, request, result };
}
