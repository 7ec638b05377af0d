import type { CellsEvent } from "./cells-event";
import type { Effect } from "./effect";
import type { DataEvent, EditEvent, Event, FileEvent, LedgerEvent, RunEvent } from "./event";
import type { Updated } from "./queue";
import type { Session } from "./session";
import { updateCells } from "./update-cells";
import { updateData } from "./update-data";
import { updateEdit } from "./update-edit";
import { updateFile } from "./update-file";
import { updateLedger } from "./update-ledger";
import { updateRun } from "./update-run";

/**
 * The whole behaviour of a notebook: an event makes the next session and a list of things to do.
 * Pure: no await, no DOM, no clock; `at` is the time of the event in ms since 1970.
 */
export function update(session: Session, event: Event, at: number): readonly [Session, readonly Effect[]] {
  const [next, effects] = step(session, event, at);
  if (event.type === "notebook-opened") return [next, [...effects, { type: "autosave" }]];
  if (!isWorthKeeping(session, next)) return [next, effects];
  const unsaved = next.notebook !== session.notebook || next.file.unsaved;
  return [{ ...next, file: { ...next.file, unsaved } }, [...effects, { type: "autosave" }]];
}

function step(session: Session, event: Event, at: number): Updated {
  switch (concerns[event.type]) {
    case "data":
      return updateData(session, event as DataEvent, at);
    case "edit":
      return updateEdit(session, event as EditEvent, at);
    case "cells":
      return updateCells(session, event as CellsEvent, at);
    case "run":
      return updateRun(session, event as RunEvent, at);
    case "ledger":
      return updateLedger(session, event as LedgerEvent, at, updateEdit);
    case "file":
      return updateFile(session, event as FileEvent);
  }
}

function isWorthKeeping(before: Session, after: Session): boolean {
  if (before.notebook !== after.notebook || before.earlierSlots !== after.earlierSlots) return true;
  return after.notebook.cells.some((cell) => before.runs[cell.id]?.output !== after.runs[cell.id]?.output);
}

// One list; the types make it complete and keep each name with its own kind of event.
const concerns: { readonly [T in DataEvent["type"]]: "data" } & {
  readonly [T in EditEvent["type"]]: "edit";
} & { readonly [T in CellsEvent["type"]]: "cells" } & {
  readonly [T in RunEvent["type"]]: "run";
} & { readonly [T in LedgerEvent["type"]]: "ledger" } & {
  readonly [T in FileEvent["type"]]: "file";
} = {
  "engine-ready": "data",
  "engine-failed": "data",
  "engine-restarted": "data",
  "files-given": "data",
  "load-progress": "data",
  "load-finished": "data",
  "load-failed": "data",
  "load-dismissed": "data",
  "load-cancelled": "data",
  "import-opened": "data",
  "import-closed": "data",
  "table-profiled": "data",
  "counting-failed": "data",
  "table-removed": "data",
  "comparison-ended": "data",
  "roles-changed": "data",
  "rule-changed": "data",
  "contract-end-changed": "data",
  "week-start-changed": "data",
  "title-changed": "edit",
  "cell-inserted": "edit",
  "cell-deleted": "edit",
  "cell-moved": "edit",
  "cell-kind-changed": "edit",
  "cell-renamed": "edit",
  "input-changed": "edit",
  "input-edited": "edit",
  "cell-disabled": "edit",
  "source-changed": "edit",
  "version-restored": "edit",
  "parameters-changed": "edit",
  "analysis-table-changed": "edit",
  selected: "edit",
  "selection-moved": "edit",
  undo: "edit",
  redo: "edit",
  "selection-extended": "cells",
  "selection-extended-to": "cells",
  "all-selected": "cells",
  "cells-deleted": "cells",
  "cells-moved": "cells",
  "cells-pasted": "cells",
  "cell-taken-over": "cells",
  "cells-disabled": "cells",
  "cells-merged": "cells",
  "cell-split": "cells",
  "name-changed": "cells",
  "texts-replaced": "cells",
  "run-requested": "run",
  "run-mode-changed": "run",
  "width-changed": "run",
  "parts-shown": "run",
  "view-changed": "run",
  "columns-found": "run",
  "sandbox-lost": "run",
  "run-progressed": "run",
  "cell-finished": "run",
  "cell-failed": "run",
  "stop-requested": "run",
  "claim-written": "ledger",
  "ledger-erased": "ledger",
  "notebook-opened": "file",
  "save-requested": "file",
  "file-saved": "file",
  "autosave-changed": "file",
  "notice-raised": "file",
  "notice-dismissed": "file",
  "comparing-opened": "file",
  "comparing-closed": "file",
};
