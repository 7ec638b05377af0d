import { blocked, downstream, folded, plan, upstream, type Linked } from "../../engine";
import { definedNames, hasHoles, readNames, templateOf } from "../kinds";
import type { Cell, MarkdownCell } from "../model";
import { basisOf } from "./basis";
import { waitsForCounts } from "./by-guess";
import { dependencies, isHeld, labelOf, nameError } from "./dependencies";
import type { Effect } from "./effect";
import { originOf } from "./origin";
import { lacksData, runOf, type Run, type Session } from "./session";
import { sourcesOf } from "./sources";
import { disabledCells } from "./disabled";

export type Updated = readonly [Session, readonly Effect[]];

/**
 * Something changed: what depends on it is stale from now on, and in Auto mode runs again.
 * `nodes` are cells or table nodes; `because` is what the person is told, e.g. the table's name, and "" for the
 * cell's own text or parameters.
 */
export function invalidate(
  session: Session,
  nodes: readonly string[],
  because: string,
  at: number,
  asked: readonly string[] = [],
): Updated {
  const linked = dependencies(session);
  const touched = plan(linked, nodes).filter((node) => cellOf(session, node));
  const marked = [...new Set([...touched, ...nodes.filter((node) => cellOf(session, node))])].reduce(
    (next, cell) => markStale(next, cell, because),
    session,
  );
  if (session.notebook.settings.runMode !== "auto") return startNext(marked, at);
  const wanted = touched.filter((cell) => asked.includes(cell) || runsByItself(marked, cell));
  return startNext(enqueue(marked, wanted, linked), at);
}

/**
 * An analysis made here is a question already asked. SQL that was never run may be half typed, and what came with a
 * file is a stranger's until the person has run it.
 */
export function runsByItself(session: Session, id: string, asked: readonly string[] = []): boolean {
  const cell = cellOf(session, id);
  const { status, output } = runOf(session, id);
  if (cell?.kind === "analysis" && !cell.saved) return true;
  if (!cell || !isRunnable(cell)) return false;
  const hasRun = output !== null || ["failed", "blocked", "queued", "running"].includes(status);
  // Values in prose follow what has run here, and start nothing that has not.
  return hasRun || (cell.kind === "markdown" && hasRunAbove(session, cell, asked));
}

/** Prose that only names inputs has nothing to run; an expression is code, and may be a stranger's. */
function hasRunAbove(session: Session, cell: MarkdownCell, asked: readonly string[]): boolean {
  const above = upstream(dependencies(session), [cell.id]).flatMap((id) => cellOf(session, id) ?? []);
  const running = above.filter(({ kind }) => kind !== "input");
  const isOfNames = above.length > 0 && templateOf(cell).holes.every(({ name }) => name !== null);
  return (
    (isOfNames || running.length > 0) &&
    running.every(({ id }) => asked.includes(id) || runOf(session, id).output !== null)
  );
}

export function markStale(session: Session, id: string, because: string): Session {
  const run = runOf(session, id);
  const cell = cellOf(session, id);
  if (run.status === "never" || !cell) return session;
  const reasons = because && !run.because.includes(because) ? [...run.because, because] : run.because;
  const edited = run.edited || because === "";
  const keeps = run.status === "running" || run.status === "queued" || run.status === "failed";
  const shown = run.output ?? cell.saved;
  const status = keeps ? run.status : shown || run.status === "blocked" ? "stale" : "never";
  return withRun(session, id, { ...run, because: reasons, edited, old: true, status });
}

/** The text is again the one that the shown result is of, and nothing else has changed. */
export function unmarkStale(session: Session, id: string): Session {
  const run = runOf(session, id);
  const isOwn = run.status === "stale" && run.because.length === 0;
  return isOwn
    ? withRun(session, id, rested({ ...run, edited: false, old: false }, cellOf(session, id)))
    : session;
}

/** Puts cells in the queue, with whatever above them has no relation yet, inputs first. */
export function enqueue(session: Session, cells: readonly string[], linked: Linked): Session {
  const refreshes = session.notebook.settings.runMode !== "manual";
  const off = disabledCells(session);
  const mayRun = (id: string) => runnable(session, id) && !off.has(id);
  const needed = cells.flatMap((cell) =>
    upstream(linked, [cell]).filter((above) => {
      if (!cellOf(session, above)) return false;
      const status = runOf(session, above).status;
      return !isHeld(session, above) || (refreshes && status === "stale");
    }),
  );
  const wanted = new Set([...session.queue, ...needed, ...cells]);
  const running = runningCell(session);
  const order = plan(linked, [...wanted]).filter((id) => wanted.has(id) && mayRun(id));
  // Members of a circle have no place in the order; they still get their error shown.
  const rest = [...wanted].filter((id) => !order.includes(id) && mayRun(id));
  const queue = [...order, ...rest];
  const runs = { ...session.runs };
  for (const id of queue) if (id !== running) runs[id] = { ...runOf(session, id), status: "queued" };
  return { ...session, queue, runs };
}

function runnable(session: Session, id: string): boolean {
  const cell = cellOf(session, id);
  return cell !== undefined && isRunnable(cell);
}

export function isRunnable(cell: Cell): boolean {
  if (cell.kind === "markdown") return hasHoles(cell);
  return cell.kind === "sql" || cell.kind === "analysis" || cell.kind === "typescript";
}

/** Starts the first of the queue that need not wait, when nothing runs and the engine is there. */
export function startNext(session: Session, at: number): Updated {
  if (session.engine.state !== "ready" || runningCell(session)) return [session, []];
  const linked = dependencies(session);
  const id = session.queue.find((one) => mayStart(session, one, linked));
  if (id === undefined) return [session, []];
  const cell = cellOf(session, id);
  const next = { ...session, queue: session.queue.filter((one) => one !== id) };
  if (!cell) return startNext(next, at);
  const run = runOf(next, id);
  const error = nameError(linked, cell, next);
  if (error) {
    const failed: Run = { ...run, status: "failed", error, held: false };
    const output = lacksData(failed) ? run.output : null;
    return startNext(withRun(next, id, { ...failed, output }), at);
  }
  const broken = brokenInputs(next, id, linked);
  if (broken.length) {
    // Who only waits for rows has not grown old by it.
    const above = upstream(linked, [id]).map((one) => runOf(next, one));
    const old = run.old || !above.some(lacksData) || above.some((one) => one.old);
    const blocked: Run = { ...run, status: "blocked", because: broken, error: null, old };
    return startNext(withRun(next, id, blocked), at);
  }
  const number = next.lastRun + 1;
  const started: Run = {
    ...run,
    status: "running",
    number,
    because: [],
    edited: false,
    error: null,
    progress: null,
    basis: cell.kind === "analysis" ? basisOf(next, id) : null,
    startedAt: at,
  };
  const table = cell.kind === "analysis" ? folded(cell.table) : null;
  const slot = next.notebook.data.find((one) => folded(one.table) === table) ?? null;
  return [
    { ...withRun(next, id, started), lastRun: number },
    [
      {
        type: "run",
        cell,
        number,
        label: labelIn(next, id),
        slot,
        slots: next.notebook.data,
        weekStart: next.notebook.settings.weekStart,
        sources: sourcesOf(next, id, linked),
        origin: originOf(next, cell, linked),
        width: next.width,
      },
    ],
  ];
}

/**
 * Not while a file that it reads is on its way in, nor before its parameters are guessed from counts, nor before what is above
 * it; wrong names need not wait for anything.
 */
function mayStart(session: Session, id: string, linked: Linked): boolean {
  const cell = cellOf(session, id);
  if (!cell) return true;
  if (waitsForCounts(session, id)) return false;
  const loading = session.loads.filter((load) => !load.error).map((load) => folded(load.table));
  if (readNames(cell).some((name) => loading.includes(folded(name)))) return false;
  if (nameError(linked, cell, session)) return true;
  return !upstream(linked, [id]).some((above) => session.queue.includes(above));
}

/** Labels of what the cell reads and cannot read: no result there, or a name that two cells have. */
function brokenInputs(session: Session, id: string, linked: Linked): string[] {
  const doubled = blocked(linked).get(id);
  const nodes = doubled && doubled.kind !== "missing-name" ? doubled.nodes.map((node) => node.id) : [];
  const bare = upstream(linked, [id]).filter((above) => cellOf(session, above) && !isHeld(session, above));
  return [...new Set([...nodes, ...bare])].map((node) => labelIn(session, node));
}

export function labelIn(session: Session, id: string): string {
  const index = session.notebook.cells.findIndex((cell) => cell.id === id);
  return index < 0 ? id.replace(/^table:/, "") : labelOf(session.notebook.cells[index]!, index);
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
  for (const id of session.queue)
    if (id !== running) runs[id] = rested(runOf(session, id), cellOf(session, id));
  return { ...session, runs, queue: [], runWhenLoaded: false };
}

/** What a cell is when it neither runs nor waits. */
export function rested(run: Run, cell: Cell | undefined): Run {
  return { ...run, status: restingStatus(run, cell) };
}

function restingStatus(run: Run, cell: Cell | undefined): Run["status"] {
  if (run.output) return run.old ? "stale" : "fresh";
  if (run.error && run.error.code !== "stopped") return "failed";
  if (cell?.saved) return run.old ? "stale" : "saved";
  return "never";
}

/** Every cell's name that others can read now: it has rows, and nobody else has the name. */
export function resultNames(session: Session): Effect {
  const { cells } = session.notebook;
  const tables = Object.keys(session.tables).map(folded);
  const taken = [...tables, ...cells.flatMap(definedNames).map(folded)];
  const named = cells.filter(
    (cell) =>
      cell.kind === "sql" &&
      cell.name &&
      runOf(session, cell.id).held &&
      taken.filter((name) => name === folded(cell.name)).length === 1,
  );
  return { type: "name-results", names: Object.fromEntries(named.map((cell) => [cell.name, cell.id])) };
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
