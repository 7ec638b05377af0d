/**
 * The trail of a notebook's hypotheses: what was expected before a run, and every variant that was tried. It only grows;
 * each entry carries the hash of itself and of all before it.
 */
export type Ledger = readonly LedgerEntry[];

export type LedgerEntry = Hashed<NewEntry>;
export type NewEntry = Claim | Trial | Erased | Lost;
export type Hashed<E> = E extends unknown
  ? E & {
      /** SHA-256 of the hash before and of this entry, in hex. */
      readonly hash: string;
    }
  : never;

/** The same analysis of the same table asks the same question, in whichever cell and with whichever parameters. */
export interface Question {
  readonly analysis: string;
  /** As it is compared: in small letters. */
  readonly table: string;
}

/** What somebody expects, in their own words. */
export interface Expectation {
  readonly behaviour: string;
  /** What more of the behaviour goes with. */
  readonly direction: (typeof directions)[number];
  readonly metric: string;
  /** From where on they call it so. */
  readonly threshold: string;
}

export const directions = ["stay", "leave", "none"] as const;

export interface Claim extends Question, Expectation {
  readonly kind: "claim";
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly cell: string;
  /** Of the parameters and roles as they stood in the cell then: see Trial. */
  readonly settings: string;
}

/** A run that gave an answer. The same settings on the same data are the same variant, and stand here once. */
export interface Trial extends Question {
  readonly kind: "trial";
  readonly at: string;
  readonly cell: string;
  /** The parameters that played a part. */
  readonly params: Readonly<Record<string, TriedValue>>;
  /** SHA-256, hex, of those and of what the columns mean. */
  readonly settings: string;
  /** SHA-256, hex, of the files, texts and inputs that it read. */
  readonly data: string;
  /** The verdict, in the language of who ran it; null where none could be told. */
  readonly said: Said | null;
}

export type TriedValue = null | boolean | number | string | readonly string[] | readonly number[];

export interface Said {
  readonly level: "certain" | "likely" | "cannot-tell" | "refused";
  readonly sentence: string;
  /** The number in the large, with its interval; "" for none. */
  readonly number: string;
}

/** Somebody erased what stood before, and this says so. */
export interface Erased {
  readonly kind: "erased";
  readonly at: string;
  readonly count: number;
  /** Hash of the last entry that was erased. */
  readonly head: string;
}

/** Entries of the file that could not be read. */
export interface Lost {
  readonly kind: "lost";
  readonly count: number;
}
