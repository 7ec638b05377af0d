import type { ActivityRule, RoleMapping } from "../../analyses";
import type { ColumnProfile, LoadedTable } from "../../engine";
import type { CellError, CellOutput } from "../kinds";
import type { Cell, Notebook } from "../model";
import type { Notice } from "./session";

/** Everything that can happen to a session: what a person does and what comes back from an effect. */
export type Event = DataEvent | EditEvent | RunEvent | FileEvent;

export type DataEvent =
  | { type: "engine-ready" }
  | { type: "engine-failed"; message: string }
  | { type: "engine-restarted" }
  | { type: "files-given"; files: readonly { load: string; table: string; file: File }[]; kept: boolean }
  | { type: "load-progress"; load: string; share: number | null }
  | {
      type: "load-finished";
      load: string;
      loaded: LoadedTable;
      roles: RoleMapping;
      rule: ActivityRule;
      sha256?: string;
    }
  | { type: "load-failed"; load: string; error: CellError }
  | { type: "load-dismissed"; load: string }
  | { type: "load-cancelled"; load: string }
  | {
      type: "table-profiled";
      load: string;
      table: string;
      profile: readonly ColumnProfile[];
      roles: RoleMapping;
      rule: ActivityRule;
    }
  | { type: "table-removed"; table: string }
  | { type: "roles-changed"; table: string; roles: RoleMapping }
  | { type: "rule-changed"; table: string; rule: ActivityRule }
  | { type: "contract-end-changed"; table: string; endIsLastPaidDay: boolean }
  | { type: "week-start-changed"; weekStart: "monday" | "sunday" };

export type EditEvent =
  | { type: "title-changed"; title: string }
  | { type: "cell-inserted"; cell: Cell; at: number; edit: boolean }
  | { type: "cell-deleted"; cell: string }
  | { type: "cell-moved"; cell: string; by: -1 | 1 }
  | { type: "cell-kind-changed"; cell: string; kind: "markdown" | "sql" }
  | { type: "cell-renamed"; cell: string; name: string }
  | { type: "source-changed"; cell: string; source: string }
  | { type: "parameters-changed"; cell: string; params: Readonly<Record<string, unknown>> }
  | { type: "analysis-table-changed"; cell: string; table: string }
  | { type: "selected"; cell: string | null; edit: boolean }
  | { type: "selection-moved"; by: -1 | 1 }
  | { type: "undo" }
  | { type: "redo" };

export type RunEvent =
  | { type: "run-requested"; cells: readonly string[] | "all" | "stale" }
  | { type: "run-mode-changed"; mode: "auto" | "manual" }
  | { type: "cell-finished"; cell: string; number: number; output: CellOutput }
  | { type: "cell-failed"; cell: string; number: number; error: CellError }
  | { type: "stop-requested" };

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
      /** Something of it is not in its file yet. */
      unsaved?: boolean;
      run: boolean;
    }
  | { type: "save-requested"; as: boolean }
  | { type: "file-saved"; fileName: string; inPlace: boolean; revision: Notebook }
  | { type: "autosave-changed"; state: "saving" | "saved" | "failed" }
  | { type: "notice-raised"; notice: Notice }
  | { type: "notice-dismissed"; notice: string };
