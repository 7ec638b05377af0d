import {
  behaviours,
  coefficients,
  goalsCut,
  truths,
  type Behaviour,
  type Customer,
  type Truth,
} from "./base";
import { areaOf } from "./naive";
import type { Said } from "./path";

/** Of one base what a path said, held against the truth. */
export interface Judged {
  readonly falseFound: readonly Behaviour[];
  readonly trueFound: number;
  readonly trueThere: number;
  /** Traps that look false in these data, and those called by their name. */
  readonly traps: readonly { readonly truth: Truth; readonly flagged: boolean }[];
  readonly covered: number;
  readonly intervals: number;
  /** Intervals that miss, by behaviour. */
  readonly missed: readonly Behaviour[];
  /** Promised less true area under the curve. */
  readonly aucError: number | null;
  readonly gate: Said["gate"];
}

const isFalse = (behaviour: Behaviour) =>
  ["null", "confounded", "near-duplicate", "leaking", "immortal"].includes(truths[behaviour]);

/** `fresh`: customers to come, as they are before anything is known of how it ends. */
export function judge(base: readonly Customer[], fresh: readonly Customer[], said: Said): Judged {
  const known = said.intervals.flatMap(({ behaviour, cut, interval }) => {
    const truth = truthOf(behaviour, cut);
    return truth === null ? [] : [{ behaviour, isCovered: interval[0] <= truth && truth <= interval[1] }];
  });
  return {
    falseFound: said.found.filter(isFalse),
    trueFound: said.found.filter((one) => truths[one] === "true").length,
    trueThere: behaviours.filter((one) => truths[one] === "true").length,
    traps: behaviours
      .filter((one) => looksFalse(base, one))
      .map((one) => ({ truth: truths[one], flagged: said.flagged.includes(one) })),
    covered: known.filter(({ isCovered }) => isCovered).length,
    intervals: known.length,
    missed: known.filter(({ isCovered }) => !isCovered).map(({ behaviour }) => behaviour),
    aucError: said.score && said.score.auc - areaOf(fresh, said.score.of),
    gate: said.gate,
  };
}

/** The coefficient that an interval should hold; null where the form is not that of the truth. */
export function truthOf(behaviour: Behaviour, cut: number | null): number | null {
  const truth = coefficients[behaviour];
  if (truth === undefined) return null;
  if (behaviour === "goals") return cut === goalsCut ? truth : null;
  // What does nothing does nothing on either side of any line.
  return cut === null || truth === 0 ? truth : null;
}

/** Is the trap in these data at all: does the behaviour, looked at alone, look as it should not? */
export function looksFalse(base: readonly Customer[], behaviour: Behaviour): boolean {
  const seen = crude(base, behaviour);
  switch (truths[behaviour]) {
    case "confounded":
    case "near-duplicate":
    case "immortal":
    case "leaking":
      return seen > 1.96;
    case "targeted":
    case "simpson":
      return seen < -1.96;
    case "rare": {
      const those = base.filter((one) => one.behaviours[behaviour] === 1);
      return those.length > 0 && those.every(({ left }) => !left);
    }
    case "true":
    case "null":
      return false;
  }
}

/** Phi times √n of above the mean against staying: a normal deviate where there is no association. */
export function crude(base: readonly Customer[], behaviour: Behaviour): number {
  const mean = base.reduce((sum, one) => sum + one.behaviours[behaviour], 0) / base.length;
  const cells = [0, 0, 0, 0];
  for (const one of base) cells[(one.behaviours[behaviour] > mean ? 0 : 2) + (one.left ? 1 : 0)]!++;
  const [a, b, c, d] = cells as [number, number, number, number];
  const bottom = Math.sqrt((a + b) * (c + d) * (a + c) * (b + d));
  return bottom > 0 ? ((a * d - b * c) / bottom) * Math.sqrt(base.length) : 0;
}
