import { askToLast, folded, roomHere, type Store } from "../../engine";
import { errorOf } from "../kinds";
import { placeOf } from "./disk-places";
import type { Event } from "./event";

interface Needs {
  readonly store: () => Promise<Store>;
  readonly send: (event: Event) => void;
}

/** As much as is compared of each end: what breaks off a copy breaks it off there. */
const endBytes = 65_536;

/**
 * Keeps a copy of a table's file for the next visit, and looks whether it is there. What cannot be kept is said by name: the
 * table is there until the page goes, and nothing else is the worse for it.
 */
export function fileKeeper({ store, send }: Needs) {
  let isAsked = false;

  function tell(file: File, code: "file-no-room" | "file-not-kept", values: Record<string, string>): void {
    const said = { id: `${code} ${file.name}`, code, values: { file: file.name, ...values } };
    send({ type: "notice-raised", notice: { ...said, level: "caution" } });
  }

  return async (notebook: string, table: string, file: File, sha256?: string): Promise<void> => {
    try {
      // Also where there is no room for a copy: from its place the file can be read again.
      await (await store()).saveDataHandle({ notebook, table, handle: placeOf(file) ?? null });
      const room = await roomHere();
      if (room && file.size > room.quota - room.used) {
        return tell(file, "file-no-room", {
          bytes: String(file.size),
          free: String(Math.max(0, room.quota - room.used)),
        });
      }
      if (!isAsked) void askToLast();
      isAsked = true;
      const open = await store();
      await open.saveFile({ notebook, table, file, sha256 });
      const kept = (await open.filesOf(notebook)).find((one) => folded(one.table) === folded(table));
      if (kept && (await isSameFile(kept.file, file))) return;
      await open.removeFile({ notebook, table });
      tell(file, "file-not-kept", { message: "the copy differs from the file" });
    } catch (error) {
      tell(file, "file-not-kept", { message: errorOf(error).message });
    }
  };
}

async function isSameFile(copy: Blob, file: Blob): Promise<boolean> {
  if (copy.size !== file.size) return false;
  const ends = (blob: Blob) => [blob.slice(0, endBytes), blob.slice(Math.max(0, blob.size - endBytes))];
  const bytes = async (blob: Blob) => new Uint8Array(await new Blob(ends(blob)).arrayBuffer());
  const [one, other] = await Promise.all([bytes(copy), bytes(file)]);
  return one.every((byte, i) => byte === other[i]);
}
