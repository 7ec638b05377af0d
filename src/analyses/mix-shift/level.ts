import type { Verdict } from "../report";
import { isSmallSample } from "../share";
import { excludesNone, stateOf } from "./state";
import type { MixShiftResult } from "./result";

/**
 * The verdict speaks of like customers, so it is never surer than the interval of their difference: one that holds none
 * cannot be told from none, whatever the totals say. Certain is a difference that stands every way it was looked at. Spec B4.
 */
export function levelOf(
  { crude, adjusted, standardised, strata, first, second }: MixShiftResult & Both,
  flips: boolean,
): Verdict["level"] {
  if (!excludesNone(adjusted)) return "cannot-tell";
  const isSmall = isSmallSample(first) || isSmallSample(second);
  const holds =
    stateOf(crude, adjusted) === "holds" &&
    standardised !== null &&
    excludesNone(standardised.difference) &&
    standardised.difference.value * adjusted.value > 0;
  return holds && !flips && !isSmall && !isOpposed(strata, adjusted.value) ? "certain" : "likely";
}

interface Both {
  readonly crude: NonNullable<MixShiftResult["crude"]>;
  readonly adjusted: NonNullable<MixShiftResult["adjusted"]>;
}

/** In some value of the column it is clearly the other way round: one number for all does not hold there. */
function isOpposed(strata: MixShiftResult["strata"], value: number): boolean {
  return strata.some(
    ({ difference }) => difference !== null && excludesNone(difference) && difference.value * value < 0,
  );
}
