import * as duckdb from "@duckdb/duckdb-wasm";
import ehWasm from "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url";
import mvpWasm from "@duckdb/duckdb-wasm/dist/duckdb-mvp.wasm?url";
import ehWorker from "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url";
import mvpWorker from "@duckdb/duckdb-wasm/dist/duckdb-browser-mvp.worker.js?url";
import { absolute, confinedWorker } from "../confined-worker";
import { EngineError } from "../engine-error";
import type { Database } from "./database";
import { databaseOn } from "./database-on";
import { type Engine, openConfig } from "./duckdb-engine";

/** Program and worker come from the page's own address. */
export function databaseInWorker(): Promise<Database> {
  return databaseOn(startInWorker);
}

async function startInWorker(): Promise<Engine> {
  const bundle = await duckdb.selectBundle({
    eh: { mainModule: ehWasm, mainWorker: ehWorker },
    mvp: { mainModule: mvpWasm, mainWorker: mvpWorker },
  });
  // DuckDB-WASM prints every SQL error it throws; ours are shown where they were made.
  const worker = confinedWorker(bundle.mainWorker!, "classic", "console.log = () => undefined;");
  const bindings = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => {
      reject(new EngineError("no-engine", `engine not started: ${event.message || "worker failed"}`));
    });
  });
  failed.catch(() => undefined);
  await Promise.race([bindings.instantiate(absolute(bundle.mainModule)), failed, tooLate()]);
  await bindings.open(openConfig);
  return {
    bindings,
    connect: () => bindings.connectInternal(),
    disconnect: (connection) => bindings.disconnect(connection),
    async registerFile(path, file) {
      await bindings.registerFileHandle(path, file, duckdb.DuckDBDataProtocol.BROWSER_FILEREADER, true);
    },
    kill: () => void bindings.terminate(),
  };
}

/** A program that never arrives makes no error of its own: `instantiate` then waits for ever. */
function tooLate(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(
      () => reject(new EngineError("no-engine", `engine not started after ${patienceMs / 1000} s`)),
      patienceMs,
    );
  });
}

const patienceMs = 90_000;
