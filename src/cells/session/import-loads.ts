import { folded } from "../../engine";
import type { DataSlot } from "../model";
import type { Effect } from "./effect";
import type { GivenFile } from "./event";
import type { Updated } from "./queue";
import type { Load, Session } from "./session";

/** Files on their way in: read at once by the notebook's plan or a guess; very large ones are asked about first. */
export function giveFiles(session: Session, files: readonly GivenFile[], kept: boolean): Updated {
  const held = new Set(files.filter((given) => isHeld(session, given, kept)).map(({ load }) => load));
  const loads = files.map(({ load, table, file, plan, replaces }): Load => ({
    id: load,
    table,
    fileName: file.name,
    bytes: file.size,
    kept,
    share: null,
    rows: 0,
    beganAt: null,
    error: null,
    ...(held.has(load) && { held: true }),
    ...(plan && { byHand: true }),
    ...(replaces && { replaces }),
  }));
  const effects = files.map(({ load, table, file, plan, part }): Effect => {
    if (held.has(load)) return { type: "hold-file", load, file };
    const slot = slotIn(session, table) ?? null;
    const known = plan ?? slot?.plan ?? null;
    return {
      type: "load",
      load,
      table,
      file,
      plan: known,
      isExact: kept || !!plan,
      part: part ?? null,
      slot,
    };
  });
  const others = session.loads.filter(
    (load) => !((load.error || load.held) && loads.some((one) => one.table === load.table)),
  );
  return [{ ...session, loads: [...others, ...loads] }, effects];
}

/** A file that may not fit is read when a person has said so; what the notebook has read before is known to fit. */
function isHeld(session: Session, { table, file, isSure }: GivenFile, kept: boolean): boolean {
  if (isSure || kept || file.size < askedFrom) return false;
  return (slotIn(session, table)?.bytes ?? 0) < file.size;
}

/** Bytes of a file from which on its table could fill most of the memory there is: see `memoryOf`. */
const askedFrom = 1_200_000_000;

function slotIn({ notebook }: Session, table: string): DataSlot | undefined {
  return notebook.data.find((slot) => folded(slot.table) === folded(table));
}
