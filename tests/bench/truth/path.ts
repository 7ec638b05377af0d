import type { Behaviour } from "./base";

/** What a way of working says of a base, so that it can be held against the truth. */
export interface Said {
  /** Behaviours that are said to go with staying. */
  readonly found: readonly Behaviour[];
  /** Traps that were called by their name. */
  readonly flagged: readonly Behaviour[];
  /** Log odds with 95 % intervals, where the form is one of which the truth is known. */
  readonly intervals: readonly {
    readonly behaviour: Behaviour;
    readonly cut: number | null;
    readonly interval: readonly [number, number];
  }[];
  /** What it promises of its score on customers to come, and the score; null where it has none. */
  readonly score: {
    readonly auc: number;
    readonly of: (behaviours: Readonly<Record<Behaviour, number>>) => number;
  } | null;
  readonly gate: "red" | "amber" | "green" | null;
}

export type Path = "ebb" | "phi" | "logistic";
