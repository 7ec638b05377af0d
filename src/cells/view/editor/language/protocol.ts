/** What the page and the worker that knows TypeScript say to each other. Offsets are UTF-16 units in a cell's own text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** An expression in a text of another language, without its braces. Only an SQL text can have one without its end. */
export interface Hole extends Span {
  readonly isClosed: boolean;
}

/** What is known of the notebook besides the texts of its cells; see `declarationsOf`. */
export interface Surroundings {
  /** `row` is the TypeScript type of one row; `cell` the one that makes it. */
  readonly relations: readonly { readonly name: string; readonly row: string; readonly cell?: string }[];
  readonly values: readonly { readonly name: string; readonly type: string; readonly cell?: string }[];
  readonly analyses: readonly { readonly id: string; readonly options: string }[];
}

/** Told before every question; only what changed. Cells are named by the id the page gives their code. */
export interface Update {
  /** The cells of the notebook that hold TypeScript, from top to bottom, when they are others or stand otherwise. */
  readonly order?: readonly string[];
  /** `holes` in a cell of another language, whose text is blank elsewhere: see `codeWithin`. */
  readonly texts?: readonly (readonly [cell: string, text: string, holes?: readonly Hole[]])[];
  readonly surroundings?: Surroundings;
  /** The cell being edited: all names of the notebook can be completed there. */
  readonly edited?: string;
}

/** Each question with its answer. */
export interface Questions {
  complete: { ask: { cell: string; at: number }; answer: Completions | null };
  describe: { ask: { cell: string; at: number; name: string; source?: string }; answer: Described | null };
  hover: { ask: { cell: string; at: number }; answer: (Described & { readonly span: Span }) | null };
  signature: { ask: { cell: string; at: number; retrigger: boolean }; answer: Signatures | null };
  definition: { ask: { cell: string; at: number }; answer: readonly Place[] };
  rename: { ask: { cell: string; at: number; to: string | null }; answer: Renaming };
  format: { ask: { cell: string; tabSize: number }; answer: readonly Edit[] };
}

export type QuestionName = keyof Questions;

export interface Completions {
  readonly isMember: boolean;
  readonly entries: readonly {
    readonly name: string;
    /** TypeScript's word for what it is: `method`, `const`, `interface`, or `column` for one of ours. */
    readonly kind: string;
    readonly sort: string;
    readonly insert?: string;
    readonly isDeprecated: boolean;
    readonly replace?: Span;
  }[];
}

export interface Described {
  readonly code: string;
  /** Markdown. */
  readonly text: string;
}

export interface Signatures {
  readonly active: number;
  readonly activeParameter: number;
  readonly all: readonly {
    readonly label: string;
    readonly text: string;
    readonly parameters: readonly { readonly label: string; readonly text: string }[];
  }[];
}

export interface Place {
  readonly cell: string;
  readonly span: Span;
}

export interface Edit extends Place {
  readonly text: string;
}

export type Renaming =
  | {
      readonly can: true;
      readonly span: Span;
      readonly name: string;
      readonly edits: readonly Edit[];
      /** The SQL cell or the input whose name it is: the page changes it, also where no TypeScript stands; no edits then. */
      readonly giver?: string;
    }
  /** `elsewhere`: the name belongs to a table or to the scope. */
  | { readonly can: false; readonly reason: "elsewhere" | "nothing" | "no-name" };

export interface Problem extends Span {
  /** TypeScript's own words, in English. */
  readonly message: string;
  readonly level: "error" | "warning";
  readonly code: number;
  /** Where the page has better words than TypeScript, and the name that goes into them. */
  readonly known?:
    | { readonly about: "network" | "import"; readonly name: string }
    | { readonly about: "open-hole" | "empty-hole" }
    | { readonly about: "column"; readonly name: string; readonly others: string };
}

export type ToWorker =
  | { readonly update: Update }
  | { readonly number: number; readonly question: QuestionName; readonly ask: unknown }
  /** Look through all cells; what was found comes in a few messages. */
  | { readonly check: number };

export type FromWorker =
  | { readonly number: number; readonly answer: unknown }
  | { readonly number: number; readonly failed: string }
  | {
      readonly check: number;
      readonly found: readonly (readonly [cell: string, problems: readonly Problem[]])[];
    };
