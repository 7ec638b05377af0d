import type { Column, ColumnProfile, ImportedTable, ImportPlan } from "../../engine";
import type { CellError, CellOutput } from "../kinds";
import type { DataSlot, Notebook } from "../model";
import type { Comparing } from "./comparing";
import type { EarlierResult } from "./earlier";

/**
 * The document plus what is passing: loads, runs, selection. Plain data without clock, promise or DOM;
 * `update` turns it into the next one and says what has to be done, `perform` does it.
 */
export interface Session {
  readonly notebook: Notebook;
  /** A file from a newer version: can be looked at and run, not saved over. */
  readonly readOnly: boolean;
  readonly engine:
    | { readonly state: "starting" | "ready" | "restarting" }
    | { readonly state: "failed"; readonly message: string };
  readonly tables: Readonly<Record<string, TableState>>;
  readonly loads: readonly Load[];
  /** The file whose way of reading is being settled in the import sheet. */
  readonly importing: ImportTarget | null;
  /** What the notebook knew of the files before the present ones, by table. */
  readonly earlierSlots: Readonly<Record<string, DataSlot>>;
  /** Results of the files before the present ones, by cell. */
  readonly earlier: Readonly<Record<string, EarlierResult>>;
  readonly runs: Readonly<Record<string, Run>>;
  /** Analysis cells that were offered before their table was counted, by cell. */
  readonly guesses: Readonly<Record<string, Guess>>;
  /** Cells waiting for their turn, in the order of the plan. DuckDB has one queue, so one runs at a time. */
  readonly queue: readonly string[];
  /** An example was opened: everything runs once its data are there. */
  readonly runWhenLoaded: boolean;
  /** Number of the latest run; an answer with another number than its cell's is late and dropped. */
  readonly lastRun: number;
  /** Of the place for output, CSS px; 0 before the page has been measured. */
  readonly width: number;
  /** Columns of SQL cells whose text has not run yet, by cell; null where the text does not tell. */
  readonly ahead: Readonly<Record<string, readonly Column[] | null>>;
  readonly selected: string | null;
  readonly editing: boolean;
  /** Several cells are selected: where that began, and the cell at hand then. */
  readonly range: { readonly from: string; readonly to: string } | null;
  readonly undone: readonly Step[];
  readonly done: readonly Step[];
  readonly file: NotebookFile;
  readonly comparing: Comparing | null;
  readonly notices: readonly Notice[];
}

/** A table whose rows are in DuckDB now. */
export interface TableState {
  readonly loaded: ImportedTable;
  /** Of which load it came: what is told later of another load is not told of this table. */
  readonly load: string;
  readonly profile: readonly ColumnProfile[] | null;
  /** Roles and rule are still Ebb's own guess: a better guess may replace them, a person's choice never. */
  readonly guessed: boolean;
  /** How the same file was read before a person had it read another way. */
  readonly readBefore?: ImportPlan;
}

/** Parameters as they were guessed from the columns alone, and which of them a person has set since. */
export interface Guess {
  readonly table: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly touched: readonly string[];
}

/** A loaded table's file, or that of a load which failed or waits to be told how. */
export interface ImportTarget {
  readonly table: string;
  readonly load: string | null;
}

export interface Load {
  readonly id: string;
  readonly table: string;
  readonly fileName: string;
  readonly bytes: number;
  /** The copy that this browser kept: the very file that the saved results are of. */
  readonly kept: boolean;
  readonly share: number | null;
  /** That are in the table so far. */
  readonly rows: number;
  /** When reading began, ms since 1970; null while it waits for its turn. */
  readonly beganAt: number | null;
  /** Set when the load failed: it stays in the list until the person has seen it. */
  readonly error: CellError | null;
  /** So large that it is asked first what of it is wanted; nothing is read yet. */
  readonly held?: true;
  /** A person has said in the import sheet how it is read. */
  readonly byHand?: true;
  /** Tables that go once this one is there. */
  readonly replaces?: readonly string[];
}

/**
 * never: no result. saved: result from the file, nothing ran here. queued, running. fresh: the result of this text and data.
 * stale: a result of an older text or data; `because` names what changed. failed. blocked: something above it failed.
 */
export type RunStatus = "never" | "saved" | "queued" | "running" | "fresh" | "stale" | "failed" | "blocked";

export interface Run {
  readonly status: RunStatus;
  readonly number: number;
  readonly output: CellOutput | null;
  readonly error: CellError | null;
  readonly because: readonly string[];
  /** The text or the parameters changed after the run began. */
  readonly edited: boolean;
  /** What is shown, of a run here or from the file, is of an older text or of other data. */
  readonly old: boolean;
  /** Of the data that an analysis read when it began: see basisOf. */
  readonly basis: string | null;
  /** The text of which the shown result is. */
  readonly source: string | null;
  /** What it defines stands ready now: its relation in DuckDB, its values in the sandbox. */
  readonly held: boolean;
  /** Names that the last good run of its code defined; the text may define others by now. */
  readonly defined: readonly string[];
  /** How far it is, once it has run for a while and can tell. */
  readonly progress: RunProgress | null;
  readonly startedAt: number | null;
  readonly tookMs: number | null;
  readonly finishedAt: string | null;
}

/** `done` of `of` steps; the last is the arithmetic, which may tell its share, 0 to 1. */
export interface RunProgress {
  readonly done: number;
  readonly of: number;
  readonly share: number | null;
}

export const neverRun: Run = {
  status: "never",
  number: 0,
  output: null,
  error: null,
  because: [],
  edited: false,
  old: false,
  basis: null,
  source: null,
  held: false,
  defined: [],
  progress: null,
  startedAt: null,
  tookMs: null,
  finishedAt: null,
};

/** One undoable change. While a cell is being edited its editor takes keys back for itself; outside of it, typing is a step. */
export interface Step {
  readonly label: StepLabel;
  /** The table whose meaning was changed or that was removed. */
  readonly table?: string;
  /** The cell that was typed in, or whose control was moved. */
  readonly cell?: string;
  /** When the last key of it came, ms since 1970: what follows soon belongs to it. */
  readonly until?: number;
  /** Cells that had run by then: only these run by themselves when they come back. */
  readonly ran: readonly string[];
  readonly notebook: Notebook;
  readonly selected: string | null;
}

export type StepLabel =
  | "text"
  | "value"
  | "title"
  | "restore"
  | "insert"
  | "delete"
  | "move"
  | "change-kind"
  | "rename"
  | "parameters"
  | "roles"
  | "paste"
  | "remove-table"
  | "disable"
  | "merge"
  | "split"
  | "replace"
  | "take-over"
  | "input";

export interface NotebookFile {
  /** Name of the file on disk, when there is one; saving in place needs the handle that `perform` keeps. */
  readonly name: string | null;
  readonly inPlace: boolean;
  /** Changed since it was last written to that file. Autosave is another matter and always on. */
  readonly unsaved: boolean;
  readonly autosave: "idle" | "saving" | "saved" | "failed";
}

/** Something to tell the person; texts are made where their language is known. */
export interface Notice {
  readonly id: string;
  readonly level: "info" | "caution" | "harm";
  readonly code: string;
  readonly values: Readonly<Record<string, string>>;
  /** What can be done about it: a button for each, with the text of this code. */
  readonly offers?: readonly string[];
}

export function newSession(notebook: Notebook): Session {
  return {
    notebook,
    readOnly: false,
    engine: { state: "starting" },
    tables: {},
    loads: [],
    importing: null,
    earlierSlots: {},
    earlier: {},
    runs: {},
    guesses: {},
    queue: [],
    runWhenLoaded: false,
    lastRun: 0,
    width: 0,
    ahead: {},
    selected: null,
    editing: false,
    range: null,
    undone: [],
    done: [],
    file: { name: null, inPlace: false, unsaved: false, autosave: "idle" },
    comparing: null,
    notices: [],
  };
}

/** Reasons for being stale that are no names; names cannot hold a colon. */
export const reasons = {
  engine: "engine:restarted",
  weekStart: "setting:week-start",
  width: "page:width",
  stopped: "run:stopped",
} as const;

/** Parts of a run that has not come to its end: no result yet, and none if it is stopped. */
export function isHalfShown({ output, number, status }: Run): boolean {
  return status === "running" && output?.form === "parts" && output.number === number;
}

/** Nothing was reckoned, because the rows are not here: what a file says of an earlier run is as true as it was. */
export function lacksData({ error }: Run): boolean {
  return error?.code === "missing-data";
}

/** What the file says of an earlier run, and nothing since then says better. */
export function showsSaved(run: Run): boolean {
  return !run.output && (run.status !== "failed" || lacksData(run));
}

/** Somebody works here: has run something since the notebook was opened, or has changed what it is made of. */
export function isAtWork({ runs, done, undone }: Session): boolean {
  return done.length > 0 || undone.length > 0 || Object.values(runs).some(({ number }) => number > 0);
}

export function runOf(session: Session, cell: string): Run {
  return session.runs[cell] ?? neverRun;
}
