import { csvParse } from "d3";
import { expect } from "vitest";
import type { Pattern } from "../../../src/analyses/stats/logistic";
import { isShared, sharedJson, sharedText } from "../../reference/shared-data";

/** Published data sets of logistic regression with R's results, which lie beside the project on some machines. */
const folder = "data/logit-classics";
const truth = "spec/reference/03_logistic.json";

export const hasClassics = [`${folder}/birthwt.csv`, `${folder}/reference_r.json`, truth].every(isShared);

export interface Reference {
  readonly coef: number[];
  readonly se: number[];
  readonly profile_ci: [number, number][];
  readonly null_deviance: number;
  readonly deviance: number;
  readonly aic: number;
  readonly bic: number;
  readonly loglik: number;
  readonly lrt: number;
  readonly lrt_df: number;
  readonly lrt_p: number;
  readonly mcfadden: number;
  readonly cox_snell: number;
  readonly brier: number;
  readonly vcov: number[][];
  readonly hosmer_lemeshow: {
    chisq: number;
    df: number;
    p: number;
    n: number[];
    obs: number[];
    exp: number[];
  };
}

export interface FirthReference {
  readonly coef: number[];
  readonly se: number[];
  readonly penalised_loglik: number;
  readonly profile_ci: [number, number][];
  readonly plr_chisq: number[];
  readonly plr_p: number[];
}

export function reference<T>(key: string): T {
  return sharedJson<Record<string, T>>(truth)[key]!;
}

/** R's further results: Firth by brglm2, lasso by glmnet, inflation factors by car. */
export function furtherReference<T>(key: string): T {
  return sharedJson<Record<string, T>>(`${folder}/reference_r.json`)[key]!;
}

export interface StatsmodelsReference {
  readonly coefficients: Record<string, { readonly coef: number; readonly se: number }>;
  readonly ll: number;
  readonly lr_p: number;
  readonly mcfadden_r2: number;
  readonly pred_first5: number[];
}

export function statsmodels(key: string): StatsmodelsReference {
  return sharedJson<Record<string, StatsmodelsReference>>(`${folder}/reference.json`)[key]!;
}

function rowsOf(file: string, outcome: string, values: (row: Record<string, number>) => number[]): Pattern[] {
  return csvParse(sharedText(`${folder}/${file}`), (row) => {
    const numbers = Object.fromEntries(Object.entries(row).map(([key, text]) => [key, Number(text)]));
    return { values: [1, ...values(numbers)], x: numbers[outcome]!, n: 1 };
  });
}

/** admit ~ gre + gpa + rank 2, 3, 4. */
export const admissions = () =>
  rowsOf("ucla_binary.csv", "admit", ({ gre, gpa, rank }) => [gre!, gpa!, ...dummies(rank!, [2, 3, 4])]);

/** low ~ age + lwt + race 2, 3 + smoke + ptl + ht + ui + ftv: MASS::birthwt. */
export const births = () =>
  rowsOf("birthwt.csv", "low", ({ age, lwt, race, smoke, ptl, ht, ui, ftv }) => [
    age!,
    lwt!,
    ...dummies(race!, [2, 3]),
    smoke!,
    ptl!,
    ht!,
    ui!,
    ftv!,
  ]);

/** low ~ age + lwt + smoke + ht + ui + race 2, 3 + (ptl > 0). */
export const birthsWithFlag = () =>
  rowsOf("birthwt.csv", "low", ({ age, lwt, race, smoke, ptl, ht, ui }) => [
    age!,
    lwt!,
    smoke!,
    ht!,
    ui!,
    ...dummies(race!, [2, 3]),
    Number(ptl! > 0),
  ]);

/** HG ~ NV + PI + EH: NV fixes the outcome. */
export const endometrial = () => rowsOf("endometrial.csv", "HG", ({ NV, PI, EH }) => [NV!, PI!, EH!]);

function dummies(value: number, levels: readonly number[]): number[] {
  return levels.map((level) => Number(value === level));
}

export function near(values: readonly (number | null)[], expected: readonly number[], tolerance: number) {
  expect(values).toHaveLength(expected.length);
  values.forEach((value, i) =>
    expect(Math.abs(value! - expected[i]!), `${String(value)} beside ${expected[i]!}`).toBeLessThanOrEqual(
      tolerance * Math.abs(expected[i]!),
    ),
  );
}

/** The patterns put together where the values are the same. */
export function grouped(patterns: readonly Pattern[]): Pattern[] {
  const found = new Map<string, { values: readonly number[]; x: number; n: number }>();
  for (const { values, x, n } of patterns) {
    const one = found.get(values.join()) ?? { values, x: 0, n: 0 };
    one.x += x;
    one.n += n;
    found.set(values.join(), one);
  }
  return [...found.values()];
}
