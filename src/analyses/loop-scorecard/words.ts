import { intervalText } from "../findings";
import type { Share } from "../share";
import type { Language } from "../texts";
import type { LoopParams } from "./params";
import type { Estimate } from "./result";
import type { MeasuredId } from "./stages-query";

/** What a person calls a stage, or its usual name. */
export function stageName(id: MeasuredId, params: LoopParams, { texts }: Language): string {
  if (id === "call") return texts.loop.call;
  return params[`${id}Name`].trim() || (texts.loop.form.params[`${id}Name`]?.unset ?? id);
}

/** A share as sentences tell it. */
export function saidOf(share: Share, language: Language) {
  return {
    x: share.x,
    n: share.n,
    share: share.rate === null ? language.texts.base.noBase : language.format.percent(share.rate),
    interval: intervalText(share.interval, language),
  };
}

/** Digits after the point: of a score between −100 and 100, and of a number a customer. */
export const digits = { score: 1, each: 3 } as const;

export function numberText(value: number, places: number, { format }: Language): string {
  return format.number(value, places).replace("-", "−");
}

export function estimateInterval({ interval }: Estimate, places: number, language: Language): string {
  return interval
    ? language.texts.base.interval(
        numberText(interval[0], places, language),
        numberText(interval[1], places, language),
      )
    : language.texts.loop.finding.noInterval;
}
