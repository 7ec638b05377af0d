import type { SurvivalCurve } from "../stats/kaplan-meier";
import { survivalAt } from "../stats/kaplan-meier";
import { normalQuantile } from "../stats/normal-quantile";

/** A month of a customer's life, counted from 0: the margin comes at its opening from those who are still there. */
export interface ValueStep {
  readonly month: number;
  readonly survival: number;
  /** Discounted margin of one customer won, up to and with this month. */
  readonly value: number;
  readonly interval: readonly [number, number] | null;
  /** Customers who were followed up to this month, and those of them who were gone at its opening; of a curve only. */
  readonly counts?: { readonly known: number; readonly gone: number };
}

export interface Terms {
  readonly margin: number;
  /** Monthly. */
  readonly discount: number;
  readonly months: number;
}

/** Σ margin·S(t)·d^t with d = 1/(1 + discount), month by month, of given survival at 0, 1, 2 … */
export function valueOf(survival: readonly number[], { margin, discount }: Omit<Terms, "months">): number[] {
  let value = 0;
  return survival.map((share, month) => (value += (margin * share) / (1 + discount) ** month));
}

/** A constant monthly rate, with the interval of the rate; the value falls as the rate rises. */
export function valueOfRate(
  rate: number,
  interval: readonly [number, number] | null,
  terms: Terms,
): ValueStep[] {
  const survival = (lost: number) => Array.from({ length: terms.months }, (_, month) => (1 - lost) ** month);
  const values = valueOf(survival(rate), terms);
  const bounds = interval && [valueOf(survival(interval[1]), terms), valueOf(survival(interval[0]), terms)];
  return survival(rate).map((share, month) => ({
    month,
    survival: share,
    value: values[month]!,
    interval: bounds && [bounds[0]![month]!, bounds[1]![month]!],
  }));
}

/**
 * Of a Kaplan–Meier curve in whole months, as far as it reaches. A sum of S with weights has, as the restricted mean has,
 * the variance Σ A(tᵢ)²·dᵢ/(nᵢ(nᵢ − dᵢ)), A the part of the sum from tᵢ on: Klein & Moeschberger (2003), 2nd ed., §4.5.
 * The interval is normal and holds at each month by itself; null while nobody has left.
 */
export function valueOfCurve(curve: SurvivalCurve, terms: Terms): ValueStep[] {
  const survival: number[] = [];
  for (let month = 0; month < terms.months; month++) {
    const at = survivalAt(curve, month);
    if (!at) break;
    survival.push(at.survival);
  }
  const values = valueOf(survival, terms);
  const steps = curve.steps.filter(({ events, atRisk }) => events > 0 && events < atRisk);
  const z = normalQuantile((1 + curve.confidence) / 2);
  return survival.map((share, month) => {
    const value = values[month]!;
    const variance = steps
      .filter(({ time }) => time <= month)
      .reduce((sum, { time, events, atRisk }) => {
        const after = value - (time > 0 ? values[time - 1]! : 0);
        return sum + (after * after * events) / (atRisk * (atRisk - events));
      }, 0);
    const reach = z * Math.sqrt(variance);
    return {
      month,
      survival: share,
      value,
      interval: reach > 0 ? [Math.max(0, value - reach), value + reach] : null,
      counts: countsAt(curve, month),
    };
  });
}

function countsAt({ steps }: SurvivalCurve, month: number): NonNullable<ValueStep["counts"]> {
  const at = steps.find(({ time }) => time >= month);
  return { known: at?.atRisk ?? 0, gone: at?.time === month ? at.events : 0 };
}

/** Survival if in every month so much more of those present stayed: from month to month never below 0 nor above 1. */
export function withRetention(survival: readonly number[], more: number): number[] {
  let share = survival[0] ?? 1;
  return survival.map((now, month) => {
    if (month === 0) return now;
    const before = survival[month - 1]!;
    const kept = before > 0 ? now / before : 0;
    share *= Math.min(1, Math.max(0, kept + more));
    return share;
  });
}

/** First month, counted from 1, whose end has the cost back; null: not within the months. */
export function paybackOf(values: readonly number[], cost: number): number | null {
  const month = values.findIndex((value) => value >= cost);
  return month < 0 ? null : month + 1;
}
