import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import * as duckdb from "@duckdb/duckdb-wasm/blocking";
import type { Database } from "../../src/engine";
import { databaseOn } from "../../src/engine/data/database-on";
import { type Engine, openConfig } from "../../src/engine/data/duckdb-engine";

/** Real DuckDB in Node, the same engine and the same code around it as in the browser; about a second to start. */
export function openTestDatabase(): Promise<Database> {
  return databaseOn(startInNode);
}

async function startInNode(): Promise<Engine> {
  const folder = dirname(createRequire(import.meta.url).resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm"));
  const bundle = (name: string) => ({ mainModule: join(folder, `duckdb-${name}.wasm`), mainWorker: "" });
  const bindings = await duckdb.createDuckDB(
    { mvp: bundle("mvp"), eh: bundle("eh") },
    new duckdb.VoidLogger(),
    duckdb.NODE_RUNTIME,
  );
  await bindings.instantiate(() => undefined);
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
