import type { Language } from "../texts";
import type { RepeatPurchaseResult } from "./result";

type Judged = Pick<RepeatPurchaseResult, "threshold">;

/** A share with as many digits as keep it, when read, on its side of the threshold: everywhere the same text. */
export function beside(share: number, { threshold }: Judged, { format }: Language): string {
  return format.percentBeside(share, [threshold]);
}

export function besideInterval(
  interval: readonly [number, number] | null,
  judged: Judged,
  language: Language,
): string {
  const { base } = language.texts;
  if (!interval) return base.noBase;
  return base.interval(beside(interval[0], judged, language), beside(interval[1], judged, language));
}

/** The threshold, told from the bounds that it is held against. */
export function thresholdText(
  { threshold, readings }: Pick<RepeatPurchaseResult, "threshold" | "readings">,
  { format }: Language,
): string {
  return format.percentBeside(threshold, readings.cohort.interval ?? []);
}
