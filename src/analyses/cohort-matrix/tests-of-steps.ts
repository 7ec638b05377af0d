import { benjaminiHochberg } from "../stats/benjamini-hochberg";
import { homogeneity } from "../stats/homogeneity";
import { normalQuantile } from "../stats/normal-quantile";
import { trend } from "../stats/trend";
import type { CohortGrain } from "./params";
import type { Cohort, StepResult } from "./result";

export type Tested = Pick<StepResult, "homogeneity" | "trend">;

/**
 * At each step: do the complete cohorts differ, and does their share rise or fall with time? One family of tests, whatever the number
 * of steps. `times`: the place of each cohort in time, in periods; null where rows are not in time.
 */
export function testSteps(
  cohorts: readonly Cohort[],
  steps: number,
  times: readonly number[] | null,
): Tested[] {
  const found = Array.from({ length: steps }, (_, step) => {
    const known = cohorts.flatMap(({ cells }, i) => {
      const cell = cells[step];
      return cell?.state === "complete" ? [{ x: cell.x, n: cell.n, time: times?.[i] ?? 0 }] : [];
    });
    const scores = known.map(({ time }) => time);
    return {
      alike: homogeneity(known),
      rising: times && new Set(scores).size > 2 ? trend(known, scores) : null,
      interval: slopeInterval(known),
      cohorts: known.length,
    };
  });
  const q = benjaminiHochberg(
    found.flatMap(({ alike, rising }) => [...(alike ? [alike.p] : []), ...(rising ? [rising.p] : [])]),
  );
  let place = 0;
  return found.map(({ alike, rising, interval, cohorts: used }) => ({
    homogeneity: alike && { chiSquare: alike.chiSquare, df: alike.df, p: alike.p, q: q[place++]! },
    trend: rising && {
      z: rising.z,
      p: rising.p,
      q: q[place++]!,
      slope: rising.slope,
      interval: interval(rising.slope),
      cohorts: used,
    },
  }));
}

/** 95 % of the least-squares slope, each cohort with its own binomial variance (smoothed by half a customer, so that 0 of 3 is not certain). */
function slopeInterval(known: readonly { x: number; n: number; time: number }[]) {
  const n = known.reduce((sum, one) => sum + one.n, 0);
  const centre = known.reduce((sum, one) => sum + one.n * one.time, 0) / n;
  let spread = 0;
  let variance = 0;
  for (const one of known) {
    const distance = one.time - centre;
    const share = (one.x + 0.5) / (one.n + 1);
    spread += one.n * distance * distance;
    variance += distance * distance * one.n * share * (1 - share);
  }
  const reach = (normalQuantile(0.975) * Math.sqrt(variance)) / spread;
  return (slope: number): [number, number] => [slope - reach, slope + reach];
}

/** The place of a day among the periods, so that periods without newcomers leave a gap. */
export function timeOf(day: string, grain: CohortGrain): number {
  if (grain === "month") return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return Math.round(Date.parse(day) / 86_400_000 / (grain === "week" ? 7 : 1));
}
