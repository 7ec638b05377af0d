import { EngineError } from "../engine-error";
import { readTable } from "./arrow-table";
import { statementKind } from "../sql-text";
import type { Database, QueryOptions } from "./database";
import type { Engine } from "./duckdb-engine";
import { appendArrow, insertArrow } from "./insert-arrow";
import { stopped } from "./run-statement";
import { describeOne, runAll, type Started, statementsOf } from "./run-statements";
import { importFolder, settings } from "./settings";
import { openSnapshot } from "./snapshot";
import type { Sql } from "./sql";
import type { Table } from "./table";

/** How long an engine may stay silent after a cancel before it is replaced. */
const patienceMs = 1000;

/** One engine from its start to its end. A killed worker leaves its calls pending for ever; `over` settles them. */
interface Life {
  readonly started: Promise<Started>;
  readonly over: Promise<never>;
  readonly end: (reason: EngineError) => void;
}

export async function databaseOn(start: () => Promise<Engine>): Promise<Database> {
  let life = beginLife(start);
  let turn: Promise<unknown> = life.started;
  let changes = 0;
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
    changes++;
    life = beginLife(start);
    turn = life.started.then(
      () => restartListeners.forEach((listener) => listener()),
      () => undefined,
    );
  }

  const runRaw = (parts: readonly Sql[], options: QueryOptions = {}) =>
    inTurn(options.signal, async (started) => {
      const all = statementsOf(parts);
      const mayChange = !options.changesNothing && all.some(({ text }) => statementKind(text) !== "rows");
      try {
        return await runAll(started, all, options);
      } finally {
        if (mayChange) changes++;
      }
    });

  async function run(parts: readonly Sql[], options?: QueryOptions): Promise<Table> {
    const { columns, messages } = await runRaw(parts, options);
    return readTable(messages, columns);
  }

  return {
    version,
    get changes() {
      return changes;
    },
    run,
    query: (query, options) => run([query], options),
    async arrow(query, options) {
      const { columns, messages } = await runRaw([query], options);
      return { columns: columns ?? readTable(messages).columns, messages: messages.map(owned) };
    },
    snapshot: (seen) => openSnapshot((work) => inTurn(undefined, work), seen),
    describe: (query) => inTurn(undefined, (started) => describeOne(started, query.text)),
    addFile: (path, file) =>
      inTurn(undefined, async ({ engine }) => {
        if (file instanceof Blob) await engine.registerFile(importFolder + path, file);
        else await engine.bindings.registerFileBuffer(importFolder + path, file);
        return importFolder + path;
      }),
    removeFile: (path) =>
      inTurn(undefined, async ({ engine }) => {
        await engine.bindings.dropFile(path.startsWith(importFolder) ? path : importFolder + path);
      }),
    insertArrow: (table, ipcStream) =>
      inTurn(undefined, ({ engine }) => insertArrow(engine, table, ipcStream)).finally(() => changes++),
    appendArrow: (table, ipcStream) =>
      inTurn(undefined, ({ engine }) => appendArrow(engine, table, ipcStream)).finally(() => changes++),
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

/** In Node the bytes lie in DuckDB's own memory; in the page they came from the worker in a buffer of their own. */
function owned(message: Uint8Array): Uint8Array<ArrayBuffer> {
  const isAlone = message.buffer instanceof ArrayBuffer && message.byteLength === message.buffer.byteLength;
  return isAlone ? (message as Uint8Array<ArrayBuffer>) : message.slice();
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
