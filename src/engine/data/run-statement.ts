import { EngineError } from "../engine-error";
import type { QueryOptions } from "./database";
import type { Bindings, Engine } from "./duckdb-engine";

/** One statement from beginning to end; gives the messages of its Arrow stream. An abort is noticed between two polls. */
export async function runStatement(
  { bindings }: Engine,
  connection: number,
  text: string,
  { signal, reads, onProgress }: QueryOptions,
): Promise<readonly Uint8Array[]> {
  let header = await bindings.startPendingQuery(connection, text, false);
  let asked = performance.now();
  while (header === null && !signal?.aborted) {
    header = await bindings.pollPendingQuery(connection);
    if (onProgress && performance.now() - asked > progressEveryMs) {
      onProgress(reads && (await readShare(bindings, reads)));
      asked = performance.now();
    }
  }
  const messages = header ? [header] : [];
  while (!signal?.aborted) {
    const message = await bindings.fetchQueryResults(connection);
    if (message?.length === 0) return messages;
    if (message) messages.push(message);
  }
  await bindings.cancelPendingQuery(connection);
  // Without a statement after it, the cancelled one's transaction would stay open.
  await bindings.runQuery(connection, "select 1");
  throw stopped();
}

async function readShare(
  bindings: Bindings,
  { path, bytes }: NonNullable<QueryOptions["reads"]>,
): Promise<number> {
  const { totalFileReadsCold } = await bindings.exportFileStatistics(path);
  return Math.min(1, totalFileReadsCold / Math.max(1, bytes));
}

const progressEveryMs = 100;

export function stopped(): EngineError {
  return new EngineError("stopped", "stopped");
}
