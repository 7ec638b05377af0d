import type { ActivityRule, RoleMapping } from "../../analyses";
import type { LoadedTable } from "../../engine";
import type { DataSlot } from "../model";
import { tableNode } from "./dependencies";
import type { Effect } from "./effect";
import type { DataEvent } from "./event";
import { remember } from "./history";
import { emptyQueue, enqueue, invalidate, startNext, withRun, type Updated } from "./queue";
import { dependencies } from "./dependencies";
import { runOf, type Load, type Session, type TableState } from "./session";

export function updateData(session: Session, event: DataEvent, at: number): Updated {
  switch (event.type) {
    case "engine-ready":
      return whenIdle({ ...session, engine: { state: "ready" } }, at);
    case "engine-failed":
      return [{ ...session, engine: { state: "failed", message: event.message } }, []];
    case "engine-restarted":
      return restarted(session);
    case "files-given":
      return giveFiles(session, event.files);
    case "load-progress":
      return [withLoad(session, event.load, { share: event.share }), []];
    case "load-failed":
      return whenIdle(withLoad(session, event.load, { error: event.error, share: null }), at);
    case "load-dismissed":
      return [withoutLoad(session, event.load), []];
    case "load-cancelled":
      return whenIdle(withoutLoad(session, event.load), at, [{ type: "cancel-load", load: event.load }]);
    case "load-finished":
      return loaded(session, event, at);
    case "table-profiled":
      return profiled(session, event, at);
    case "table-removed":
      return removeTable(session, event.table, at);
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

type Given = Extract<DataEvent, { type: "files-given" }>["files"];

export function giveFiles(session: Session, files: Given): Updated {
  const loads = files.map(({ load, table, file }): Load => ({
    id: load,
    table,
    fileName: file.name,
    bytes: file.size,
    share: null,
    error: null,
  }));
  const effects = files.map(({ load, table, file }): Effect => {
    const slot = slotOf(session, table) ?? null;
    return { type: "load", load, table, file, options: slot?.options ?? null, slot };
  });
  const others = session.loads.filter(
    (load) => !(load.error && loads.some((one) => one.table === load.table)),
  );
  return [{ ...session, loads: [...others, ...loads] }, effects];
}

function loaded(session: Session, event: Extract<DataEvent, { type: "load-finished" }>, at: number): Updated {
  const { loaded } = event;
  const before = slotOf(session, loaded.name);
  const replaced = session.tables[loaded.name] !== undefined;
  const slot = slotFor(loaded, before, event.roles, event.rule);
  const same = before !== undefined && before.bytes === slot.bytes && before.rowCount === slot.rowCount;
  const next = withSlot(
    {
      ...withoutLoad(session, event.load),
      tables: { ...session.tables, [loaded.name]: { loaded, profile: null, guessed: before === undefined } },
    },
    slot,
  );
  const profile: Effect = { type: "profile", table: loaded.name };
  // The same file again (a reload of the page): saved results are still its results.
  if (same && !replaced) return whenIdle(next, at, [profile]);
  const [marked, effects] = invalidate(next, [tableNode(loaded.name)], loaded.name, at);
  const [idle, more] = whenIdle(marked, at);
  return [idle, [profile, ...effects, ...more]];
}

function slotFor(
  loaded: LoadedTable,
  before: DataSlot | undefined,
  roles: RoleMapping,
  rule: ActivityRule,
): DataSlot {
  const names = new Set(loaded.columns.map((column) => column.name));
  const kept = Object.fromEntries(
    Object.entries(before?.roles ?? {}).filter(([, column]) => names.has(column)),
  );
  return {
    table: loaded.name,
    fileName: loaded.file.name,
    bytes: loaded.file.bytes,
    rowCount: loaded.rowCount,
    columns: loaded.columns,
    // What the notebook says about its columns counts, also what it leaves open.
    roles: before ? kept : roles,
    rule: before?.rule ?? rule,
    endIsLastPaidDay: before?.endIsLastPaidDay ?? true,
    options: loaded.options,
  };
}

/** The profile knows the contents: a second, better guess. */
function profiled(
  session: Session,
  event: Extract<DataEvent, { type: "table-profiled" }>,
  at: number,
): Updated {
  const table = session.tables[event.table];
  if (!table) return [session, []];
  const next = withTable(session, event.table, { profile: event.profile });
  if (!table.guessed) return [next, []];
  return changeSlot(next, event.table, { roles: event.roles, rule: event.rule }, at);
}

function choose(session: Session, table: string, change: Partial<DataSlot>, at: number): Updated {
  return changeSlot(withTable(remember(session, "roles"), table, { guessed: false }), table, change, at);
}

function withTable(session: Session, name: string, change: Partial<TableState>): Session {
  const table = session.tables[name];
  return table ? { ...session, tables: { ...session.tables, [name]: { ...table, ...change } } } : session;
}

function removeTable(session: Session, table: string, at: number): Updated {
  const known = remember(session, "remove-table");
  const { [table]: _gone, ...tables } = known.tables;
  const data = known.notebook.data.filter((slot) => slot.table !== table);
  const next = { ...known, tables, notebook: { ...known.notebook, data } };
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

function changeSlot(session: Session, table: string, change: Partial<DataSlot>, at: number): Updated {
  const slot = slotOf(session, table);
  if (!slot) return [session, []];
  const next = withSlot(session, { ...slot, ...change });
  const analyses = next.notebook.cells
    .filter((cell) => cell.kind === "analysis" && cell.table.toLowerCase() === table.toLowerCase())
    .map((cell) => cell.id);
  return invalidate(next, analyses, table, at);
}

function changeWeekStart(session: Session, weekStart: "monday" | "sunday", at: number): Updated {
  const notebook = { ...session.notebook, settings: { ...session.notebook.settings, weekStart } };
  const analyses = notebook.cells.filter((cell) => cell.kind === "analysis").map((cell) => cell.id);
  return invalidate({ ...session, notebook }, analyses, weekStart, at);
}

function restarted(session: Session): Updated {
  const calm = emptyQueue(session);
  const lost = calm.notebook.cells.reduce((next, cell) => {
    const run = runOf(next, cell.id);
    if (!run.held) return next;
    return withRun(next, cell.id, {
      ...run,
      held: false,
      status: run.status === "fresh" ? "stale" : run.status,
    });
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

function withSlot(session: Session, slot: DataSlot): Session {
  const others = session.notebook.data.filter((one) => one.table.toLowerCase() !== slot.table.toLowerCase());
  const at = session.notebook.data.findIndex((one) => one.table.toLowerCase() === slot.table.toLowerCase());
  const data = at < 0 ? [...others, slot] : session.notebook.data.map((one, i) => (i === at ? slot : one));
  return { ...session, notebook: { ...session.notebook, data } };
}

function withLoad(session: Session, id: string, change: Partial<Load>): Session {
  return { ...session, loads: session.loads.map((load) => (load.id === id ? { ...load, ...change } : load)) };
}

function withoutLoad(session: Session, id: string): Session {
  return { ...session, loads: session.loads.filter((load) => load.id !== id) };
}
