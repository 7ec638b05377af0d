import type { Answers } from "../analysis";
import { countAt, dayAt } from "../answer";
import { rowCounts } from "../row-counts";
import { kaplanMeier, type SurvivalCurve } from "../stats/kaplan-meier";
import { wilson } from "../stats/wilson";
import type { UnitEconomicsRequest } from "./lives";
import type { UnitEconomicsParams } from "./params";
import { scenarios, type UnitEconomicsResult } from "./result";
import { spentOf } from "./spend";
import { paybackOf, valueOf, valueOfCurve, valueOfRate, withRetention, type ValueStep } from "./value";

/** What is known of customers and of the cost to win one, wherever it comes from. */
export interface Known extends Pick<
  UnitEconomicsResult,
  | "rows"
  | "asOf"
  | "customers"
  | "gone"
  | "currency"
  | "refused"
  | "cac"
  | "spent"
  | "months"
  | "yearly"
  | "monthlyLoss"
> {
  readonly curve: readonly ValueStep[];
}

export function computeUnitEconomics(
  answers: Answers,
  { params }: UnitEconomicsRequest,
): UnitEconomicsResult {
  if (params.mode === "inputs") return resultOf(knownFromInputs(params), params);
  const asOf = readAsOf(answers);
  const { lives, spend, newcomers } = answers;
  const counted = lives
    ? Array.from({ length: lives.rowCount }, (_, row) => ({
        time: countAt(lives, row, "months"),
        events: countAt(lives, row, "gone"),
        censored: countAt(lives, row, "still_here"),
      }))
    : [];
  const curve = kaplanMeier(counted);
  const fromSpend = params.spend !== null && spend && newcomers && asOf !== null;
  return resultOf(
    {
      ...unspent(params.spend === null ? params.cac : null),
      ...(fromSpend ? spentOf(spend, newcomers, asOf) : {}),
      rows: rowCounts(answers),
      asOf,
      customers: curve.customers,
      gone: curve.events,
      monthlyLoss: lossOf(curve),
      curve: curve.customers === 0 ? [] : valueOfCurve(curve, termsOf(params)),
    },
    params,
  );
}

export function readAsOf({ known }: Answers): string | null {
  return known && known.rowCount > 0 ? dayAt(known, 0, "as_of") : null;
}

function knownFromInputs(params: UnitEconomicsParams): Known {
  const { attrition, measured } = params;
  const interval = measured === null ? null : wilson(attrition * measured, measured);
  return {
    ...unspent(params.cac),
    rows: null,
    asOf: null,
    customers: measured,
    gone: null,
    monthlyLoss: attrition,
    curve: valueOfRate(attrition, interval, termsOf(params)),
  };
}

function unspent(cac: number | null) {
  return { cac, spent: null, months: [], yearly: [], currency: null, refused: null };
}

/** Departures by the months that customers were seen to live through. */
function lossOf({ steps, events }: SurvivalCurve): number | null {
  const months = steps.reduce((sum, step) => sum + step.time * (step.events + step.censored), 0);
  return months > 0 ? events / months : null;
}

function termsOf({ margin, discount, horizon }: UnitEconomicsParams) {
  return { margin, discount, months: horizon };
}

/** Everything that follows. */
export function resultOf({ curve, ...known }: Known, params: UnitEconomicsParams): UnitEconomicsResult {
  const { cac } = known;
  const last = curve[curve.length - 1];
  const ltv = last ? { value: last.value, interval: pair(last.interval) } : null;
  const profit =
    ltv && cac !== null
      ? {
          value: ltv.value - cac,
          interval: pair(ltv.interval && [ltv.interval[0] - cac, ltv.interval[1] - cac]),
        }
      : null;
  const back = (of: (step: ValueStep) => number) => (cac === null ? null : paybackOf(curve.map(of), cac));
  return {
    ...known,
    mode: params.mode,
    curve: curve.map(({ month, survival, value, interval, counts }) => ({
      // People count months from 1.
      month: month + 1,
      survival,
      value,
      interval: pair(interval),
      ...counts,
    })),
    ltv,
    simple: known.monthlyLoss !== null && known.monthlyLoss > 0 ? params.margin / known.monthlyLoss : null,
    profit,
    judgement: profit && judge(profit),
    payback: {
      month: back(({ value }) => value),
      early: back(({ value, interval }) => interval?.[1] ?? value),
      late: back(({ value, interval }) => interval?.[0] ?? value),
    },
    scenarios: cac === null || !last ? [] : scenariosOf(curve, cac, params),
    budget: budgetOf(cac, params),
    referral:
      params.basket === null
        ? null
        : {
            cost: 2 * params.referralDiscount * params.basket,
            against: cac === null ? null : cac - 2 * params.referralDiscount * params.basket,
          },
  };
}

/** Whether a customer brings more than it costs to win one: by the interval, where there is one. */
function judge({
  value,
  interval,
}: NonNullable<UnitEconomicsResult["profit"]>): UnitEconomicsResult["judgement"] {
  const [low, high] = interval ?? [value, value];
  return low > 0 ? "pays" : high < 0 ? "loses" : "cannot tell";
}

/** Profit of one customer with one thing changed and all others as they are. */
function scenariosOf(
  curve: readonly ValueStep[],
  cac: number,
  { margin, discount }: UnitEconomicsParams,
): UnitEconomicsResult["scenarios"] {
  const survival = curve.map((step) => step.survival);
  const value = (more: number, times = 1, rate = discount) =>
    valueOf(withRetention(survival, more), { margin: margin * times, discount: rate }).at(-1)!;
  const base = curve[curve.length - 1]!.value - cac;
  const profits: Record<(typeof scenarios)[number], number> = {
    "retention +1": value(0.01) - cac,
    "retention +5": value(0.05) - cac,
    "retention -1": value(-0.01) - cac,
    "margin +10": value(0, 1.1) - cac,
    "margin -10": value(0, 0.9) - cac,
    "cac +10": base - 0.1 * cac,
    "cac -10": base + 0.1 * cac,
    "discount +1": value(0, 1, discount + 0.01) - cac,
  };
  return scenarios.map((id) => ({ id, profit: profits[id], change: profits[id] - base }));
}

/**
 * A unit of money wins 1/CAC customers, or pays for work on k/CAC present ones. If a customer kept is worth what a new one
 * is, both bring as much when one in k of those worked on stays because of it.
 */
function budgetOf(
  cac: number | null,
  { costRatio, budget, acquisitionShare }: UnitEconomicsParams,
): UnitEconomicsResult["budget"] {
  if (costRatio === null || cac === null || cac === 0) return null;
  const keepCost = cac / costRatio;
  const shares = budget === null ? [] : [...new Set([acquisitionShare, 0.8])];
  return {
    keepCost,
    breakEven: 1 / costRatio,
    splits: shares.map((share) => ({
      share,
      won: (share * (budget ?? 0)) / cac,
      workedOn: ((1 - share) * (budget ?? 0)) / keepCost,
    })),
  };
}

function pair(interval: readonly [number, number] | null): [number, number] | null {
  return interval && [interval[0], interval[1]];
}
