import { correlated, leaking, limit } from "./limits";
import type { Fitted, Judged, LeverEstimate, LeverRegressionResult } from "./result";

export interface JudgeOptions {
  readonly delta: number;
  readonly colour: NonNullable<LeverRegressionResult["gate"]>["colour"] | null;
}

/** What to do with a lever. With fewer than 20 customers of the rarer outcome nothing is said of any. Spec C16, C28. */
export function judge(
  model: Fitted,
  place: number,
  isSwitch: boolean,
  { delta, colour }: JudgeOptions,
): Judged {
  const one = model.levers[place]!;
  const { repeats, coefficient, crude } = one;
  if (repeats !== null)
    return repeats.length ? { kind: "repeats", other: repeats[0]! } : { kind: "constant", other: null };
  if (isLeak(one)) return { kind: "leak", other: null };
  if (colour === "red" || coefficient === null || one.q === null || one.p === null)
    return { kind: "cannot-tell", other: null };
  const looked = crude !== null && crude.q !== null && crude.q < limit ? Math.sign(crude.coefficient) : 0;
  const isTurned = looked !== 0 && Math.sign(coefficient) !== looked;
  const left = crude ? Math.abs(coefficient / crude.coefficient) : 0;
  if (one.q < limit) {
    if (isTurned) return { kind: "reversed", other: explainedBy(one) };
    return { kind: coefficient > 0 ? "keep" : "against", other: null };
  }
  if (one.p < limit) return { kind: "cannot-tell", other: null };
  const twin = twinOf(model, place);
  if (twin !== null) return { kind: "merge", other: { form: "lever", place: twin } };
  if (isTurned && left > leastTurned) return { kind: "reversed", other: explainedBy(one) };
  if (looked !== 0 && (isTurned || left <= mostLeft)) return { kind: "explained", other: explainedBy(one) };
  return { kind: isImmaterial(one, isSwitch, delta) ? "immaterial" : "cannot-tell", other: null };
}

/** Beside the others no more than this is left of what a lever had alone: they explain it. */
const mostLeft = 2 / 3;

/** On the other side of nought, by more than this of what it had alone, it is turned round and not merely gone. */
const leastTurned = 1 / 3;

function isLeak({ auc }: LeverEstimate): boolean {
  return auc !== null && Math.max(auc, 1 - auc) > leaking;
}

/** By one step of what is shown: on against off, or a standard deviation. */
export function stepOf({ deviation }: LeverEstimate, isSwitch: boolean): number {
  return isSwitch ? 1 : deviation;
}

function isImmaterial(one: LeverEstimate, isSwitch: boolean, delta: number): boolean {
  if (!one.effect) return false;
  const step = stepOf(one, isSwitch);
  return one.effect.interval.every((bound) => Math.abs(bound * step) < delta);
}

function explainedBy({ explanation }: LeverEstimate): Judged["other"] {
  return explanation && { form: explanation.form, place: explanation.place };
}

/** The lever beside which this one has nothing left, though it has something without it. */
function twinOf({ pairs }: Fitted, place: number): number | null {
  const found = pairs
    .filter(({ correlation }) => Math.abs(correlation) > correlated)
    .flatMap(({ a, b, correlation, aWithoutB, bWithoutA }) => {
      if (a === place && aWithoutB !== null) return [{ other: b, by: Math.abs(correlation) }];
      if (b === place && bWithoutA !== null) return [{ other: a, by: Math.abs(correlation) }];
      return [];
    })
    .sort((x, y) => y.by - x.by);
  return found[0]?.other ?? null;
}
