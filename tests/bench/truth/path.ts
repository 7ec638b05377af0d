import type { Behaviour } from "./base";

/** Why a behaviour is no lever, or none by itself, as a path names it. */
export type Name = "leak" | "rare" | "artefact" | "explained" | "turned" | "against" | "twin";

export interface Called {
  readonly behaviour: Behaviour;
  readonly name: Name;
  /** The behaviour or the column that explains it, turns it round or is its twin. */
  readonly by: string | null;
}

/** What a way of working says of a base, so that it can be held against the truth. */
export interface Said {
  /** Behaviours that are said to go with staying. */
  readonly found: readonly Behaviour[];
  /** Of which it is said that one of the two goes with staying, which of them cannot be told. */
  readonly foundPairs: readonly (readonly [Behaviour, Behaviour])[];
  /** What each behaviour is warned of. */
  readonly called: readonly Called[];
  /** Of which it is said that these data cannot tell. */
  readonly undecided: readonly Behaviour[];
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
