import { chiSquareUpper } from "./chi-square";
import { cholesky, solve } from "./cholesky";
import { covariance, weighted, type Influence } from "./staggered-influence";
import { groupTimeEffects, type Cohort, type GroupTime, type NotTold } from "./staggered-group-time";

export type { Cohort, GroupTime, NotTold };

/** An estimate in the unit of the outcome; without an interval where nothing varies. */
export interface StaggeredEstimate {
  readonly estimate: number;
  readonly standardError: number | null;
  readonly interval: readonly [number, number] | null;
}

export interface EventTime extends StaggeredEstimate {
  /** Periods since the one in which the action came: below zero before it. */
  readonly event: number;
  /** Units and groups of which it is the mean. */
  readonly units: number;
  readonly groups: number;
}

export interface Staggered {
  readonly effects: readonly (GroupTime & StaggeredEstimate)[];
  readonly notTold: readonly NotTold[];
  /** In order; the period before the action, from which all are measured, is not among them. */
  readonly events: readonly EventTime[];
  readonly overall: (StaggeredEstimate & { readonly units: number; readonly p: number | null }) | null;
  /** Are all estimates before the action nought? Wald's test; null without any, or where they are not told apart. */
  readonly before: { readonly statistic: number; readonly df: number; readonly p: number } | null;
}

/**
 * Effects of an action that reaches units at different times: group-time average effects against units not yet reached, without
 * covariates, and their means by event time, within each group over its periods, and overall. Callaway & Sant'Anna (2021),
 * J. Econometrics 225, 200–230, sections 2 and 3 (overall: their mean over groups with selective timing). Weights are estimated,
 * so they have influence too. Unlike the default of the authors' package, every period is compared with the last before the
 * action, also those before it, and sums of squares are divided by n − 1. `from` is the first event time that the overall effect
 * takes in. Intervals are pointwise, normal, clustered by unit.
 */
export function staggered(cohorts: readonly Cohort[], from: number, z = 1.959963984540054): Staggered {
  const { told, notTold } = groupTimeEffects(cohorts);
  const estimated = ({ estimate, influence }: Pick<Told, "estimate" | "influence">): StaggeredEstimate => {
    const variance = covariance(cohorts, influence, influence);
    if (!(variance > 1e-18)) return { estimate, standardError: null, interval: null };
    const error = Math.sqrt(variance);
    return { estimate, standardError: error, interval: [estimate - z * error, estimate + z * error] };
  };
  const times = [...new Set(told.map(({ met, period }) => period - met))].toSorted((a, b) => a - b);
  const byEvent = times.map((event) => {
    const parts = told.filter(({ met, period }) => period - met === event);
    return { event, ...meanOfGroups(cohorts, parts), groups: parts.length };
  });
  const within = cohorts.flatMap((_, group) => {
    const own = told.filter((one) => one.group === group && one.period - one.met >= from);
    if (own.length === 0) return [];
    const share = 1 / own.length;
    return [
      {
        group,
        estimate: own.reduce((sum, { estimate }) => sum + estimate * share, 0),
        influence: weighted(own.map(({ influence }) => ({ influence, weight: share }))),
      },
    ];
  });
  const mean = within.length ? meanOfGroups(cohorts, within) : null;
  const overall = mean && { ...estimated(mean), units: mean.units };
  return {
    effects: told.map(({ influence, ...one }) => ({ ...one, ...estimated({ ...one, influence }) })),
    notTold,
    events: byEvent.map(({ influence, ...one }) => ({ ...one, ...estimated({ ...one, influence }) })),
    overall: overall && { ...overall, p: pOf(overall) },
    before: wald(
      cohorts,
      byEvent.filter(({ event }) => event < -1),
    ),
  };
}

interface Told {
  readonly group: number;
  readonly estimate: number;
  readonly influence: Influence;
}

/** The mean over groups, each as often as it has units; how many there happen to be of each adds to its error. */
function meanOfGroups(cohorts: readonly Cohort[], parts: readonly Told[]) {
  const units = parts.reduce((sum, { group }) => sum + cohorts[group]!.n, 0);
  const estimate = parts.reduce((sum, one) => sum + (cohorts[one.group]!.n / units) * one.estimate, 0);
  const influence = weighted(
    parts.map((one) => ({ influence: one.influence, weight: cohorts[one.group]!.n / units })),
  );
  for (const { group, estimate: own } of parts) {
    const { constant, slopes } = influence.get(group)!;
    influence.set(group, { constant: constant + (own - estimate) / units, slopes });
  }
  return { estimate, influence, units };
}

function pOf({ estimate, standardError }: StaggeredEstimate): number | null {
  return standardError === null ? null : chiSquareUpper((estimate / standardError) ** 2, 1);
}

function wald(cohorts: readonly Cohort[], leads: readonly Pick<Told, "estimate" | "influence">[]) {
  if (leads.length === 0) return null;
  const matrix = leads.map((one) => leads.map((two) => covariance(cohorts, one.influence, two.influence)));
  const lower = cholesky(matrix);
  if (!lower) return null;
  const estimates = leads.map(({ estimate }) => estimate);
  const solved = solve(lower, estimates);
  const statistic = estimates.reduce((sum, estimate, i) => sum + estimate * solved[i]!, 0);
  return { statistic, df: leads.length, p: chiSquareUpper(Math.max(0, statistic), leads.length) };
}
