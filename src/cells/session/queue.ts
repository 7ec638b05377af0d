import { downstream, plan, upstream, type Linked } from "../../engine";
import type { Cell } from "../model";
import { dependencies, isHeld, labelOf, nameError } from "./dependencies";
import type { Effect } from "./effect";
import { runOf, type Run, type Session } from "./session";

export type Updated = readonly [Session, readonly Effect[]];

/**
 * Something changed: what depends on it is stale from now on, and in Auto mode runs again.
 * `nodes` are cells or table nodes; `because` is what the person is told, e.g. the table's name, and "" for the
 * cell's own text or parameters.
 */
export function invalidate(session: Session, nodes: readonly string[], because: string, at: number): Updated {
  const linked = dependencies(session);
  const touched = plan(linked, nodes).filter((node) => cellOf(session, node));
  const marked = touched.reduce((next, cell) => markStale(next, cell, because), session);
  if (session.notebook.settings.runMode !== "auto") return [marked, []];
  const wanted = touched.filter((cell) => runsByItself(marked, cell));
  return startNext(enqueue(marked, wanted, linked), at);
}

/** An analysis is a question already asked; SQL that was never run may be half typed. */
export function runsByItself(session: Session, id: string): boolean {
  const cell = cellOf(session, id);
  if (cell?.kind === "analysis") return true;
  return cell?.kind === "sql" && runOf(session, id).status !== "never";
}

export function markStale(session: Session, id: string, because: string): Session {
  const run = runOf(session, id);
  if (run.status === "never") return session;
  const reasons = because && !run.because.includes(because) ? [...run.because, because] : run.because;
  const keeps = run.status === "running" || run.status === "queued" || run.status === "failed";
  const edited = run.edited || because === "";
  return withRun(session, id, { ...run, because: reasons, edited, status: keeps ? run.status : "stale" });
}

/** Puts cells in the queue, with whatever above them has no relation yet, inputs first. */
export function enqueue(session: Session, cells: readonly string[], linked: Linked): Session {
  const auto = session.notebook.settings.runMode === "auto";
  const needed = cells.flatMap((cell) =>
    upstream(linked, [cell]).filter((above) => {
      if (!cellOf(session, above)) return false;
      const status = runOf(session, above).status;
      return !isHeld(session, above) || (auto && status === "stale");
    }),
  );
  const wanted = new Set([...session.queue, ...needed, ...cells]);
  const running = runningCell(session);
  const order = plan(linked, [...wanted]).filter((id) => wanted.has(id) && runnable(session, id));
  // Members of a circle have no place in the order; they still get their error shown.
  const rest = [...wanted].filter((id) => !order.includes(id) && runnable(session, id));
  const queue = [...order, ...rest];
  const runs = { ...session.runs };
  for (const id of queue) if (id !== running) runs[id] = { ...runOf(session, id), status: "queued" };
  return { ...session, queue, runs };
}

function runnable(session: Session, id: string): boolean {
  const kind = cellOf(session, id)?.kind;
  return kind === "sql" || kind === "analysis";
}

/** Starts the first of the queue when nothing runs and the engine is there. */
export function startNext(session: Session, at: number): Updated {
  const [id, ...queue] = session.queue;
  if (id === undefined || session.engine.state !== "ready" || runningCell(session)) return [session, []];
  const cell = cellOf(session, id);
  const next = { ...session, queue };
  if (!cell) return startNext(next, at);
  const linked = dependencies(next);
  const error = nameError(linked, cell, next);
  const run = runOf(next, id);
  if (error)
    return startNext(withRun(next, id, { ...run, status: "failed", error, output: null, held: false }), at);
  const broken = upstream(linked, [id]).filter((above) => cellOf(next, above) && !isHeld(next, above));
  if (broken.length) {
    const because = broken.map((above) =>
      labelOf(
        cellOf(next, above)!,
        next.notebook.cells.findIndex((c) => c.id === above),
      ),
    );
    return startNext(withRun(next, id, { ...run, status: "blocked", because, error: null }), at);
  }
  const number = next.lastRun + 1;
  const started: Run = {
    ...run,
    status: "running",
    number,
    because: [],
    edited: false,
    error: null,
    startedAt: at,
  };
  const table = cell.kind === "analysis" ? cell.table.toLowerCase() : null;
  const slot = next.notebook.data.find((one) => one.table.toLowerCase() === table) ?? null;
  return [
    { ...withRun(next, id, started), lastRun: number },
    [{ type: "run", cell, number, slot, weekStart: next.notebook.settings.weekStart }],
  ];
}

/** After a failure nothing below can be right: those waiting are blocked when their turn comes, the shown ones turn stale. */
export function markDependents(session: Session, id: string, because: string): Session {
  return downstream(dependencies(session), [id])
    .filter((below) => cellOf(session, below) && !session.queue.includes(below))
    .reduce((next, below) => markStale(next, below, because), session);
}

/** Nothing that was asked for waits any longer. */
export function emptyQueue(session: Session): Session {
  const running = runningCell(session);
  const runs = { ...session.runs };
  for (const id of session.queue) {
    const run = runOf(session, id);
    if (id !== running) runs[id] = { ...run, status: restingStatus(run, cellOf(session, id)) };
  }
  return { ...session, runs, queue: [], runWhenLoaded: false };
}

/** What a cell is when it neither runs nor waits. */
export function restingStatus(run: Run, cell: Cell | undefined): Run["status"] {
  if (run.output) return "stale";
  return cell?.saved && !run.error ? "saved" : "never";
}

export function runningCell(session: Session): string | null {
  return session.notebook.cells.find((cell) => runOf(session, cell.id).status === "running")?.id ?? null;
}

export function withRun(session: Session, id: string, run: Run): Session {
  return { ...session, runs: { ...session.runs, [id]: run } };
}

export function cellOf(session: Session, id: string): Cell | undefined {
  return session.notebook.cells.find((cell) => cell.id === id);
}
