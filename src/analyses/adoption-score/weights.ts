import { fitLevers } from "../levers/fit";
import type { DesignTerm } from "../levers/design";
import type { Pattern } from "../stats/logistic";
import { phi } from "../stats/phi";
import { logisticShares } from "../stats/shapley-logistic";
import type { Version } from "./versions";

/** Why a version has no weights: no lever has a positive one, or the model cannot be fitted. */
export const weightProblems = ["none-positive", "no-model"] as const;

export interface Weighted {
  readonly ok: true;
  /** Of each lever, 0 to 100, 100 together. */
  readonly weights: readonly number[];
  /** Levers that would count against staying: their weight is 0. */
  readonly clipped: readonly number[];
}
export type Weights = Weighted | { readonly ok: false; readonly why: (typeof weightProblems)[number] };

export interface WeightInput {
  readonly terms: readonly DesignTerm[];
  /** Of staying; the levers' columns are 1 to `levers`. */
  readonly patterns: readonly Pattern[];
  readonly levers: number;
}

/** What a model says of each lever, and what each says alone: the raw numbers that weights are made of. */
export interface Strengths {
  /** Null without a model; 0 for a lever that repeats others. */
  readonly coefficients: readonly number[] | null;
  /** 0 for a lever that is the same for all. */
  readonly phi: readonly number[];
  readonly varies: readonly boolean[];
}

export function strengthsOf({ terms, patterns, levers }: WeightInput): Strengths {
  const places = Array.from({ length: levers }, (_, lever) => lever);
  const tables = places.map((lever) => tableOf(patterns, lever + 1));
  const fit = fitLevers(
    { terms, patterns: patterns.map((one) => ({ ...one, fold: 0 })) },
    { profiles: false },
  );
  return {
    coefficients: fit.ok ? places.map((lever) => fit.estimate.coefficients[lever + 1] ?? 0) : null,
    phi: tables.map((table) => phi(table)?.phi ?? 0),
    varies: tables.map(({ a, b, c, d }) => a + b > 0 && c + d > 0),
  };
}

/** The weights of a version. A share of R² has no sign: it takes that of the coefficient. */
export function weightsOf(version: Version, input: WeightInput, strengths: Strengths): Weights {
  const { coefficients, varies } = strengths;
  switch (version) {
    case "equal":
      return normalised(varies.map(Number));
    case "phi":
      return normalised(strengths.phi);
    case "coef":
      return coefficients ? normalised(coefficients) : noModel;
    case "points": {
      if (!coefficients) return noModel;
      const exact = normalised(coefficients);
      return exact.ok ? { ...inPoints(exact.weights), clipped: exact.clipped } : exact;
    }
    case "shapley": {
      if (!coefficients) return noModel;
      const shares = logisticShares({
        patterns: input.patterns,
        levers: coefficients.map((_, lever) => [lever + 1]),
      });
      if (!shares.ok) return noModel;
      return normalised(
        shares.levers.map(({ shapley }, lever) => Math.sign(coefficients[lever]!) * Math.max(0, shapley)),
      );
    }
  }
}

const noModel = { ok: false, why: "no-model" } as const;

/** What counts against staying is cut to 0; the others sum up to 100. */
function normalised(strengths: readonly number[]): Weights {
  const clipped = strengths.flatMap((one, lever) => (one < 0 ? [lever] : []));
  const positive = strengths.map((one) => Math.max(0, one));
  const sum = positive.reduce((all, one) => all + one, 0);
  if (!(sum > 0)) return { ok: false, why: "none-positive" };
  return { ok: true, weights: positive.map((one) => (100 * one) / sum), clipped };
}

/** Whole points that can be added up by hand: one more to give than there are levers, at least five. */
function inPoints(weights: readonly number[]): { readonly ok: true; readonly weights: readonly number[] } {
  const points = weights.map((one) => Math.round((one / 100) * pointsToGive(weights.length)));
  const sum = points.reduce((all, one) => all + one, 0);
  return { ok: true, weights: points.map((one) => (100 * one) / sum) };
}

export function pointsToGive(levers: number): number {
  return Math.max(5, levers + 1);
}

/** 0 to 100 of those levers that are known; null where no lever that counts is. */
export function scoreOf(weights: readonly number[], on: readonly (number | null)[]): number | null {
  let [sum, known] = [0, 0];
  weights.forEach((weight, lever) => {
    const value = on[lever];
    if (weight === 0 || value === null || value === undefined) return;
    sum += weight * value;
    known += weight;
  });
  return known > 0 ? (100 * sum) / known : null;
}

function tableOf(patterns: readonly Pattern[], column: number) {
  const table = { a: 0, b: 0, c: 0, d: 0 };
  for (const { values, x, n } of patterns) {
    table[values[column] === 1 ? "a" : "c"] += x;
    table[values[column] === 1 ? "b" : "d"] += n - x;
  }
  return table;
}
