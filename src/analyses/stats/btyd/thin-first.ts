import type { Fit } from "./fit";
import type { Purchases } from "./purchases";

const enough = 1500;

/**
 * Fit of a large base: every k-th history (they are ordered, so that it is a fair sample) shows the way from each of the
 * starts, then all histories from there: the top is that of all, `starts` and `agreeing` are the sample's. Where the sample
 * has no top, or all have none near it, all histories from each of the starts. `units`: what the logarithms of the starts are
 * in, as `maximise` has them.
 */
export function thinFirst<Name extends string>(
  groups: readonly Purchases[],
  starts: readonly (readonly number[])[],
  units: readonly number[],
  fitOn: (groups: readonly Purchases[], starts: readonly (readonly number[])[]) => Fit<Name>,
): Fit<Name> {
  const step = Math.floor(groups.length / enough);
  if (step < 2) return fitOn(groups, starts);
  const thin = fitOn(
    groups.filter((_, i) => i % step === 0),
    starts,
  );
  if (!thin.ok) return fitOn(groups, starts);
  const near = thin.names.map((name, i) => Math.log(thin.parameters[name] / units[i]!));
  const whole = fitOn(groups, [near]);
  if (!whole.ok) return fitOn(groups, starts);
  return { ...whole, starts: thin.starts, agreeing: thin.agreeing };
}
