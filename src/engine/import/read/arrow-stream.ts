import { type RecordBatch, type Schema, Table, tableToIPC } from "apache-arrow";

/** An IPC stream of one batch, or of a schema without rows, in bytes of its own that may be handed over to a worker. */
export function arrowStream(content: RecordBatch | Schema): Uint8Array<ArrayBuffer> {
  const table = "numRows" in content ? new Table([content]) : new Table(content);
  return tableToIPC(table, "stream").slice();
}
