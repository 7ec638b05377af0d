import { EngineError } from "../engine-error";
import type { QueryOptions } from "./database";
import type { Bindings, Engine } from "./duckdb-engine";

/** One statement from beginning to end; gives the messages of its Arrow stream. An abort is noticed between two polls. */
export async function runStatement(
  { bindings }: Engine,
  connection: number,
  text: string,
  { signal, isBrief }: QueryOptions,
): Promise<readonly Uint8Array[]> {
  if (isBrief) return [await bindings.runQuery(connection, text)];
  let header = await bindings.startPendingQuery(connection, text, false);
  while (header === null && !signal?.aborted) header = await bindings.pollPendingQuery(connection);
  if (header && !signal?.aborted) {
    const batches = await fetchAll(bindings, connection, signal);
    if (batches) return [header, ...batches];
  }
  await bindings.cancelPendingQuery(connection);
  // Without a statement after it, the cancelled one's transaction would stay open.
  await bindings.runQuery(connection, "select 1");
  throw stopped();
}

/**
 * The rows after the header, one message for each 2,048; null when it was aborted. Several are asked for ahead, so that the
 * worker need not wait for the page between two. After the last one it answers with nothing, however often it is asked.
 */
async function fetchAll(
  bindings: Bindings,
  connection: number,
  signal: AbortSignal | undefined,
): Promise<Uint8Array[] | null> {
  const messages: Uint8Array[] = [];
  const asked: Promise<Uint8Array | null>[] = [];
  let isOver = false;
  try {
    while (!isOver && !signal?.aborted) {
      while (asked.length < fetchedAhead) asked.push(handled(bindings.fetchQueryResults(connection)));
      const message = await asked.shift()!;
      isOver = message?.length === 0;
      if (message && !isOver) messages.push(message);
    }
  } finally {
    // The next statement must not meet the questions of this one.
    await Promise.allSettled(asked);
  }
  return isOver ? messages : null;
}

/** What fails before anybody waits for it is not unhandled: it is waited for in its turn. */
function handled(answer: Promise<Uint8Array | null> | Uint8Array | null): Promise<Uint8Array | null> {
  const promise = Promise.resolve(answer);
  promise.catch(() => undefined);
  return promise;
}

const fetchedAhead = 8;

export function stopped(): EngineError {
  return new EngineError("stopped", "stopped");
}
