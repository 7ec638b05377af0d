import type { Database } from "../../data/database";
import { memoryUse } from "../../data/memory-use";
import { EngineError } from "../../engine-error";

/**
 * Ends a load in time: an append of Arrow that finds no room on its way does not raise an error, it ends DuckDB-WASM. Twice its
 * bytes are more than a batch has ever taken, and each column begins with a block of its own. What is free is asked for only
 * when so much may have been taken since that it could be too little.
 */
export function roomIn(database: Database): (bytes: number, columns: number) => Promise<void> {
  let free = 0;
  return async (bytes, columns) => {
    const needed = 2 * bytes + columns * blockBytes + leastBytes;
    free -= needed;
    if (free >= 0) return;
    const { used, limit } = await memoryUse(database);
    free = limit - used - needed;
    if (free >= 0) return;
    throw new EngineError(
      "out-of-memory",
      `out of memory error: failed to allocate ${needed} bytes (${used} of ${limit} used)`,
    );
  };
}

const blockBytes = 2 ** 18;
const leastBytes = 2 ** 22;
