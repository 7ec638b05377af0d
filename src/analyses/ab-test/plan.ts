import { neededPerArm } from "../stats/power";
import type { AbTestParams } from "./params";
import type { AbTestResult } from "./result";

/** Half, once and twice the smallest difference that matters: how many customers each would take. */
export function planOf({ baseline, effect, power, perWeek }: AbTestParams): AbTestResult["plan"] {
  const sizes = [effect / 2, effect, 2 * effect].map((one) => {
    const size = (to: number) => {
      const n = to > 0 && to < 1 ? neededPerArm(baseline, to, { power }) : null;
      return n === null ? null : Math.ceil(n);
    };
    const [rise, fall] = [size(baseline + one), size(baseline - one)];
    const perArm = rise === null || fall === null ? (rise ?? fall) : Math.max(rise, fall);
    return {
      effect: one,
      rise,
      fall,
      perArm,
      weeks: perArm === null || perWeek === null ? null : Math.ceil((2 * perArm) / perWeek),
    };
  });
  return { baseline, power, perWeek, sizes };
}
