import type { ActivityRule, RoleMapping } from "../../analyses";
import type { Column, ColumnProfile, ImportedTable, ImportPlan, OtherTable, OutputPart } from "../../engine";
import type { CellError, CellOutput } from "../kinds";
import type {
  Cell,
  Expectation,
  InputControl,
  InputValue,
  Notebook,
  NotebookSettings,
  TextKind,
} from "../model";
import type { CellsEvent } from "./cells-event";
import type { ValueCount } from "./column-values";
import type { Comparing } from "./comparing";
import type { ImportTarget, Notice, RunProgress } from "./session";

/** Everything that can happen to a session: what a person does and what comes back from an effect. */
export type Event = DataEvent | EditEvent | CellsEvent | RunEvent | LedgerEvent | FileEvent;

export type DataEvent =
  | { type: "engine-ready" }
  | { type: "engine-failed"; message: string }
  | { type: "engine-restarted" }
  | { type: "files-given"; files: readonly GivenFile[]; kept: boolean }
  | { type: "load-progress"; load: string; share: number; rows: number }
  | {
      type: "load-finished";
      load: string;
      loaded: ImportedTable;
      roles: RoleMapping;
      rule: ActivityRule;
      sha256?: string;
    }
  | { type: "load-failed"; load: string; error: CellError }
  | { type: "load-dismissed"; load: string }
  | { type: "load-cancelled"; load: string }
  | { type: "import-opened"; target: ImportTarget }
  | { type: "import-closed" }
  | {
      type: "table-profiled";
      load: string;
      table: string;
      profile: readonly ColumnProfile[];
      roles: RoleMapping;
      rule: ActivityRule;
      /** By column: all values, where the profile has only the most frequent ones. */
      values?: ReadonlyMap<string, readonly ValueCount[]>;
    }
  /** What its columns hold could not be counted. */
  | { type: "counting-failed"; load: string; table: string }
  | { type: "table-removed"; table: string }
  /** A person has seen in what the file of a table differs from the one before it. */
  | { type: "comparison-ended"; table: string }
  | { type: "roles-changed"; table: string; roles: RoleMapping }
  | { type: "rule-changed"; table: string; rule: ActivityRule }
  | { type: "contract-end-changed"; table: string; endIsLastPaidDay: boolean }
  | { type: "week-start-changed"; weekStart: "monday" | "sunday" };

export interface GivenFile {
  readonly load: string;
  readonly table: string;
  readonly file: File;
  /** How a person wants it read; else as the notebook remembers, or as it looks. */
  readonly plan?: ImportPlan;
  /** Another table of the same file than the first. */
  readonly part?: OtherTable;
  /** It has been asked already whether so large a file shall be read. */
  readonly isSure?: true;
  /** Tables that go once this one is there: it has their rows. */
  readonly replaces?: readonly string[];
}

export type EditEvent =
  | { type: "title-changed"; title: string }
  /** `byGuess`: its parameters are an offer, and nobody has chosen them yet. */
  | { type: "cell-inserted"; cell: Cell; at: number; edit: boolean; byGuess?: true }
  | { type: "cell-deleted"; cell: string }
  | { type: "cell-moved"; cell: string; by: -1 | 1 }
  | { type: "cell-kind-changed"; cell: string; kind: TextKind }
  | { type: "cell-renamed"; cell: string; name: string }
  /** A person moved the control. */
  | { type: "input-changed"; cell: string; value: InputValue }
  /** It is another control, or has another label; the value that still fits it stays. */
  | { type: "input-edited"; cell: string; label: string; control: InputControl }
  | { type: "cell-disabled"; cell: string; disabled: boolean }
  | { type: "source-changed"; cell: string; source: string }
  | { type: "parameters-changed"; cell: string; params: Readonly<Record<string, unknown>> }
  | { type: "analysis-table-changed"; cell: string; table: string }
  | { type: "selected"; cell: string | null; edit: boolean }
  | { type: "selection-moved"; by: -1 | 1 }
  /** An older version takes the place of what stands here. */
  | { type: "version-restored"; notebook: Notebook }
  | { type: "undo" }
  | { type: "redo" };

export type RunEvent =
  | { type: "run-requested"; cells: RunScope }
  | { type: "run-mode-changed"; mode: NotebookSettings["runMode"] }
  /** The place for output has another width, CSS px. */
  | { type: "width-changed"; width: number }
  /** While a cell's code runs, and later when something of it goes on. */
  | { type: "parts-shown"; cell: string; number: number; parts: readonly OutputPart[] }
  /** The value behind `const name = view(…)` is another one now. */
  | { type: "view-changed"; cell: string; number: number; name: string }
  /** Columns of queries that have not run with their present text; null where they cannot be known yet. */
  | { type: "columns-found"; columns: Readonly<Record<string, readonly Column[] | null>> }
  /** The sandbox was replaced: no value that code defined is there any more. What was shown stays. */
  | { type: "sandbox-lost" }
  | { type: "run-progressed"; cell: string; number: number; progress: RunProgress }
  | { type: "cell-finished"; cell: string; number: number; output: CellOutput }
  | { type: "cell-failed"; cell: string; number: number; error: CellError }
  | { type: "stop-requested" };

export type LedgerEvent =
  /** A person wrote down what they expect of an analysis cell. It cannot be taken back. */
  | { type: "claim-written"; cell: string; expectation: Expectation }
  /** For good, and the trail says so. */
  | { type: "ledger-erased" };

/** `above` without the cell itself, `below` with it: as in Jupyter. */
export type RunScope =
  readonly string[] | "all" | "stale" | { readonly above: string } | { readonly below: string };

export type FileEvent =
  /** `data`: files that this browser still keeps for the notebook, by table. */
  | {
      type: "notebook-opened";
      notebook: Notebook;
      readOnly: boolean;
      fileName: string | null;
      inPlace: boolean;
      notices: readonly Notice[];
      data: readonly { load: string; table: string; file: File }[];
      /** What stood here before the present files came, as this browser has kept it. */
      earlier?: Notebook;
      /** Something of it is not in its file yet. */
      unsaved?: boolean;
      run: boolean;
    }
  | { type: "save-requested"; as: boolean }
  | { type: "file-saved"; fileName: string; inPlace: boolean; revision: Notebook }
  | { type: "autosave-changed"; state: "saving" | "saved" | "failed" }
  | { type: "notice-raised"; notice: Notice }
  | { type: "notice-dismissed"; notice: string }
  /** Two notebooks lie side by side over the page; neither is changed by it. */
  | { type: "comparing-opened"; comparing: Comparing }
  | { type: "comparing-closed" };
