import { clusteredAuc } from "../stats/clustered-auc";
import { logistic, probability, type LogisticFit } from "../stats/logistic";
import { normalCdf } from "../stats/normal-cdf";
import { normalQuantile } from "../stats/normal-quantile";
import { sandwich } from "../stats/sandwich";
import { askedOf, type AccountMonths } from "./read-months";
import type { LagResult } from "./result";

/** With fewer lost accounts no model is fitted: spec C10, "only the table". */
export const fewestLost = 20;
const folds = 10;
const z = normalQuantile(0.975);

/** One lag, before q is known: that needs the p-values of all lags. */
export type LagFit = Omit<LagResult, "fit"> & {
  readonly fit: Omit<NonNullable<LagResult["fit"]>, "q"> | null;
};

interface Row {
  readonly account: number;
  readonly fold: number;
  readonly values: readonly number[];
  readonly y: number;
}

/**
 * Discrete-time hazard: logistic regression over account-months of "gone within `lag` months", on user attrition (in
 * standard deviations), log users, and months to renewal where they are known ahead. Variance by account, because the
 * months of one account go together. Allison (1982), Sociological Methodology 13, 61–98; Liang & Zeger (1986).
 */
export function fitLag(months: AccountMonths, lag: LagResult["lag"], controlsRenewal: boolean): LagFit {
  const told = countLag(months, lag);
  const none = { ...told, fit: null, auc: null, aucControls: null };
  const rows = told.lostAccounts < fewestLost ? null : rowsOf(months, lag, controlsRenewal);
  if (!rows) return none;
  const fit = logistic(rows.map(({ values, y }) => ({ values, x: y, n: 1 })));
  const variance = fit.ok ? clusteredVariance(rows, fit, told.accounts) : null;
  if (!fit.ok || variance === null || !(variance > 0)) return none;
  const slope = fit.coefficients[1]!;
  const error = Math.sqrt(variance);
  return {
    ...told,
    fit: {
      oddsRatio: Math.exp(slope),
      interval: [Math.exp(slope - z * error), Math.exp(slope + z * error)],
      p: 2 * normalCdf(-Math.abs(slope) / error),
    },
    auc: outOfSample(rows, (row) => row.values),
    aucControls: outOfSample(rows, ({ values: [one, , ...controls] }) => [one!, ...controls])?.value ?? null,
  };
}

function countLag(months: AccountMonths, lag: LagResult["lag"]) {
  const asked = askedOf(months, lag);
  const lost = asked.filter((i) => months.lossLag[i]! <= lag);
  const accountsOf = (rows: readonly number[]) => new Set(rows.map((i) => months.account[i]!)).size;
  return {
    lag,
    accountMonths: asked.length,
    accounts: accountsOf(asked),
    lost: lost.length,
    lostAccounts: accountsOf(lost),
  };
}

/** Columns that are the same everywhere say nothing and are left out; without user attrition there is no question. */
function rowsOf(months: AccountMonths, lag: number, controlsRenewal: boolean): Row[] | null {
  const asked = askedOf(months, lag);
  const attrition = standardised(asked.map((i) => months.attrition[i]!));
  if (!attrition) return null;
  const columns = [
    attrition,
    standardised(asked.map((i) => Math.log(months.seats[i]!))),
    ...(controlsRenewal ? [standardised(asked.map((i) => months.monthsToRenewal[i]!))] : []),
  ].filter((column) => column !== null);
  return asked.map((i, row) => ({
    account: months.account[i]!,
    fold: months.fold[i]!,
    values: [1, ...columns.map((column) => column[row]!)],
    y: Number(months.lossLag[i]! <= lag),
  }));
}

function standardised(values: readonly number[]): number[] | null {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
  // A column of equal values keeps a rounding error of a spread.
  return spread > 1e-9 * (1 + Math.abs(mean)) ? values.map((value) => (value - mean) / spread) : null;
}

/** Variance of the coefficient of user attrition, by account. */
function clusteredVariance(
  rows: readonly Row[],
  fit: Extract<LogisticFit, { ok: true }>,
  accounts: number,
): number | null {
  const size = fit.coefficients.length;
  const scores = new Map<number, number[]>();
  rows.forEach(({ account, values, y }, i) => {
    const score = scores.get(account) ?? new Array<number>(size).fill(0);
    values.forEach((value, j) => (score[j]! += value * (y - fit.fitted[i]!)));
    scores.set(account, score);
  });
  const meat = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const score of scores.values())
    score.forEach((a, i) => score.forEach((b, j) => (meat[i]![j]! += a * b)));
  return sandwich(fit.covariance, meat, accounts)?.[1]?.[1] ?? null;
}

/** Each account is judged by a model that has not seen it. Null where a part of the accounts cannot be fitted without it. */
function outOfSample(rows: readonly Row[], valuesOf: (row: Row) => readonly number[]): LagResult["auc"] {
  const scores = new Float64Array(rows.length);
  for (let fold = 0; fold < folds; fold++) {
    const inside = rows.flatMap((row, i) => (row.fold === fold ? [i] : []));
    if (inside.length === 0) continue;
    const others = rows.filter((row) => row.fold !== fold);
    const fit = logistic(others.map((row) => ({ values: valuesOf(row), x: row.y, n: 1 })));
    if (!fit.ok) return null;
    for (const i of inside) scores[i] = probability(fit.coefficients, valuesOf(rows[i]!));
  }
  const found = clusteredAuc(
    scores,
    Uint8Array.from(rows, ({ y }) => y),
    Int32Array.from(rows, ({ account }) => account),
  );
  if (!found) return null;
  return { value: found.auc, interval: aucInterval(found.auc, found.variance) };
}

/** On the scale of log odds, so that it stays between 0 and 1. */
function aucInterval(auc: number, variance: number | null): [number, number] | null {
  if (variance === null || auc <= 0 || auc >= 1) return null;
  const middle = Math.log(auc / (1 - auc));
  const error = Math.sqrt(variance) / (auc * (1 - auc));
  const back = (value: number) => 1 / (1 + Math.exp(-value));
  return [back(middle - z * error), back(middle + z * error)];
}
