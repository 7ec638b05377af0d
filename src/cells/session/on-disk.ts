import type { Store } from "../../engine";
import { errorOf } from "../kinds";
import { placeOf, rememberPlace } from "./disk-places";
import type { Event } from "./event";

/** The files of tables where they lie on the disk, as far as the browser remembers the place. */
export interface OnDisk {
  /** Name of the file that `readAgain` would read; null where the place is not known. */
  readonly fileOf: (table: string) => Promise<string | null>;
  /** To be called by a click and by nothing else: the browser may ask for leave. What cannot be read is said. */
  readonly readAgain: (table: string) => Promise<void>;
}

interface Needs {
  readonly store: () => Promise<Store>;
  /** Under which id the open notebook is kept. */
  readonly notebook: () => string;
  readonly loaded: (table: string) => File | undefined;
  readonly give: (file: File, table: string) => void;
  readonly send: (event: Event) => void;
}

interface Asking {
  queryPermission?: (wish: { mode: "read" }) => Promise<PermissionState>;
  requestPermission?: (wish: { mode: "read" }) => Promise<PermissionState>;
}

export function onDisk({ store, notebook, loaded, give, send }: Needs): OnDisk {
  async function handleOf(table: string): Promise<FileSystemFileHandle | null> {
    const file = loaded(table);
    const place = file && placeOf(file);
    if (place) return place;
    return (await store()).dataHandleOf({ notebook: notebook(), table });
  }

  function tell(code: "disk-gone" | "disk-refused" | "disk-failed", file: string, message = ""): void {
    const said = { id: `disk ${file}`, code, values: { file, message } };
    send({ type: "notice-raised", notice: { ...said, level: "caution" } });
  }

  return {
    async fileOf(table) {
      try {
        return (await handleOf(table))?.name ?? null;
      } catch {
        // Where nothing is kept, no place is remembered either; that nothing is kept has been said.
        return null;
      }
    },
    async readAgain(table) {
      const handle = await handleOf(table);
      if (!handle) return;
      try {
        if (!(await mayRead(handle))) return tell("disk-refused", handle.name);
        const file = await handle.getFile();
        rememberPlace(file, handle);
        give(file, table);
      } catch (error) {
        const isGone = error instanceof DOMException && error.name === "NotFoundError";
        tell(isGone ? "disk-gone" : "disk-failed", handle.name, errorOf(error).message);
      }
    },
  };
}

async function mayRead(handle: FileSystemFileHandle & Asking): Promise<boolean> {
  const wish = { mode: "read" } as const;
  if (!handle.queryPermission || (await handle.queryPermission(wish)) === "granted") return true;
  return (await handle.requestPermission?.(wish)) === "granted";
}
