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
import { oracle } from "./oracle";
import type { Name, Said } from "./path";

export interface Trap {
  readonly truth: Truth;
  readonly flagged: boolean;
  /** Not called by its name, but said to be more than these data can tell. */
  readonly undecided: boolean;
  readonly seen: boolean;
  /** What it was called, right or not. */
  readonly names: readonly Name[];
}

/** Of one base what a path said, held against the truth. */
export interface Judged {
  readonly falseFound: readonly Behaviour[];
  readonly trueFound: number;
  readonly trueThere: number;
  /** Traps that look false in these data, those called by their name, and what one who knows the kind would see. */
  readonly traps: readonly Trap[];
  /** True levers that were called a trap. */
  readonly alarmed: readonly Behaviour[];
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
    trueFound: truesFound(said).length,
    trueThere: behaviours.filter((one) => truths[one] === "true").length,
    traps: behaviours
      .filter((one) => looksFalse(base, one))
      .map((one) => ({
        truth: truths[one],
        flagged: isNamed(one, said),
        undecided: !isNamed(one, said) && said.undecided.includes(one) && !said.found.includes(one),
        seen: oracle(base, one),
        names: said.called.filter(({ behaviour }) => behaviour === one).map(({ name }) => name),
      })),
    alarmed: behaviours.filter((one) => truths[one] === "true" && isAlarmed(one, said)),
    covered: known.filter(({ isCovered }) => isCovered).length,
    intervals: known.length,
    missed: known.filter(({ isCovered }) => !isCovered).map(({ behaviour }) => behaviour),
    aucError: said.score && said.score.auc - areaOf(fresh, said.score.of),
    gate: said.gate,
  };
}

/** By itself, or as one of two of which one was found. */
function truesFound({ found, foundPairs }: Said): Behaviour[] {
  return behaviours.filter(
    (one) => truths[one] === "true" && (found.includes(one) || foundPairs.some((pair) => pair.includes(one))),
  );
}

/** Called by the name of the trap that it is, with the right culprit, and not called a lever at the same time. */
function isNamed(trap: Behaviour, { called, found }: Said): boolean {
  const isCalled = (names: readonly Name[], by: string | null = null, behaviour: Behaviour = trap) =>
    called.some(
      (one) => one.behaviour === behaviour && names.includes(one.name) && (by === null || one.by === by),
    );
  switch (truths[trap]) {
    case "leaking":
      return isCalled(["leak"]) && !found.includes(trap);
    case "rare":
      return isCalled(["rare"]);
    case "immortal":
      return isCalled(["artefact"]) && !found.includes(trap);
    case "targeted":
      return isCalled(["against", "turned"]);
    case "confounded":
      return isCalled(["explained", "turned"], "size") && !found.includes(trap);
    case "simpson":
      return isCalled(["explained", "turned"], "plan");
    case "near-duplicate":
      // Which of the two is the copy no data say.
      return isCalled(["twin", "explained", "turned"], "team") || isCalled(["twin"], trap, "team");
    case "true":
    case "null":
      return false;
  }
}

/** Whatever is said of a pair of twins is said of both: to be taken for the copy is no alarm. */
function isAlarmed(one: Behaviour, { called, found, foundPairs }: Said): boolean {
  if (found.includes(one) || foundPairs.some((pair) => pair.includes(one))) return false;
  return called.some(({ behaviour, name }) => behaviour === one && name !== "twin");
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
