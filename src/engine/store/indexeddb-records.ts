import { openDB, type IDBPDatabase } from "idb";
import { recordSets, type Change, type Records } from "./records";
import { storageError } from "./storage-error";

/** Raised, with a step in `upgrade`, when a set is added; what older pages wrote must stay readable. */
const version = 6;

/** The door to IndexedDB. Every failure is an `EngineError` of code "storage". */
export async function indexedDbRecords(database: string): Promise<Records> {
  let open: IDBPDatabase | null = await opened();

  async function opened(): Promise<IDBPDatabase> {
    try {
      return await openDB(database, version, {
        upgrade: (found) => {
          for (const set of recordSets)
            if (!found.objectStoreNames.contains(set)) found.createObjectStore(set);
        },
        // A later version waits in another tab: it goes ahead, and our next call opens again or says why not.
        blocking: close,
        terminated: close,
      });
    } catch (error) {
      throw storageError(error);
    }
  }

  function close(): void {
    open?.close();
    open = null;
  }

  async function attempt<T>(work: (found: IDBPDatabase) => Promise<T>): Promise<T> {
    open ??= await opened();
    try {
      return await work(open);
    } catch (error) {
      throw storageError(error);
    }
  }

  return {
    read: (set, key) => attempt((found): Promise<unknown> => found.get(set, key)),
    all: (set) => attempt((found): Promise<readonly unknown[]> => found.getAll(set)),
    change: (changes) => attempt((found) => changeAll(found, changes)),
    close,
  };
}

async function changeAll(database: IDBPDatabase, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  // Strict: what is said to be saved has reached the disk.
  const transaction = database.transaction(recordSets, "readwrite", { durability: "strict" });
  const asked: Promise<unknown>[] = [transaction.done];
  try {
    for (const change of changes) {
      if ("put" in change) asked.push(transaction.objectStore(change.put).put(change.value, change.key));
      else if ("remove" in change) asked.push(transaction.objectStore(change.remove).delete(change.key));
      else asked.push(transaction.objectStore(change.clear).clear());
    }
  } catch (error) {
    // A value that cannot be cloned throws at once; what was asked before it must not stay.
    transaction.abort();
    await Promise.allSettled(asked);
    throw error;
  }
  const failed = (await Promise.allSettled(asked)).filter((outcome) => outcome.status === "rejected");
  // The first to fail says why; the others only that the transaction was aborted.
  if (failed.length) throw failed[1]?.reason ?? failed[0]?.reason;
}
