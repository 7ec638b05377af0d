import { engineMemory, folded, makingOf, memoryOf } from "../../engine";
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

/** A file that may not fit beside what is loaded is read when a person has said so; what was read before is known to fit. */
function isHeld(session: Session, { table, file, isSure }: GivenFile, kept: boolean): boolean {
  if (isSure || kept || file.size < leastAsked) return false;
  if ((slotIn(session, table)?.bytes ?? 0) >= file.size) return false;
  const loaded = Object.values(session.tables).map((one) =>
    memoryOf(one.loaded.file.bytes, one.loaded.file.name, one.loaded.plan),
  );
  const held = loaded.reduce((sum, bytes) => sum + bytes, 0);
  return held + makingOf(memoryOf(file.size, file.name, null)) > engineMemory;
}

/** Bytes of a file below which the estimate says little: then it is tried, and a failure is told. */
const leastAsked = 50_000_000;

function slotIn({ notebook }: Session, table: string): DataSlot | undefined {
  return notebook.data.find((slot) => folded(slot.table) === folded(table));
}
