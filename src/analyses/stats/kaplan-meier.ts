import { atRiskAt, riskTable, type RiskRow, type RiskTable, type SurvivalRow } from "./risk-table";
import { survivalInterval, type SurvivalScale } from "./survival-interval";

/** What is known of S at a time; `interval` and `standardError` hold at this time alone, not for the whole curve. */
export interface SurvivalEstimate {
  readonly survival: number;
  /** Greenwood's; 0 where nobody has left, null where nobody is left. */
  readonly standardError: number | null;
  /** Null where S is 1 or 0. */
  readonly interval: readonly [number, number] | null;
}

export interface SurvivalStep extends RiskRow, SurvivalEstimate {}

export interface SurvivalCurve {
  /** Every time at which somebody left or was censored, ascending; S is that just after it. */
  readonly steps: readonly SurvivalStep[];
  readonly customers: number;
  readonly events: number;
  /** Last time anybody was observed; 0 of nobody. */
  readonly lastTime: number;
  /**
   * With delayed entry: a time at which all then at risk left although others enter later. S is 0 from there on, whatever
   * the others do: the curve says nothing beyond. Null: no such time.
   */
  readonly emptied: number | null;
  readonly scale: SurvivalScale;
  readonly confidence: number;
  readonly table: RiskTable;
}

/**
 * Kaplan–Meier estimate of the share still here after t, of counted customers in any order, with delayed entry.
 * Ties: customers censored at a time were at risk for its events. Kaplan & Meier (1958), J. Amer. Statist. Assoc. 53,
 * 457–481; variance of Greenwood (1926); delayed entry: Klein & Moeschberger (2003), 2nd ed., §4.6.
 */
export function kaplanMeier(
  counted: readonly SurvivalRow[],
  { scale = "log-log", confidence = 0.95 }: { scale?: SurvivalScale; confidence?: number } = {},
): SurvivalCurve {
  const table = riskTable(counted);
  let survival = 1;
  let greenwood = 0;
  let emptied: number | null = null;
  const steps = table.rows.map((row): SurvivalStep => {
    const { time, atRisk, events } = row;
    if (survival > 0 && events > 0) {
      survival = events === atRisk ? 0 : survival * (1 - events / atRisk);
      if (survival > 0) greenwood += events / (atRisk * (atRisk - events));
      else if (table.entries.some((entry) => entry.time >= time)) emptied = time;
    }
    const logError = Math.sqrt(greenwood);
    return {
      ...row,
      survival,
      standardError: survival > 0 ? survival * logError : null,
      interval: survivalInterval(survival, logError, scale, confidence),
    };
  });
  return {
    steps,
    customers: table.rows.reduce((sum, row) => sum + row.events + row.censored, 0),
    events: table.rows.reduce((sum, row) => sum + row.events, 0),
    lastTime: table.rows.at(-1)?.time ?? 0,
    emptied,
    scale,
    confidence,
    table,
  };
}

/**
 * S(t) with how many are at risk at t. Null beyond the last observation unless all have left by then (and for a curve of
 * nobody): the data do not reach there. At an `emptied` curve it is the estimate, 0.
 */
export function survivalAt(curve: SurvivalCurve, t: number): (SurvivalEstimate & { atRisk: number }) | null {
  if (!(t >= 0)) throw new RangeError(`time below 0: ${t}`);
  const step = curve.steps[countUpTo(curve.steps, t) - 1];
  if (curve.customers === 0 || (t > curve.lastTime && step!.survival > 0)) return null;
  const { survival, standardError, interval } = step ?? { survival: 1, standardError: 0, interval: null };
  return { survival, standardError, interval, atRisk: atRiskAt(curve.table, t) };
}

/** How many steps lie at or before t. */
function countUpTo(steps: readonly SurvivalStep[], t: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (steps[middle]!.time <= t) low = middle + 1;
    else high = middle;
  }
  return low;
}
