import { withFreshSlot } from "./cell-slot";
import { dependencies, labelOf } from "./dependencies";
import type { RunEvent } from "./event";
import {
  cellOf,
  emptyQueue,
  enqueue,
  markDependents,
  restingStatus,
  runningCell,
  runsByItself,
  startNext,
  withRun,
  type Updated,
} from "./queue";
import { plan } from "../../engine";
import { runOf, type Run, type Session } from "./session";

export function updateRun(session: Session, event: RunEvent, at: number): Updated {
  switch (event.type) {
    case "run-requested":
      return requestRun(session, event.cells, at);
    case "run-mode-changed":
      return [withMode(session, event.mode), []];
    case "cell-finished": {
      const run = runOf(session, event.cell);
      if (isLate(run, event.number)) return [session, []];
      const again = session.queue.includes(event.cell);
      const status = again ? "queued" : run.edited || run.because.length ? "stale" : "fresh";
      const finished: Run = {
        ...run,
        status,
        output: event.output,
        error: null,
        held: event.output.form === "table",
        tookMs: at - (run.startedAt ?? at),
        finishedAt: new Date(at).toISOString(),
      };
      const cell = cellOf(session, event.cell);
      const known = cell ? withFreshSlot(session, cell, event.output) : session;
      const next = withRun(known, event.cell, finished);
      const label = labelIn(next, event.cell);
      return startNext(event.output.form === "table" ? markDependents(next, event.cell, label) : next, at);
    }
    case "cell-failed": {
      const run = runOf(session, event.cell);
      if (isLate(run, event.number)) return [session, []];
      const stopped = event.error.code === "stopped";
      const failed: Run = {
        ...run,
        status: stopped ? restingStatus(run, cellOf(session, event.cell)) : "failed",
        output: stopped ? run.output : null,
        error: event.error,
        held: false,
        tookMs: at - (run.startedAt ?? at),
      };
      const next = withRun(session, event.cell, failed);
      return startNext(markDependents(next, event.cell, labelIn(next, event.cell)), at);
    }
    case "stop-requested":
      // What is running is told to stop and answers for itself.
      return [emptyQueue(session), runningCell(session) ? [{ type: "stop" }] : []];
  }
}

function requestRun(session: Session, cells: readonly string[] | "all" | "stale", at: number): Updated {
  const linked = dependencies(session);
  const all = session.notebook.cells.map((cell) => cell.id);
  const stale = all.filter((id) =>
    ["stale", "never", "failed", "blocked"].includes(runOf(session, id).status),
  );
  const asked = cells === "all" ? all : cells === "stale" ? stale : cells;
  const below =
    session.notebook.settings.runMode === "auto" && Array.isArray(cells)
      ? plan(linked, asked).filter((id) => runsByItself(session, id))
      : [];
  return startNext(enqueue(session, [...asked, ...below], linked), at);
}

function withMode(session: Session, runMode: "auto" | "manual"): Session {
  return {
    ...session,
    notebook: { ...session.notebook, settings: { ...session.notebook.settings, runMode } },
  };
}

// The answer of a run that was replaced, of a deleted cell, or of another notebook.
function isLate(run: Run, number: number): boolean {
  return run.number !== number || run.status !== "running";
}

function labelIn(session: Session, id: string): string {
  const index = session.notebook.cells.findIndex((cell) => cell.id === id);
  return index < 0 ? id : labelOf(session.notebook.cells[index]!, index);
}
