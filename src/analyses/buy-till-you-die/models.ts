import {
  bgAlive,
  bgConditional,
  bgExpected,
  bgNbd,
  type BgKind,
  type BgParameters,
} from "../stats/btyd/bg-nbd";
import type { Fit } from "../stats/btyd/fit";
import type { ParetoParameters } from "../stats/btyd/pareto-left";
import { paretoAlive, paretoConditional, paretoExpected, paretoNbd } from "../stats/btyd/pareto-nbd";
import type { NoPurchases, Purchases } from "../stats/btyd/purchases";

export const modelNames = ["bg", "mbg", "pareto"] as const;
export type ModelName = (typeof modelNames)[number];
export type Parameters = Readonly<Record<string, number>>;
export type History = Omit<Purchases, "n">;

/** What every model of customers who leave unseen can tell. Times in weeks. */
export interface Model {
  readonly parameters: readonly string[];
  fit(rows: readonly Purchases[]): Fit<string, NoPurchases>;
  alive(parameters: Parameters, history: History): number;
  /** Purchases of a customer with this history in the t to come. */
  conditional(parameters: Parameters, history: History, t: number): number;
  /** Repeat purchases of a new customer in t. */
  expected(parameters: Parameters, t: number): number;
}

export const models: Readonly<Record<ModelName, Model>> = {
  bg: ofDropout("bg"),
  mbg: ofDropout("mbg"),
  pareto: {
    parameters: ["r", "alpha", "s", "beta"],
    fit: paretoNbd,
    alive: (given, history) => paretoAlive(asPareto(given), history),
    conditional: (given, history, t) => paretoConditional(asPareto(given), history, t),
    expected: (given, t) => paretoExpected(asPareto(given), t),
  },
};

function ofDropout(kind: BgKind): Model {
  return {
    parameters: ["r", "alpha", "a", "b"],
    fit: (rows) => bgNbd(rows, kind),
    alive: (given, history) => bgAlive(asBg(given), history, kind),
    conditional: (given, history, t) => bgConditional(asBg(given), history, t, kind),
    expected: (given, t) => bgExpected(asBg(given), t, kind),
  };
}

export function asBg({ r, alpha, a, b }: Parameters): BgParameters {
  return { r: r!, alpha: alpha!, a: a!, b: b! };
}

export function asPareto({ r, alpha, s, beta }: Parameters): ParetoParameters {
  return { r: r!, alpha: alpha!, s: s!, beta: beta! };
}
