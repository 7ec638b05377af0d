import { EngineError } from "../engine-error";
import { statements } from "../sql-text";
import { readTable } from "./arrow-table";
import type { Database, QueryOptions } from "./database";
import { carriable, describe, describeIfQuery, describePrefix } from "./describe";
import type { Engine } from "./duckdb-engine";
import { insertArrow } from "./insert-arrow";
import { refuseUnavailable } from "./refuse";
import { runStatement, stopped } from "./run-statement";
import { importFolder, settings } from "./settings";
import type { Sql } from "./sql";
import { sqlError } from "./sql-error";
import type { Column, Table } from "./table";

/** How long an engine may stay silent after a cancel before it is replaced. */
const patienceMs = 1000;

/** One engine from its start to its end. A killed worker leaves its calls pending for ever; `over` settles them. */
interface Life {
  readonly started: Promise<Started>;
  readonly over: Promise<never>;
  readonly end: (reason: EngineError) => void;
}

interface Started {
  readonly engine: Engine;
  readonly connection: number;
  readonly version: string;
}

export async function databaseOn(start: () => Promise<Engine>): Promise<Database> {
  let life = beginLife(start);
  let turn: Promise<unknown> = life.started;
  const restartListeners = new Set<() => void>();
  const { version } = await life.started;

  function inTurn<T>(signal: AbortSignal | undefined, work: (started: Started) => Promise<T>): Promise<T> {
    const own = life;
    return new Promise<T>((resolve, reject) => {
      let began = false;
      let watchdog: ReturnType<typeof setTimeout> | undefined;
      const stop = () => {
        if (!began) return reject(stopped());
        watchdog = setTimeout(() => {
          reject(stopped());
          replace(own, new EngineError("restarted", "engine restarted: a query did not stop"));
        }, patienceMs);
      };
      const done = turn.then(async () => {
        const started = await own.started;
        if (signal?.aborted) throw stopped();
        began = true;
        return work(started);
      });
      turn = done.catch((error) => {
        if (isBreakdown(error)) replace(own, new EngineError("restarted", "engine restarted: it broke down"));
      });
      signal?.addEventListener("abort", stop, { once: true });
      Promise.race([done, own.over])
        .then(resolve, reject)
        .finally(() => {
          clearTimeout(watchdog);
          signal?.removeEventListener("abort", stop);
        });
    });
  }

  /** Whoever is waiting is told "restarted": the tables they meant are gone. */
  function replace(old: Life, reason: EngineError): void {
    if (old !== life) return;
    old.end(reason);
    life = beginLife(start);
    turn = life.started.then(
      () => restartListeners.forEach((listener) => listener()),
      () => undefined,
    );
  }

  const run = (parts: readonly Sql[], options: QueryOptions = {}) =>
    inTurn(options.signal, (started) =>
      runTexts(
        started,
        parts.map(({ text }) => text),
        options,
      ),
    );

  return {
    version,
    run,
    query: (query, options) => run([query], options),
    describe: (query) => inTurn(undefined, (started) => describeOne(started, query.text)),
    addFile: (path, file) =>
      inTurn(undefined, async ({ engine }) => {
        await engine.registerFile(importFolder + path, file);
        await engine.bindings.collectFileStatistics(importFolder + path, true);
        return importFolder + path;
      }),
    removeFile: (path) =>
      inTurn(undefined, async ({ engine }) => {
        await engine.bindings.dropFile(path.startsWith(importFolder) ? path : importFolder + path);
      }),
    insertArrow: (table, ipcStream) =>
      inTurn(undefined, ({ engine }) => insertArrow(engine, table, ipcStream)),
    onRestart(listener) {
      restartListeners.add(listener);
      return () => restartListeners.delete(listener);
    },
    async close() {
      const own = life;
      const { engine } = await own.started;
      own.end(new EngineError("no-engine", "engine closed"));
      engine.kill();
    },
  };
}

async function runTexts(
  { engine, connection }: Started,
  texts: readonly string[],
  options: QueryOptions,
): Promise<Table> {
  const all = texts.flatMap((whole) => statements(whole).map((statement) => ({ statement, whole })));
  for (const { statement, whole } of all) refuseUnavailable(statement, whole);
  for (const [i, { statement, whole }] of all.entries()) {
    const { text, start } = statement;
    const isLast = i === all.length - 1;
    try {
      const columns = isLast ? await describeIfQuery(engine, connection, text) : undefined;
      const sent = columns ? carriable(text, columns) : text;
      const messages = await runStatement(engine, connection, sent, options);
      if (isLast) return readTable(messages, columns);
    } catch (cause) {
      throw cause instanceof EngineError ? cause : sqlError(cause, text, whole.slice(0, start));
    }
  }
  throw new EngineError("not-a-query", `no statement: ${texts.join("; ").trim() || "empty text"}`);
}

async function describeOne({ engine, connection }: Started, whole: string): Promise<readonly Column[]> {
  const [only, another] = statements(whole);
  if (!only || another) throw new EngineError("not-a-query", `not one query: ${whole.trim()}`);
  return describe(engine, connection, only.text).catch((cause: unknown) => {
    throw sqlError(cause, only.text, whole.slice(0, only.start), describePrefix.length);
  });
}

function beginLife(start: () => Promise<Engine>): Life {
  let end: Life["end"] = () => undefined;
  const over = new Promise<never>((_, reject) => (end = reject));
  const starting = start();
  const started = starting.then(prepared).catch((cause: unknown) => {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw cause instanceof EngineError
      ? cause
      : new EngineError("no-engine", `engine not started: ${said}`, { cause });
  });
  // Nobody may be waiting when an engine ends; that is not an unhandled error.
  over.catch(() => undefined);
  started.catch(() => undefined);
  return {
    started,
    over,
    end(reason) {
      end(reason);
      void starting.then((engine) => engine.kill());
    },
  };
}

async function prepared(engine: Engine): Promise<Started> {
  const connection = await engine.connect();
  for (const { text } of settings) await engine.bindings.runQuery(connection, text);
  return { engine, connection, version: await engine.bindings.getVersion() };
}

// WebAssembly traps leave the instance in an unknown state.
function isBreakdown(error: unknown): boolean {
  const cause = error instanceof EngineError ? error.cause : error;
  return (
    cause instanceof Error &&
    (cause.name === "RuntimeError" || /unreachable|out of bounds|signature mismatch/.test(cause.message))
  );
}
