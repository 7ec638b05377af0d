import { withFreshSlot } from "./cell-slot";
import { dependencies } from "./dependencies";
import type { RunEvent } from "./event";
import {
  cellOf,
  emptyQueue,
  enqueue,
  labelIn,
  markDependents,
  rested,
  runningCell,
  runsByItself,
  startNext,
  withRun,
  type Updated,
} from "./queue";
import { plan, upstream } from "../../engine";
import type { Cell } from "../model";
import { runOf, type Run, type Session } from "./session";

export function updateRun(session: Session, event: RunEvent, at: number): Updated {
  switch (event.type) {
    case "run-requested":
      return requestRun(session, event.cells, at);
    case "run-mode-changed":
      return [withMode(session, event.mode), []];
    case "cell-finished":
      return finish(session, event, at);
    case "cell-failed":
      return fail(session, event, at);
    case "stop-requested":
      // What is running is told to stop and answers for itself.
      return [emptyQueue(session), runningCell(session) ? [{ type: "stop" }] : []];
  }
}

function finish(session: Session, event: Extract<RunEvent, { type: "cell-finished" }>, at: number): Updated {
  const run = runOf(session, event.cell);
  const cell = cellOf(session, event.cell);
  // An answer that comes too late is dropped, but its place is free for the next.
  if (isLate(run, event.number) || !cell) return startNext(session, at);
  const known = withFreshSlot(session, cell, event.output);
  const because = [...new Set([...run.because, ...oldInputs(known, event.cell)])];
  const old = run.edited || because.length > 0;
  const finished: Run = {
    ...run,
    because,
    old,
    status: session.queue.includes(event.cell) ? "queued" : old ? "stale" : "fresh",
    output: event.output,
    source: run.edited ? null : textOf(cell),
    error: null,
    held: event.output.form === "table",
    tookMs: at - (run.startedAt ?? at),
    finishedAt: new Date(at).toISOString(),
  };
  const next = withRun(known, event.cell, finished);
  if (event.output.form !== "table") return startNext(next, at);
  return startNext(markDependents(next, event.cell, labelIn(next, event.cell)), at);
}

function fail(session: Session, event: Extract<RunEvent, { type: "cell-failed" }>, at: number): Updated {
  const run = runOf(session, event.cell);
  const cell = cellOf(session, event.cell);
  if (isLate(run, event.number) || !cell) return startNext(session, at);
  const { error } = event;
  const tookMs = at - (run.startedAt ?? at);
  const failed: Run =
    error.code === "stopped"
      ? { ...rested({ ...run, error }, cell), held: false, tookMs }
      : { ...run, status: "failed", output: null, error, held: false, tookMs };
  const next = withRun(session, event.cell, failed);
  return startNext(markDependents(next, event.cell, labelIn(next, event.cell)), at);
}

/** What the cell read is itself of an older text: rows of it cannot be called up to date. */
function oldInputs(session: Session, id: string): string[] {
  return upstream(dependencies(session), [id])
    .filter((above) => cellOf(session, above) && runOf(session, above).old)
    .map((above) => labelIn(session, above));
}

function textOf(cell: Cell): string | null {
  return cell.kind === "sql" ? cell.source : null;
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
