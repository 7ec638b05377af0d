import type { Influence } from "./staggered-influence";

/** Units that the action reached in the same period, all seen in every period. */
export interface Cohort {
  /** Place of that period; null: not reached while they were seen. */
  readonly met: number | null;
  readonly n: number;
  /** By period: Σ outcome over the units. */
  readonly sums: readonly number[];
  /** By two periods: Σ outcome · outcome; symmetric. */
  readonly products: readonly (readonly number[])[];
}

export interface GroupTime {
  /** Place among the cohorts. */
  readonly group: number;
  readonly met: number;
  readonly period: number;
  readonly units: number;
  /** Units not yet reached with which it is compared. */
  readonly controls: number;
  readonly estimate: number;
}

export interface NotTold {
  readonly group: number;
  readonly met: number;
  readonly units: number;
  /** Reached in the first period seen; too few units; fewer than five others not yet reached in any period from the action on. */
  readonly why: "no-before" | "few" | "no-controls";
}

/** Fewer give no interval that can be trusted; the R package of the authors warns below it too. */
export const leastUnits = 5;

/** Mean change of a group since the last period before the action, less that of all who are not reached until then. */
export function groupTimeEffects(cohorts: readonly Cohort[]): {
  readonly told: readonly (GroupTime & { readonly influence: Influence })[];
  readonly notTold: readonly NotTold[];
} {
  const told: (GroupTime & { readonly influence: Influence })[] = [];
  const notTold: NotTold[] = [];
  cohorts.forEach(({ met, n, sums }, group) => {
    if (met === null) return;
    const without = (why: NotTold["why"]) => notTold.push({ group, met, units: n, why });
    if (met === 0) return without("no-before");
    if (n < leastUnits) return without("few");
    const own = sums.flatMap((_, period) => {
      const effect = period === met - 1 ? null : effectOf(cohorts, group, met, period);
      return effect ? [effect] : [];
    });
    told.push(...own);
    if (!own.some(({ period }) => period >= met)) without("no-controls");
  });
  return { told, notTold };
}

function effectOf(cohorts: readonly Cohort[], group: number, met: number, period: number) {
  const until = Math.max(period, met - 1);
  const others = cohorts.flatMap((cohort, i) =>
    i !== group && (cohort.met === null || cohort.met > until) ? [i] : [],
  );
  const controls = others.reduce((sum, i) => sum + cohorts[i]!.n, 0);
  if (controls < leastUnits) return null;
  const changed = (i: number) => cohorts[i]!.sums[period]! - cohorts[i]!.sums[met - 1]!;
  const units = cohorts[group]!.n;
  const own = changed(group) / units;
  const theirs = others.reduce((sum, i) => sum + changed(i), 0) / controls;
  const influence: Influence = new Map();
  const add = (i: number, sign: number, mean: number, n: number) => {
    // Sums of squares over n − 1: a mean of few units has no smaller error for that.
    const each = (sign / n) * Math.sqrt(n / (n - 1));
    const slopes = cohorts[i]!.sums.map((_, t) => (t === period ? each : t === met - 1 ? -each : 0));
    influence.set(i, { constant: -each * mean, slopes });
  };
  add(group, 1, own, units);
  for (const i of others) add(i, -1, theirs, controls);
  return { group, met, period, units, controls, estimate: own - theirs, influence };
}
