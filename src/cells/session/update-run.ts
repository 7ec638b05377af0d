import { withFreshSlot } from "./cell-slot";
import { dependencies } from "./dependencies";
import type { RunEvent, RunScope } from "./event";
import { withTrial } from "./with-trial";
import { readersOfGoneNames, shownBefore, shownOutput, updateCode } from "./update-code";
import {
  cellOf,
  emptyQueue,
  enqueue,
  isRunnable,
  labelIn,
  markDependents,
  markStale,
  rested,
  runningCell,
  runsByItself,
  startNext,
  withRun,
  type Updated,
} from "./queue";
import { folded, plan, upstream } from "../../engine";
import { readNames } from "../kinds";
import type { Cell, NotebookSettings } from "../model";
import { isHalfShown, reasons, runOf, type Run, type Session } from "./session";

export function updateRun(session: Session, event: RunEvent, at: number): Updated {
  switch (event.type) {
    case "run-requested":
      return requestRun(session, event.cells, at);
    case "run-mode-changed":
      return [withMode(session, event.mode), []];
    case "parts-shown":
    case "view-changed":
    case "width-changed":
    case "columns-found":
    case "sandbox-lost":
      return updateCode(session, event, at);
    case "run-progressed": {
      const run = runOf(session, event.cell);
      if (isLate(run, event.number)) return [session, []];
      return [withRun(session, event.cell, { ...run, progress: event.progress }), []];
    }
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
  const tried = withTrial(session, cell, event.output, run.basis, at);
  const known = withFreshSlot(tried, cell, event.output);
  const because = [...new Set([...run.because, ...oldInputs(known, event.cell)])];
  const old = run.edited || because.length > 0;
  const finished: Run = {
    ...run,
    because,
    old,
    status: session.queue.includes(event.cell) ? "queued" : old ? "stale" : "fresh",
    output: shownOutput(run, event.output),
    source: run.edited ? null : textOf(cell),
    error: null,
    held: event.output.form === "table" || event.output.form === "parts",
    defined: event.output.form === "parts" ? event.output.defined.map(({ name }) => name) : [],
    tookMs: at - (run.startedAt ?? at),
    finishedAt: new Date(at).toISOString(),
  };
  const next = withRun(known, event.cell, finished);
  if (!finished.held) return startNext(next, at);
  const lost = run.defined.filter((name) => !finished.defined.includes(name));
  const bereft = markReaders(next, lost, event.cell);
  return startNext(markDependents(bereft, event.cell, labelIn(next, event.cell)), at);
}

function fail(session: Session, event: Extract<RunEvent, { type: "cell-failed" }>, at: number): Updated {
  const run = runOf(session, event.cell);
  const cell = cellOf(session, event.cell);
  if (isLate(run, event.number) || !cell) return startNext(session, at);
  const { error } = event;
  const tookMs = at - (run.startedAt ?? at);
  const failed: Run =
    error.code === "stopped"
      ? { ...rested(stoppedRun(run, error), cell), held: false, defined: [], tookMs }
      : { ...run, status: "failed", output: shownBefore(run), error, held: false, defined: [], tookMs };
  const next = withRun(session, event.cell, failed);
  const bereft = markReaders(next, run.defined, event.cell);
  return startNext(markDependents(bereft, event.cell, labelIn(next, event.cell)), at);
}

/** What it showed until then stays to be looked at, but is half a result. */
function stoppedRun(run: Run, error: Run["error"]): Run {
  if (!isHalfShown(run)) return { ...run, error };
  return { ...run, error, old: true, because: [reasons.stopped], source: null };
}

/** Names that a cell no longer defines: who read them has values that nobody can read again. */
function markReaders(session: Session, names: readonly string[], id: string): Session {
  const wanted = names.map(folded);
  const readers = session.notebook.cells.filter(
    (cell) => cell.id !== id && readNames(cell).some((name) => wanted.includes(folded(name))),
  );
  return readers.reduce((next, reader) => {
    const marked = next.queue.includes(reader.id) ? next : markStale(next, reader.id, labelIn(next, id));
    return markDependents(marked, reader.id, labelIn(next, id));
  }, session);
}

/** What the cell read is itself of an older text: rows of it cannot be called up to date. */
function oldInputs(session: Session, id: string): string[] {
  return upstream(dependencies(session), [id])
    .filter((above) => cellOf(session, above) && runOf(session, above).old)
    .map((above) => labelIn(session, above));
}

function textOf(cell: Cell): string | null {
  return isRunnable(cell) && "source" in cell ? cell.source : null;
}

function requestRun(session: Session, scope: RunScope, at: number): Updated {
  const linked = dependencies(session);
  const asked = cellsIn(session, scope);
  const follows = session.notebook.settings.runMode === "auto" && Array.isArray(scope);
  const bereft = asked.flatMap((id) => readersOfGoneNames(session, id));
  const below = follows
    ? plan(linked, [...asked, ...bereft]).filter((id) => runsByItself(session, id, asked))
    : [];
  return startNext(enqueue(session, [...asked, ...below], linked), at);
}

function cellsIn(session: Session, scope: RunScope): readonly string[] {
  const all = session.notebook.cells.map((cell) => cell.id);
  if (scope === "all") return all;
  if (scope === "stale")
    return all.filter((id) => ["stale", "never", "failed", "blocked"].includes(runOf(session, id).status));
  if ("above" in scope) return all.slice(0, Math.max(0, all.indexOf(scope.above)));
  return "below" in scope ? all.slice(Math.max(0, all.indexOf(scope.below))) : scope;
}

function withMode(session: Session, runMode: NotebookSettings["runMode"]): Session {
  return {
    ...session,
    notebook: { ...session.notebook, settings: { ...session.notebook.settings, runMode } },
  };
}

// The answer of a run that was replaced, of a deleted cell, or of another notebook.
function isLate(run: Run, number: number): boolean {
  return run.number !== number || run.status !== "running";
}
