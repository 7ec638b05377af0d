import type { DesignTerm } from "../levers/design";
import { aucOf } from "../stats/folds-validation";
import type { Pattern } from "../stats/logistic";
import { calibration } from "../stats/logistic-calibration";
import { fewestInPart } from "./checks";
import { chanceByScore } from "./predict";
import type { Version } from "./versions";
import { strengthsOf, weightsOf } from "./weights";

/**
 * Weights of those who began earlier, held against those who began later; and the weights that the later ones would have.
 * Null where nobody knows who began when, or one of the two has too few of an outcome.
 */
export function heldOut(
  version: Version,
  terms: readonly DesignTerm[],
  folded: readonly (Pattern & { readonly isLater: boolean | null })[],
  levers: number,
) {
  const before = folded.filter(({ isLater }) => isLater === false);
  const after = folded.filter(({ isLater }) => isLater === true);
  if (hasFew(before) || hasFew(after)) return null;
  const weighed = (patterns: readonly Pattern[]) => {
    const input = { terms, patterns, levers };
    return weightsOf(version, input, strengthsOf(input));
  };
  const found = weighed(before);
  if (!found.ok) return null;
  const chance = chanceByScore(found.weights, before);
  const told = chance && after.map(({ values, x, n }) => ({ p: chance(values), x, n }));
  const area = told && aucOf(told.map(({ p, x, n }) => ({ probability: p, x, n })));
  if (!told || !area) return null;
  const calibrated = calibration(told);
  const anew = weighed(after);
  return {
    auc: area.auc,
    interval: area.interval,
    customers: after.reduce((sum, { n }) => sum + n, 0),
    stayed: after.reduce((sum, { x }) => sum + x, 0),
    expected: told.reduce((sum, { p, n }) => sum + p * n, 0),
    slope: calibrated.ok && calibrated.slope ? calibrated.slope.value : null,
    /** By those who began earlier, and by those who began later. */
    weights: found.weights,
    anew: anew.ok ? anew.weights : null,
  };
}

function hasFew(patterns: readonly Pattern[]): boolean {
  const stayed = patterns.reduce((sum, { x }) => sum + x, 0);
  const left = patterns.reduce((sum, { x, n }) => sum + n - x, 0);
  return Math.min(stayed, left) < fewestInPart;
}
