import { newcombe } from "../stats/newcombe";
import { shareOf } from "../share";
import type { Month, RepeatPurchaseResult } from "./result";

const mostMonths = 3;

/**
 * The last complete months against as many before them. The change of the leak, newcomers × (1 − rate), is split at the
 * middle between the two stretches, so that the part of the inflow and the part of the rate sum to the whole.
 */
export function leakOf(months: readonly Month[]): RepeatPurchaseResult["leak"] {
  const complete = months.filter(({ state }) => state === "complete");
  const size = Math.min(mostMonths, Math.floor(complete.length / 2));
  if (size === 0) return null;
  const before = stretchOf(complete.slice(-2 * size, -size));
  const after = stretchOf(complete.slice(-size));
  const compared = newcombe(after.again, before.again);
  if (!compared) return null;
  const [low, high] = compared.interval;
  const [was, is] = [before.again.x / before.again.n, after.again.x / after.again.n];
  return {
    before,
    after,
    difference: compared.difference,
    interval: [low, high],
    byInflow: (after.again.n - before.again.n) * (1 - (was + is) / 2),
    byRate: ((was - is) * (before.again.n + after.again.n)) / 2,
    kind:
      high < 0
        ? "worse"
        : low > 0
          ? "better"
          : after.again.n > before.again.n && after.leak > before.leak
            ? "scaled"
            : "same",
  };
}

function stretchOf(months: readonly Month[]) {
  const sum = (of: (month: Month) => number) => months.reduce((total, month) => total + of(month), 0);
  const again = shareOf(
    sum((month) => month.again.x),
    sum((month) => month.again.n),
  );
  return {
    from: months[0]!.opens,
    to: months[months.length - 1]!.opens,
    months: months.length,
    again,
    leak: again.n - again.x,
  };
}
