import { fills } from "../segments/rate-rows";
import type { Language } from "../texts";
import { both } from "./result";

/** Before is pale beside after, in every figure. */
export const sideFills = { before: fills.apart, after: fills.first } as const;

export function sideLegend({ texts }: Language) {
  return both.map((side) => ({ label: texts.beforeAfter.side[side], fill: sideFills[side] }));
}
