import type { Language } from "../texts";
import type { ChurnResult, Curve } from "./result";

/** The interval of a median in words; a bound that the data do not reach is said to be that. */
export function medianRange(
  { median: { interval } }: Pick<Curve, "median">,
  { unit }: Pick<ChurnResult, "unit">,
  language: Language,
): string {
  const { range } = language.texts.timeToChurn;
  const { format } = language;
  const [low, high] = interval;
  const until = (time: number) => language.texts.timeToChurn.until(time, unit);
  if (low === null && high === null) return range.none;
  if (high === null) return range.noHigh(until(low!));
  if (low === null) return range.noLow(until(high));
  return range.both(format.number(low, 1), until(high));
}

/** An interval of times or of differences of them: "3.2 to 17 days". */
export function spanText(
  [low, high]: readonly [number, number],
  { unit }: Pick<ChurnResult, "unit">,
  { texts, format }: Language,
): string {
  return texts.base.interval(signed(low, format), texts.timeToChurn.until(high, unit).replace("-", "−"));
}

/** With a minus sign in place of a hyphen. */
export function signed(value: number, { number }: Language["format"], digits = 1): string {
  return number(value, digits).replace("-", "−");
}
