import { EngineError } from "../engine-error";
import type { Engine } from "./duckdb-engine";
import { name, sql } from "./sql";
import { sqlError } from "./sql-error";

/** The bytes of an Arrow IPC stream (not of the file format, which DuckDB-WASM cannot read) into a new table. */
export async function insertArrow(engine: Engine, table: string, ipcStream: Uint8Array): Promise<void> {
  const { bindings } = engine;
  await inserted(engine, ipcStream, { name: table, create: true });
  // A stream that ends too early raises no error and makes no table.
  await apart(engine, (connection) =>
    bindings.runQuery(connection, sql`from ${name(table)} limit 0`.text),
  ).catch((cause: unknown) => {
    throw new EngineError("unreadable-file", `unreadable Arrow stream: ${table}`, { cause });
  });
}

export function appendArrow(engine: Engine, table: string, ipcStream: Uint8Array): Promise<void> {
  return inserted(engine, ipcStream, { name: table, create: false });
}

async function inserted(
  engine: Engine,
  ipcStream: Uint8Array,
  into: { readonly name: string; readonly create: boolean },
): Promise<void> {
  await apart(engine, (connection) =>
    engine.bindings.insertArrowFromIPCStream(connection, ipcStream, into),
  ).catch((cause: unknown) => {
    throw sqlError(cause, "");
  });
}

// A connection that a bad stream has broken stays broken, so each insert gets its own.
async function apart({ connect, disconnect }: Engine, work: (connection: number) => unknown): Promise<void> {
  const connection = await connect();
  try {
    await work(connection);
  } finally {
    await disconnect(connection);
  }
}
