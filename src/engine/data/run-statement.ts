import { EngineError } from "../engine-error";
import type { QueryOptions } from "./database";
import type { Engine } from "./duckdb-engine";

/** One statement from beginning to end; gives the messages of its Arrow stream. An abort is noticed between two polls. */
export async function runStatement(
  { bindings, onProgress }: Engine,
  connection: number,
  text: string,
  options: QueryOptions,
): Promise<readonly Uint8Array[]> {
  const { signal } = options;
  const ignoreProgress = options.onProgress && onProgress(options.onProgress);
  try {
    let header = await bindings.startPendingQuery(connection, text, false);
    while (header === null && !signal?.aborted) header = await bindings.pollPendingQuery(connection);
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
  } finally {
    ignoreProgress?.();
  }
}

export function stopped(): EngineError {
  return new EngineError("stopped", "stopped");
}
