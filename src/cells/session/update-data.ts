import { folded } from "../../engine";
import { asksAnalyses } from "../kinds";
import { canonicalJson, type DataSlot } from "../model";
import { guessedOf, withNewGuesses, withoutGuessesOf } from "./by-guess";
import { dependencies, readersOf, tableNode } from "./dependencies";
import { digestOf } from "./digest";
import { isOtherFile, withEarlier, withoutEarlier } from "./earlier";
import type { Effect } from "./effect";
import type { DataEvent } from "./event";
import { remember, withoutStepsOn } from "./history";
import { giveFiles } from "./import-loads";
import { emptyQueue, enqueue, invalidate, startNext, withRun, type Updated } from "./queue";
import { isSameData, slotFor } from "./loaded-slot";
import { reasons, runOf, type Load, type Session, type TableState } from "./session";

export function updateData(session: Session, event: DataEvent, at: number): Updated {
  switch (event.type) {
    case "engine-ready":
      return whenIdle({ ...session, engine: { state: "ready" } }, at);
    case "engine-failed":
      return engineFailed(session, event.message);
    case "engine-restarted":
      return restarted(session);
    case "files-given":
      return giveFiles(session, event.files, event.kept);
    case "load-progress":
      return [progressed(session, event, at), []];
    case "load-failed":
      return whenIdle(withLoad(session, event.load, { error: event.error, share: null }), at);
    case "load-dismissed":
      return [withoutLoad(session, event.load), [{ type: "cancel-load", load: event.load }]];
    case "load-cancelled":
      return whenIdle(withoutLoad(session, event.load), at, [{ type: "cancel-load", load: event.load }]);
    case "import-opened":
      return [{ ...session, importing: event.target }, []];
    case "import-closed":
      return [{ ...session, importing: null }, []];
    case "load-finished":
      return withoutReplaced(session, event.load, loaded(session, event, at), at);
    case "table-profiled":
      return profiled(session, event, at);
    case "counting-failed":
      if (session.tables[event.table]?.load !== event.load) return [session, []];
      return startNext(withoutGuessesOf(session, event.table), at);
    case "table-removed":
      return removeTable(session, event.table, at);
    case "comparison-ended":
      return [withoutEarlier(session, event.table), []];
    case "roles-changed":
      return choose(session, event.table, { roles: event.roles }, at);
    case "rule-changed":
      return choose(session, event.table, { rule: event.rule }, at);
    case "contract-end-changed":
      return choose(session, event.table, { endIsLastPaidDay: event.endIsLastPaidDay }, at);
    case "week-start-changed":
      return changeWeekStart(session, event.weekStart, at);
  }
}

export function slotOf(session: Session, table: string): DataSlot | undefined {
  return session.notebook.data.find((slot) => slot.table.toLowerCase() === table.toLowerCase());
}

function progressed(
  session: Session,
  { load, share, rows }: Extract<DataEvent, { type: "load-progress" }>,
  at: number,
): Session {
  const beganAt = session.loads.find(({ id }) => id === load)?.beganAt ?? at;
  return withLoad(session, load, { share, rows, beganAt });
}

function loaded(session: Session, event: Extract<DataEvent, { type: "load-finished" }>, at: number): Updated {
  const { loaded, load } = event;
  const known = session.loads.find((one) => one.id === load);
  // Of another notebook, or cancelled in the last moment: the rows must not stay where nobody sees them.
  if (!known) return [session, session.tables[loaded.name] ? [] : [forgetting(loaded.name)]];
  const before = slotOf(session, loaded.name);
  const replaced = session.tables[loaded.name] !== undefined;
  // Read another way, a column may mean what it could not mean before.
  const guessed = before === undefined || (!!known.byHand && !!session.tables[loaded.name]?.guessed);
  const seems = known.byHand ? {} : event.roles;
  const slot = slotFor(loaded, before, guessed, event, session.earlierSlots[loaded.name], seems);
  const isSame = isSameData(slot, before, known.kept);
  const readBefore = known.byHand && replaced ? before?.plan : null;
  const isNext = before !== undefined && !known.kept && isOtherFile(before, slot);
  const table: TableState = {
    loaded,
    load,
    profile: null,
    guessed,
    ...(readBefore && { readBefore }),
  };
  const kept = isNext ? withEarlier(session, before) : session;
  const next = withSlot(
    { ...withoutLoad(kept, load), tables: { ...session.tables, [loaded.name]: table } },
    isSame && before?.digest ? { ...slot, digest: before.digest } : slot,
  );
  const first: Effect[] = [
    { type: "profile", load, table: loaded.name },
    { type: "keep-file", table: loaded.name },
  ];
  // The very file that the results are of: they are still its results. Who waited for it waits no longer.
  const nodes = before && isSame && !replaced ? failedReaders(next, loaded.name) : [tableNode(loaded.name)];
  const [marked, effects] = invalidate(next, nodes, loaded.name, at);
  const [idle, more] = whenIdle(marked, at);
  return [idle, [...first, ...effects, ...more]];
}

/** Tables whose rows are in the new one now. Nobody removed them, so there is nothing to be taken back. */
function withoutReplaced(before: Session, load: string, [next, effects]: Updated, at: number): Updated {
  const replaced = before.loads.find(({ id }) => id === load)?.replaces ?? [];
  return replaced.reduce<Updated>(
    ([session, done], table) => {
      if (!session.tables[table]) return [session, done];
      const [left, more] = withoutTable(withoutStepsOn(session, table), table, at);
      return [left, [...done, ...more]];
    },
    [next, effects],
  );
}

function failedReaders(session: Session, table: string): string[] {
  return readersOf(session, table).filter((id) => ["failed", "blocked"].includes(runOf(session, id).status));
}

function forgetting(table: string): Effect {
  return { type: "forget-table", table, forGood: false };
}

/** Nothing will run: whatever waits is told so. */
function engineFailed(session: Session, message: string): Updated {
  const error = { code: "no-engine", message };
  const runs = { ...session.runs };
  for (const id of session.queue) runs[id] = { ...runOf(session, id), status: "failed", error };
  const loads = session.loads.map((load) => ({ ...load, error: load.error ?? error }));
  return [{ ...session, engine: { state: "failed", message }, runs, loads, queue: [] }, []];
}

/** The profile knows the contents: a second, better guess. */
function profiled(
  session: Session,
  event: Extract<DataEvent, { type: "table-profiled" }>,
  at: number,
): Updated {
  const table = session.tables[event.table];
  if (table?.load !== event.load) return [session, []];
  const slot = slotOf(session, event.table);
  const roles = table.guessed ? event.roles : (slot?.roles ?? {});
  const digest = digestOf(event.profile, roles, event.values);
  const known = withTable(session, event.table, { profile: event.profile });
  const meaning = table.guessed ? { roles: event.roles, rule: event.rule } : {};
  const meant = slot ? withSlot(known, { ...slot, digest, ...meaning }) : known;
  const next = withNewGuesses(meant, event.table);
  if (!table.guessed) return startNext(next, at);
  // An offer that waits no longer was stopped: the counts are no reason to run it after all.
  const stopped = guessedOf(session, event.table).filter((id) => !session.queue.includes(id));
  return changeSlot(next, event.table, meaning, at, stopped);
}

function choose(session: Session, table: string, change: Partial<DataSlot>, at: number): Updated {
  return changeSlot(
    withTable(remember(session, "roles", { table }), table, { guessed: false }),
    table,
    change,
    at,
  );
}

function withTable(session: Session, name: string, change: Partial<TableState>): Session {
  const table = session.tables[name];
  return table ? { ...session, tables: { ...session.tables, [name]: { ...table, ...change } } } : session;
}

function removeTable(session: Session, table: string, at: number): Updated {
  return withoutTable(remember(session, "remove-table", { table }), table, at);
}

function withoutTable(known: Session, table: string, at: number): Updated {
  const { [table]: _gone, ...tables } = known.tables;
  const data = known.notebook.data.filter((slot) => slot.table !== table);
  const next = { ...withoutEarlier(known, table), tables, notebook: { ...known.notebook, data } };
  const readers = dependencies(known);
  const [marked, effects] = invalidate(
    emptyQueue(next),
    next.notebook.cells
      .filter((cell) => readers.inputs.get(cell.id)?.includes(tableNode(table)))
      .map((cell) => cell.id),
    table,
    at,
  );
  return [marked, [{ type: "forget-table", table, forGood: true }, ...effects]];
}

function changeSlot(
  session: Session,
  table: string,
  change: Partial<DataSlot>,
  at: number,
  but: readonly string[] = [],
): Updated {
  const slot = slotOf(session, table);
  if (!slot) return [session, []];
  const next = withSlot(session, { ...slot, ...change });
  const analyses = next.notebook.cells
    .filter((cell) => cell.kind === "analysis" && cell.table.toLowerCase() === table.toLowerCase())
    .map((cell) => cell.id)
    .filter((id) => !but.includes(id));
  // Whoever says what a column means asks for the answer.
  return invalidate(next, [...analyses, ...askingCells(next)], table, at, analyses);
}

function changeWeekStart(session: Session, weekStart: "monday" | "sunday", at: number): Updated {
  const notebook = { ...session.notebook, settings: { ...session.notebook.settings, weekStart } };
  const analyses = notebook.cells.filter((cell) => cell.kind === "analysis").map((cell) => cell.id);
  const nodes = [...analyses, ...askingCells({ ...session, notebook })];
  return invalidate({ ...session, notebook }, nodes, reasons.weekStart, at, analyses);
}

/** Code may put the name of its table together while it runs, so the change of any table concerns it. */
function askingCells({ notebook }: Session): string[] {
  return notebook.cells.filter(asksAnalyses).map((cell) => cell.id);
}

function restarted(session: Session): Updated {
  const calm = emptyQueue(session);
  const lost = calm.notebook.cells.reduce((next, cell) => {
    const run = runOf(next, cell.id);
    // Values of code are in the sandbox, which is still there.
    if (!run.held || cell.kind !== "sql") return next;
    const because = [...new Set([...run.because, reasons.engine])];
    const status = run.status === "fresh" ? "stale" : run.status;
    return withRun(next, cell.id, { ...run, held: false, because, status });
  }, calm);
  return [{ ...lost, tables: {}, engine: { state: "restarting" } }, [{ type: "reload-tables" }]];
}

/** An opened example runs as soon as the last of its files is there. */
function whenIdle(session: Session, at: number, effects: readonly Effect[] = []): Updated {
  const waiting = session.loads.some((load) => !load.error);
  if (!session.runWhenLoaded || waiting || session.engine.state !== "ready") {
    const [next, more] = startNext(session, at);
    return [next, [...effects, ...more]];
  }
  const all = session.notebook.cells.map((cell) => cell.id);
  const [next, more] = startNext(
    enqueue({ ...session, runWhenLoaded: false }, all, dependencies(session)),
    at,
  );
  return [next, [...effects, ...more]];
}

/** The same slot again is no change: nothing is unsaved because a page was loaded anew. */
function withSlot(session: Session, slot: DataSlot): Session {
  const { data } = session.notebook;
  const at = data.findIndex((one) => folded(one.table) === folded(slot.table));
  if (at >= 0 && canonicalJson(data[at]) === canonicalJson(slot)) return session;
  const next = at < 0 ? [...data, slot] : data.with(at, slot);
  return { ...session, notebook: { ...session.notebook, data: next } };
}

function withLoad(session: Session, id: string, change: Partial<Load>): Session {
  return { ...session, loads: session.loads.map((load) => (load.id === id ? { ...load, ...change } : load)) };
}

function withoutLoad(session: Session, id: string): Session {
  return { ...session, loads: session.loads.filter((load) => load.id !== id) };
}
