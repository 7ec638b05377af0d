import { analysisById, leverOf, suggest, type DataSet } from "../../analyses";
import { folded } from "../../engine";
import type { AnalysisCell, Cell, Notebook } from "../model";
import type { Guess, Session, Step } from "./session";

type Params = AnalysisCell["params"];

/** The cell was offered before what its table holds was counted: the rest of the guess comes with the counts. */
export function withGuess(session: Session, cell: Cell): Session {
  if (cell.kind !== "analysis" || !isUncounted(session, cell.table)) return session;
  return withGuesses(session, {
    ...session.guesses,
    [cell.id]: { table: cell.table, params: cell.params, touched: [] },
  });
}

/** It runs once its parameters are those that the counts suggest. */
export function waitsForCounts(session: Session, id: string): boolean {
  const guess = session.guesses[id];
  return guess !== undefined && isUncounted(session, guess.table);
}

/** What a person has chosen is no guess any more, also when it is taken back. */
export function withTouched(session: Session, { id, params }: AnalysisCell, chosen: Params): Session {
  const guess = session.guesses[id];
  if (!guess) return session;
  const keys = [...new Set([...Object.keys(params), ...Object.keys(chosen)])];
  const touched = [...guess.touched, ...keys.filter((key) => params[key] !== chosen[key])];
  return withGuesses(session, { ...session.guesses, [id]: { ...guess, touched: [...new Set(touched)] } });
}

/** From here on its parameters stay as they are. */
export function withoutGuess(session: Session, id: string): Session {
  if (!session.guesses[id]) return session;
  const { [id]: _settled, ...others } = session.guesses;
  return withGuesses(session, others);
}

/** The table's contents will not be counted: what stands there is all that can be guessed. */
export function withoutGuessesOf(session: Session, table: string): Session {
  return guessedOf(session, table).reduce(withoutGuess, session);
}

/** Cells whose parameters are still a guess from this table's columns alone. */
export function guessedOf({ guesses }: Session, table: string): string[] {
  return Object.keys(guesses).filter((id) => folded(guesses[id]!.table) === folded(table));
}

/**
 * The counts are there: what nobody has touched is guessed anew. No step of its own; the notebooks of the steps have it too,
 * so that neither undo nor redo brings the poorer guess back.
 */
export function withNewGuesses(session: Session, table: string): Session {
  const ids = guessedOf(session, table);
  const data = ids.length ? dataOf(session, table) : null;
  if (!data) return withoutGuessesOf(session, table);
  const others = session.notebook.data.filter((slot) => session.tables[slot.table]);
  const { weekStart } = session.notebook.settings;
  const offers = suggest(
    data,
    others.map((slot) => ({ ...slot, weekStart })),
  );
  const renew = (notebook: Notebook): Notebook => {
    const cells = notebook.cells.map((cell) => {
      const guess = session.guesses[cell.id];
      const isOurs = guess && ids.includes(cell.id) && cell.kind === "analysis" && !cell.saved;
      if (!isOurs || folded(cell.table) !== folded(table)) return cell;
      const offer = offers.find(({ analysis }) => analysis.id === cell.analysis);
      return offer ? { ...cell, params: renewed(cell, guess, offer.params) } : cell;
    });
    return cells.some((cell, i) => cell !== notebook.cells[i]) ? { ...notebook, cells } : notebook;
  };
  const renewStep = (step: Step): Step => ({ ...step, notebook: renew(step.notebook) });
  return withoutGuessesOf(
    {
      ...session,
      notebook: renew(session.notebook),
      done: session.done.map(renewStep),
      undone: session.undone.map(renewStep),
    },
    table,
  );
}

function renewed({ analysis, params }: AnalysisCell, { params: old, touched }: Guess, fresh: Params): Params {
  const specs = analysisById(analysis)?.params ?? {};
  // A column plays one part: the one that a person gave it.
  const taken = touched
    .filter(isOfColumns)
    .flatMap((key) => params[key] ?? [])
    .map((column) => (typeof column === "string" ? leverOf(column).behaviour : column));
  const keys = [...new Set([...Object.keys(old), ...Object.keys(fresh)])];
  const next: Record<string, unknown> = { ...params };
  for (const key of keys) {
    if (touched.includes(key) || params[key] !== old[key]) continue;
    const value = fresh[key];
    if (value === undefined) delete next[key];
    else next[key] = isOfColumns(key) && Array.isArray(value) ? without(value, taken) : value;
  }
  return next;

  function isOfColumns(key: string): boolean {
    return ["column", "columns", "levers"].includes(specs[key]?.type ?? "");
  }
}

function without(columns: readonly unknown[], taken: readonly unknown[]): readonly unknown[] {
  return columns.filter((column) => !taken.includes(column));
}

function dataOf({ notebook, tables }: Session, table: string): DataSet | null {
  const slot = notebook.data.find((one) => folded(one.table) === folded(table));
  const profile = slot && tables[slot.table]?.profile;
  return slot && profile ? { ...slot, profile, weekStart: notebook.settings.weekStart } : null;
}

function isUncounted({ tables }: Session, table: string): boolean {
  return Object.entries(tables).some(
    ([name, { profile }]) => folded(name) === folded(table) && profile === null,
  );
}

function withGuesses(session: Session, guesses: Session["guesses"]): Session {
  return { ...session, guesses };
}
