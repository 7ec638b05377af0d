import type { MixShiftResult } from "./result";

export type Difference = NonNullable<MixShiftResult["crude"]>;

/** What becomes of the difference of the totals among like customers. */
export type State = "reversed" | "vanished" | "appeared" | "holds" | "neither";

export function stateOf(crude: Difference, adjusted: Difference): State {
  if (!excludesNone(crude)) return excludesNone(adjusted) ? "appeared" : "neither";
  if (!excludesNone(adjusted)) return "vanished";
  return crude.value * adjusted.value < 0 ? "reversed" : "holds";
}

/** The interval does not hold "no difference". */
export function excludesNone({ interval: [low, high] }: Difference): boolean {
  return low > 0 || high < 0;
}
