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
  const isEstimated = colour !== "red" && coefficient !== null && one.q !== null && one.p !== null;
  // What customers look like alone warns already at p: whoever looks there sees no other.
  const looked = crude !== null && crude.p < limit ? Math.sign(crude.coefficient) : 0;
  const isTurned = isEstimated && looked !== 0 && Math.sign(coefficient) !== looked;
  if (isEstimated && isTold(one)) {
    if (isTurned) return { kind: "reversed", other: explainedBy(one) };
    return { kind: coefficient > 0 ? "keep" : "against", other: null };
  }
  const twin = twinOf(model, place);
  if (twin !== null) return { kind: "merge", other: { form: "lever", place: twin } };
  if (!isEstimated) return { kind: "cannot-tell", other: null };
  const left = looked !== 0 ? Math.abs(coefficient / crude!.coefficient) : 1;
  const isSure = one.p! < limit;
  if (isTurned && (isSure || left > leastTurned)) return { kind: "reversed", other: explainedBy(one) };
  if (isTurned || left <= mostLeft) return { kind: isSure ? "partly" : "explained", other: explainedBy(one) };
  return { kind: !isSure && isImmaterial(one, isSwitch, delta) ? "immaterial" : "cannot-tell", other: null };
}

/** Told of it among all that are tested. */
function isTold({ q }: LeverEstimate): boolean {
  return q !== null && q < limit;
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

/**
 * The lever that tells nearly the same as this one, of which nothing is told: one of which something is told, else the closest.
 * That they go together is seen without the outcome, and so also of few customers.
 */
function twinOf({ levers, pairs }: Fitted, place: number): number | null {
  const found = pairs
    .filter(({ a, b, correlation }) => (a === place || b === place) && Math.abs(correlation) > correlated)
    .map(({ a, b, correlation }) => {
      const other = a === place ? b : a;
      return { other, isTold: isTold(levers[other]!), by: Math.abs(correlation) };
    })
    .filter(({ other }) => !isLeak(levers[other]!))
    .sort((x, y) => Number(y.isTold) - Number(x.isTold) || y.by - x.by);
  return found[0]?.other ?? null;
}
