import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import * as duckdb from "@duckdb/duckdb-wasm/blocking";
import type { Database } from "../../src/engine";
import { databaseOn } from "../../src/engine/data/database-on";
import { type Engine, openConfig } from "../../src/engine/data/duckdb-engine";

type Bindings = Awaited<ReturnType<typeof duckdb.createDuckDB>>;

/** Engines that were closed in good health. Test files that share their modules share these: a start takes a second, an empty database 40 ms. */
const idle: Bindings[] = [];

/** Memory that tests have once needed does not shrink; an engine with more than this is left to go. */
const mostBytes = 1 << 30;

/** Real DuckDB in Node, the same engine and the same code around it as in the browser. */
export async function openTestDatabase({ memory }: { memory?: string } = {}): Promise<Database> {
  if (memory !== undefined) return databaseOn(async () => narrow(engineOn(await startInNode()), memory));
  const started: Bindings[] = [];
  const database = await databaseOn(async () => {
    const bindings = idle.pop() ?? (await startInNode());
    started.push(bindings);
    return engineOn(bindings);
  });
  const { close } = database;
  return Object.defineProperty(database, "close", {
    async value() {
      await close();
      const [first, ...later] = started;
      // One that had to be replaced broke down or did not stop.
      if (first && later.length === 0 && bytesOf(first) < mostBytes) {
        first.dropFiles();
        idle.push(first);
      }
    },
  });
}

/** An engine of its own that may take only so much, as `80MB`: said before the lock on settings. */
async function narrow(engine: Engine, memory: string): Promise<Engine> {
  const connection = await engine.connect();
  await engine.bindings.runQuery(connection, `set memory_limit = '${memory}'`);
  await engine.disconnect(connection);
  return engine;
}

function bytesOf(bindings: Bindings): number {
  const { HEAPU8 } = bindings.mod as unknown as { readonly HEAPU8: Uint8Array };
  return HEAPU8.byteLength;
}

async function startInNode(): Promise<Bindings> {
  const folder = dirname(createRequire(import.meta.url).resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"));
  const bundle = (name: string) => ({ mainModule: join(folder, `duckdb-${name}.wasm`), mainWorker: "" });
  const bindings = await duckdb.createDuckDB(
    { mvp: bundle("mvp"), eh: bundle("eh") },
    new duckdb.VoidLogger(),
    duckdb.NODE_RUNTIME,
  );
  await bindings.instantiate(() => undefined);
  return bindings;
}

function engineOn(bindings: Bindings): Engine {
  bindings.open(openConfig);
  return {
    bindings: Object.assign(Object.create(bindings), {
      // A poll in Node never lets timers run, so that nobody could ever cancel.
      async pollPendingQuery(connection: number) {
        await new Promise((resolve) => setImmediate(resolve));
        return bindings.pollPendingQuery(connection);
      },
    }),
    connect: () => bindings.connect().useUnsafe((_, connection) => connection),
    disconnect: (connection) => bindings.disconnect(connection),
    async registerFile(path, file) {
      bindings.registerFileBuffer(path, new Uint8Array(await file.arrayBuffer()));
    },
    kill: () => bindings.reset(),
  };
}
