import { upstream } from "../../engine";
import { reckonedIn, reckonedOf, type CellError } from "../kinds";
import { verify, type Cell, type Reckoned, type Verified } from "../model";
import { dependencies, nameError } from "./dependencies";
import { disabledCells } from "./disabled";
import { isRunnable, runningCell } from "./queue";
import { runOf, type Run, type Session } from "./session";

/** A cell before it is reckoned once more. */
export interface ToVerify {
  readonly cell: string;
  /** Its place in the notebook. */
  readonly index: number;
  /** Of its latest run. */
  readonly number: number;
  readonly before: Reckoned | null;
  /** Why it is not run: it would fail, and its error would stand in place of the result that it has. */
  readonly obstacle: Obstacle | null;
}

export type Obstacle =
  | { readonly why: "off" }
  | { readonly why: "no-result" | "no-receipt" }
  | { readonly why: "error"; readonly error: CellError };

export type Outcome =
  | { readonly state: "waiting" }
  | { readonly state: "compared"; readonly verified: Verified }
  | { readonly state: "not-compared"; readonly obstacle: Obstacle };

/** Every cell that runs, with what its result is of. `locale`: as the values in texts are written. */
export function cellsToVerify(session: Session, locale: string): readonly ToVerify[] {
  return session.notebook.cells.flatMap((cell, index) => {
    if (!isRunnable(cell)) return [];
    const before = shownReckoned(runOf(session, cell.id), cell, locale);
    const why = obstacle(session, cell.id) ?? (before ? null : without(session, cell));
    return [{ cell: cell.id, index, number: runOf(session, cell.id).number, before, obstacle: why }];
  });
}

/** Why a cell cannot be reckoned once more with what is here: switched off, or data that were not brought. */
export function obstacle(session: Session, id: string): Obstacle | null {
  if (disabledCells(session).has(id)) return { why: "off" };
  const linked = dependencies(session);
  const around = new Set([id, ...upstream(linked, [id])]);
  for (const cell of session.notebook.cells) {
    const error = around.has(cell.id) ? nameError(linked, cell, session) : null;
    if (error) return { why: "error", error };
  }
  return null;
}

/** Of a cell whose run has ended, what came of it. */
export function outcomeOf(
  session: Session,
  { cell: id, number, before, obstacle: why }: ToVerify,
  locale: string,
): Outcome {
  if (why || !before) return { state: "not-compared", obstacle: why ?? { why: "no-receipt" } };
  const run = runOf(session, id);
  const cell = session.notebook.cells.find((one) => one.id === id);
  if (run.status === "running" || run.status === "queued") return { state: "waiting" };
  const isAtRest = session.queue.length === 0 && runningCell(session) === null;
  if (run.error && (run.number > number || isAtRest))
    return { state: "not-compared", obstacle: { why: "error", error: run.error } };
  if (run.number > number && cell) {
    const after = shownReckoned(runOf(session, cell.id), cell, locale);
    if (after) return { state: "compared", verified: verify(before, after) };
  }
  if (!isAtRest) return { state: "waiting" };
  const blocked = { code: "blocked", message: `blocked: ${run.because.join(", ")}` };
  return { state: "not-compared", obstacle: { why: "error", error: blocked } };
}

function without(session: Session, { id, saved }: Cell): Obstacle {
  const { output } = runOf(session, id);
  return { why: output || (saved && saved.form !== "error") ? "no-receipt" : "no-result" };
}

/** What a shown result is of: of a run here, or as the file says; null where nobody knows. */
export function shownReckoned(
  { output, finishedAt, status }: Run,
  { saved }: Cell,
  locale: string,
): Reckoned | null {
  if (status === "failed") return null;
  if (output) return finishedAt ? reckonedOf(output, finishedAt, locale) : null;
  return reckonedIn(saved);
}
