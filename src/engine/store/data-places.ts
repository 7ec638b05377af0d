import { EngineError } from "../engine-error";
import { folded } from "../sql-text";
import type { Change, Records, RecordSet } from "./records";
import type { DataPlace, Store } from "./store";

interface PlaceRecord extends DataPlace {
  readonly key: string;
  readonly handle: FileSystemFileHandle;
}

/** Where the files of tables lie on the disk, over any records. */
export function dataPlacesOver(records: Records) {
  return {
    async in(notebook: string): Promise<readonly PlaceRecord[]> {
      const all = (await records.all("dataHandles")) as readonly PlaceRecord[];
      return all.filter((one) => one.notebook === notebook);
    },
    save: (({ notebook, table, handle }) => {
      const key = keyOf(notebook, table);
      const value: PlaceRecord | null = handle && { key, notebook, table, handle };
      return ifClonable(
        records.change([value ? { put: "dataHandles", key, value } : { remove: "dataHandles", key }]),
      );
    }) satisfies Store["saveDataHandle"],
    of: (async ({ notebook, table }) => {
      const found = (await records.read("dataHandles", keyOf(notebook, table))) as PlaceRecord | undefined;
      return found?.handle ?? null;
    }) satisfies Store["dataHandleOf"],
  };
}

// Names of tables meet as in SQL, so `Events` and `events` are one table.
export function keyOf(notebook: string, table: string): string {
  return `${notebook}/${folded(table)}`;
}

/** What is kept of a table goes along to another notebook. */
export function copyOf(set: RecordSet, record: DataPlace, notebook: string): Change {
  const key = keyOf(notebook, record.table);
  return { put: set, key, value: { ...record, notebook, key } };
}

/** False where the browser cannot keep a handle; whatever else goes wrong is thrown. */
export async function ifClonable(change: Promise<void>): Promise<boolean> {
  try {
    await change;
    return true;
  } catch (error) {
    if (error instanceof EngineError && isUnclonable(error.cause)) return false;
    throw error;
  }
}

function isUnclonable(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === "DataCloneError";
}
