import type { Fit } from "../stats/btyd/fit";
import { predicted, type Predicted } from "../stats/btyd/predicted";
import type { NoPurchases } from "../stats/btyd/purchases";
import { models, type History, type ModelName, type Parameters } from "./models";
import { tableOf, type HistoryColumns } from "./columns";

/** P(alive) in five bands; the last holds 1. */
export const bands = 5;
/** Customers by repeat purchases: 0, 1, … and this many or more. */
export const lastClass = 7;

export interface ForecastInput {
  readonly histories: HistoryColumns;
  readonly order: readonly ModelName[];
  readonly ahead: number;
}

export type FitTold =
  | {
      readonly ok: true;
      readonly model: ModelName;
      readonly parameters: Parameters;
      readonly standardErrors: Parameters;
      readonly logLikelihood: number;
      readonly starts: number;
      readonly agreeing: number;
    }
  | {
      readonly ok: false;
      readonly model: ModelName;
      readonly why: NoPurchases | "not-converged" | "boundary";
    };

export interface ClassSums {
  once: number;
  again: number;
  alive: number;
  expected: number;
}

export interface Forecast {
  /** Of the models in their order up to the first that could be fitted. */
  readonly fits: readonly FitTold[];
  readonly found: {
    readonly model: ModelName;
    readonly newcomer: Predicted;
    readonly total: Predicted;
    readonly alive: number;
    readonly bands: readonly ClassSums[];
    readonly classes: readonly ClassSums[];
  } | null;
}

/** The first model of the order that fits, and what it says of the customers as they are now. */
export function forecast({ histories, order, ahead }: ForecastInput): Forecast {
  const rows = tableOf(histories);
  const fits: FitTold[] = [];
  for (const name of order) {
    const model = models[name];
    const fit = model.fit(rows);
    fits.push(told(name, fit));
    if (!fit.ok) continue;
    const { parameters } = fit;
    const sums = (length: number) =>
      Array.from({ length }, (): ClassSums => ({ once: 0, again: 0, alive: 0, expected: 0 }));
    const [byBand, byClass] = [sums(bands), sums(lastClass + 1)];
    let [value, alive] = [0, 0];
    for (const row of rows) {
      const chance = model.alive(parameters, row);
      const expected = row.n * model.conditional(parameters, row, ahead);
      value += expected;
      alive += row.n * chance;
      for (const one of [byBand[bandOf(chance)]!, byClass[Math.min(row.x, lastClass)]!]) {
        if (row.x === 0) one.once += row.n;
        else one.again += row.n;
        one.alive += row.n * chance;
        one.expected += expected;
      }
    }
    return {
      fits,
      found: {
        model: name,
        newcomer: predicted(fit, (given) => model.expected(given, ahead)),
        total: totalOf(fit, rows, value, (given, row) => model.conditional(given, row, ahead)),
        alive,
        bands: byBand,
        classes: byClass,
      },
    };
  }
  return { fits, found: null };
}

export function bandOf(chance: number): number {
  return Math.min(bands - 1, Math.floor(chance * bands));
}

export function told(model: ModelName, fit: Fit<string, NoPurchases>): FitTold {
  if (!fit.ok) return { ok: false, model, why: fit.why };
  const { parameters, standardErrors, logLikelihood, starts, agreeing } = fit;
  return { ok: true, model, parameters, standardErrors, logLikelihood, starts, agreeing };
}

/** Histories that are enough to see how a total hangs on the parameters. */
const enough = 1500;

/** The total is that of all; of a large base its interval follows from every k-th history (they are ordered). */
function totalOf(
  fit: Extract<Fit<string>, { readonly ok: true }>,
  rows: readonly (History & { readonly n: number })[],
  value: number,
  of: (parameters: Parameters, history: History) => number,
): Predicted {
  const step = Math.max(1, Math.floor(rows.length / enough));
  const some = rows.filter((_, i) => i % step === 0);
  const { value: part, interval } = predicted(fit, (given) =>
    some.reduce((sum, row) => sum + row.n * of(given, row), 0),
  );
  if (!interval || !(part > 0)) return { value, interval: null };
  return { value, interval: [(interval[0] * value) / part, (interval[1] * value) / part] };
}
