import { AnalysisError } from "./analysis-error";
import type { Share } from "./share";

/** How customers move between two sets; what must hold whatever the data are. Spec C02. */
export interface Movement {
  readonly atStart: number;
  readonly lost: number;
  readonly remaining: number;
  readonly new: number;
  readonly returned: number;
  readonly atEnd: number;
}

/** Throws, naming the identity that does not hold. A result that contradicts itself must never be shown. */
export function assertMovement(m: Movement, where: string): void {
  holds(m.atStart === m.lost + m.remaining, `start = lost + remaining`, where, m);
  holds(m.atEnd === m.remaining + m.new + m.returned, `end = remaining + new + returned`, where, m);
}

export function assertShares(attrition: Share, retention: Share, where: string): void {
  if (attrition.rate === null || retention.rate === null) {
    holds(attrition.n === 0 && retention.n === 0, "no rate only without a base", where, {
      attrition,
      retention,
    });
    return;
  }
  const sum = attrition.rate + retention.rate;
  // Two divisions of whole numbers by the same base: their sum can miss 1 by the last bit.
  holds(Math.abs(sum - 1) <= 2 * Number.EPSILON, "attrition + retention = 1", where, { sum });
  holds(attrition.rate >= 0 && attrition.rate <= 1, "0 <= attrition <= 1", where, { rate: attrition.rate });
}

function holds(is: boolean, identity: string, where: string, values: object): void {
  if (!is)
    throw new AnalysisError(
      "identity",
      `identity broken in ${where}: ${identity} with ${JSON.stringify(values)}`,
    );
}
