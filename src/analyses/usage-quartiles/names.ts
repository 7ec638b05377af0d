import type { Who } from "../report";
import type { Language } from "../texts";
import { quarters, type Quarter } from "./query";
import type { QuarterResult, UsageResult } from "./result";

/** What a segment is called, with the usage it stands for. */
export function labelOf(
  { quarter, least, most }: Pick<QuarterResult, "quarter" | "least" | "most">,
  language: Language,
) {
  const { texts, format } = language;
  const told = texts.usageQuartiles;
  return told.within(told.quarter[quarter], format.number(least, 2), format.number(most, 2));
}

/** The customers of a segment or tenth (null: all compared), or those of them who left. */
export function whoIn(part: Quarter | number | null, onlyLost: boolean, { texts }: Language): Who {
  const told = texts.usageQuartiles;
  const what = onlyLost ? "lost" : "all";
  if (part === null) return { key: what, label: onlyLost ? told.who.lost : told.who.all };
  const name = typeof part === "number" ? told.tenth(part) : told.quarter[part];
  return { key: `${part} ${what}`, label: onlyLost ? told.who.lostIn(name) : name };
}

/** What a key asks for; null for one that no report of this result gave out. */
export function readKey(
  key: string,
  { segments, deciles }: UsageResult,
): { readonly quarter: Quarter | null; readonly decile: number | null; readonly onlyLost: boolean } | null {
  const [, part, what] = /^(?:(none|bottom|middle|top|[1-9]|10) )?(all|lost)$/.exec(key) ?? [];
  if (what === undefined) return null;
  const onlyLost = what === "lost";
  if (part === undefined) return { quarter: null, decile: null, onlyLost };
  const quarter = quarters.find((one) => one === part);
  if (quarter)
    return segments.some((one) => one.quarter === quarter) ? { quarter, decile: null, onlyLost } : null;
  const decile = Number(part);
  return deciles.some((one) => one.decile === decile) ? { quarter: null, decile, onlyLost } : null;
}
