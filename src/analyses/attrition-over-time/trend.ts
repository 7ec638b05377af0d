import type { Answers } from "../analysis";
import { countAt, numberAt } from "../answer";
import { logistic, type LogisticFit } from "../stats/logistic";
import { normalCdf } from "../stats/normal-cdf";
import { normalQuantile } from "../stats/normal-quantile";
import { sandwich } from "../stats/sandwich";
import type { OverTimeResult, Period } from "./result";

type Trend = OverTimeResult["trend"];
type Found = Extract<LogisticFit, { ok: true }>;

const fewestPeriods = 3;

export interface FittedPeriod {
  readonly opens: string;
  /** Periods from the middle of the series: so that level and slope can be told apart numerically. */
  readonly time: number;
  readonly p: number;
}

/** Logistic regression of "lost" on time over the periods that may be judged; null where it cannot be fitted. */
export function fitTrend(periods: readonly Period[]): { fit: Found; fitted: readonly FittedPeriod[] } | null {
  const judged = timed(periods);
  if (judged.length < fewestPeriods) return null;
  const fit = logistic(
    judged.map(({ period, time }) => ({ values: [1, time], x: period.lost, n: period.atStart })),
  );
  if (!fit.ok) return null;
  return {
    fit,
    fitted: judged.map(({ period, time }, i) => ({ opens: period.opens, time, p: fit.fitted[i]! })),
  };
}

/** The same customers come back period after period: their rows are one cluster each. */
export function trendOf(periods: readonly Period[], answers: Answers): Trend {
  const judged = timed(periods);
  if (judged.length < fewestPeriods) return { found: false, why: "too few periods" };
  const model = fitTrend(periods);
  if (!model || !answers.scores) return { found: false, why: "no variation" };
  const customers = countAt(answers.scores, 0, "customers");
  const product = (column: string) => numberAt(answers.scores!, 0, column) ?? 0;
  const cross = product("level_time");
  const covariance = sandwich(
    model.fit.covariance,
    [
      [product("level_level"), cross],
      [cross, product("time_time")],
    ],
    customers,
  );
  const variance = covariance?.[1]?.[1];
  if (variance === undefined || !(variance > 0)) return { found: false, why: "too few customers" };
  const slope = model.fit.coefficients[1]!;
  const error = Math.sqrt(variance);
  const z = normalQuantile(0.975);
  const [low, high] = [slope - z * error, slope + z * error];
  const steepness = averageSteepness(judged, model.fitted);
  return {
    found: true,
    periods: judged.length,
    customers,
    perPeriod: slope * steepness,
    interval: [low * steepness, high * steepness],
    oddsRatio: Math.exp(slope),
    oddsInterval: [Math.exp(low), Math.exp(high)],
    p: 2 * normalCdf(-Math.abs(slope) / error),
  };
}

/** What one unit of log odds is in points of the share, averaged over the customers at risk: the mean of p(1 − p). */
function averageSteepness(judged: ReturnType<typeof timed>, fitted: readonly FittedPeriod[]): number {
  const customers = judged.reduce((sum, { period }) => sum + period.atStart, 0);
  return judged.reduce((sum, { period }, i) => {
    const p = fitted[i]!.p;
    return sum + (period.atStart * p * (1 - p)) / customers;
  }, 0);
}

function timed(periods: readonly Period[]): { period: Period; time: number }[] {
  const judged = periods.flatMap((period, i) => (period.isJudged ? [{ period, place: i }] : []));
  const middle = judged.length ? (judged[0]!.place + judged[judged.length - 1]!.place) / 2 : 0;
  return judged.map(({ period, place }) => ({ period, time: place - middle }));
}
