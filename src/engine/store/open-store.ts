import { indexedDbRecords } from "./indexeddb-records";
import { memoryRecords } from "./memory-records";
import type { Store } from "./store";
import { storeOver } from "./store-over";

/** Fails with an `EngineError` of code "storage" where the browser keeps nothing; `memoryStore` then serves until the page goes. */
export async function openStore(database = "ebb", now: () => number = Date.now): Promise<Store> {
  return storeOver(await indexedDbRecords(database), now);
}

export function memoryStore(now: () => number = Date.now): Store {
  return storeOver(memoryRecords(), now);
}
