import { kaplanMeier, survivalAt, type SurvivalCurve } from "../stats/kaplan-meier";
import { restrictedMean } from "../stats/restricted-mean";
import { atRiskAt, type SurvivalRow } from "../stats/risk-table";
import { medianOf } from "../stats/survival-quantile";
import type { ChurnParams } from "./params";
import type { Curve, Step } from "./result";

/** Customers of one group counted by time. */
export interface Counted {
  readonly place: number | null;
  readonly level: string | null;
  readonly rows: readonly Required<Omit<SurvivalRow, "entry">>[];
}

/** The curve of a group and what is read off it. */
export function curveOf(
  { place, level, rows }: Counted,
  { horizons, scale }: Pick<ChurnParams, "horizons" | "scale">,
  tau: number | null,
): Curve {
  const curve = kaplanMeier(rows, { scale });
  const median = medianOf(curve);
  const mean = tau === null ? null : restrictedMean(curve, tau);
  return {
    place,
    level,
    customers: curve.customers,
    events: curve.events,
    lastTime: curve.lastTime,
    steps: stepsOf(curve, rows),
    median: {
      time: median.time,
      interval: [median.interval[0], median.interval[1]],
      atRisk: median.time === null ? null : atRiskAt(curve.table, median.time),
    },
    horizons: toldAt(horizons, curve).map((at) => {
      const found = survivalAt(curve, at);
      return {
        at,
        survival: found && (curve.emptied === null || at < curve.emptied) ? found.survival : null,
        interval: found?.interval ? [found.interval[0], found.interval[1]] : null,
        atRisk: atRiskAt(curve.table, at),
      };
    }),
    mean: mean && {
      mean: mean.mean,
      standardError: mean.standardError,
      interval: mean.interval && [mean.interval[0], mean.interval[1]],
    },
    emptied: curve.emptied,
  };
}

/** Where the data reach none of the horizons, as far as they reach too. */
function toldAt(horizons: readonly number[], { lastTime, emptied, steps }: SurvivalCurve): readonly number[] {
  const reach = emptied === null ? lastTime : (steps.findLast(({ time }) => time < emptied)?.time ?? 0);
  return reach > 0 && horizons.every((at) => at > reach) ? [reach, ...horizons] : horizons;
}

/** Steps of the curve, and a row for each time at which somebody only entered. */
function stepsOf(curve: SurvivalCurve, rows: Counted["rows"]): Step[] {
  const entered = new Map<number, number>();
  for (const row of rows)
    if (row.entered > 0) entered.set(row.time, (entered.get(row.time) ?? 0) + row.entered);
  const exits = curve.steps.map((step): Step => {
    const late = entered.get(step.time) ?? 0;
    entered.delete(step.time);
    return {
      time: step.time,
      atRisk: step.atRisk,
      events: step.events,
      censored: step.censored,
      entered: late,
      survival: step.survival,
      standardError: step.standardError,
      interval: step.interval && [step.interval[0], step.interval[1]],
    };
  });
  const entries = [...entered].map(([time, late]): Step => {
    const { survival, standardError, interval } = survivalAt(curve, time) ?? unknown;
    return {
      time,
      atRisk: atRiskAt(curve.table, time),
      events: 0,
      censored: 0,
      entered: late,
      survival,
      standardError,
      interval: interval && [interval[0], interval[1]],
    };
  });
  return [...exits, ...entries].sort((a, b) => a.time - b.time);
}

// Whoever enters leaves later: an entry never lies beyond the last exit.
const unknown = { survival: 1, standardError: 0, interval: null };

/** The same customers without regard to groups. */
export function together(groups: readonly Counted[]): Counted {
  const rows = new Map<number, { time: number; events: number; censored: number; entered: number }>();
  for (const row of groups.flatMap((group) => group.rows)) {
    const sum = rows.get(row.time) ?? { time: row.time, events: 0, censored: 0, entered: 0 };
    sum.events += row.events;
    sum.censored += row.censored;
    sum.entered += row.entered;
    rows.set(row.time, sum);
  }
  return { place: null, level: null, rows: [...rows.values()].sort((a, b) => a.time - b.time) };
}

/** Where groups are compared by their mean: the longest horizon that all reach, else as far as all reach. */
export function commonReach(
  groups: readonly Counted[],
  { tau, horizons }: Pick<ChurnParams, "tau" | "horizons">,
): number | null {
  if (tau !== null) return tau;
  const reaches = groups.map(({ rows }) => {
    const { steps, lastTime } = kaplanMeier(rows);
    // Where all have left the curve is known for good.
    return steps.at(-1)?.survival === 0 ? Infinity : lastTime;
  });
  const reach = Math.min(...reaches, Infinity);
  const longest = horizons.findLast((at) => at <= reach);
  if (longest !== undefined) return longest;
  return reach > 0 && reach < Infinity ? reach : null;
}
