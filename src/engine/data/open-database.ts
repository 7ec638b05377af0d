import type { Database } from "./database";

/** Starts DuckDB in a worker of this page. It and Arrow are large, so they are loaded when they are first needed. */
export async function openDatabase(): Promise<Database> {
  const { databaseInWorker } = await import("./duckdb");
  return databaseInWorker();
}
