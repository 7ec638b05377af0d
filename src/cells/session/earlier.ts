import { folded } from "../../engine";
import type { AnalysisOutput } from "../kinds";
import type { DataSlot, SavedResult } from "../model";
import { runOf, type Session } from "./session";

/** What an analysis said of the file before this one. */
export interface EarlierResult {
  readonly table: string;
  readonly file: string;
  readonly at: string;
  readonly result: AnalysisOutput | SavedResult;
}

/** Whether another file has come to a table than the notebook has known until now. */
export function isOtherFile(before: DataSlot, now: DataSlot): boolean {
  // The result of a cell has no file.
  if (!before.fileName) return false;
  if (before.sha256 !== undefined && now.sha256 !== undefined) return before.sha256 !== now.sha256;
  return before.fileName !== now.fileName || before.bytes !== now.bytes;
}

/** A table's next file has come: what was known of the last one, and the analyses' results of it, are kept beside the new ones. */
export function withEarlier(session: Session, slot: DataSlot): Session {
  return {
    ...session,
    earlierSlots: { ...session.earlierSlots, [slot.table]: slot },
    earlier: resultsBefore(session, slot),
  };
}

/** The comparison with a table's last file is over. */
export function withoutEarlier(session: Session, table: string): Session {
  if (!session.earlierSlots[table]) return session;
  const { [table]: _over, ...earlierSlots } = session.earlierSlots;
  const kept = Object.entries(session.earlier).filter(([, one]) => folded(one.table) !== folded(table));
  return { ...session, earlierSlots, earlier: Object.fromEntries(kept) };
}

/** Results of the analyses of a table as they stand now, to be shown beside those of its next file. */
function resultsBefore(session: Session, slot: DataSlot): Session["earlier"] {
  const found = session.notebook.cells.flatMap((cell): [string, EarlierResult][] => {
    if (cell.kind !== "analysis" || folded(cell.table) !== folded(slot.table)) return [];
    const { output, finishedAt, old } = runOf(session, cell.id);
    if (old) return [];
    const about = { table: slot.table, file: slot.fileName };
    if (output?.form === "analysis") return [[cell.id, { ...about, at: finishedAt ?? "", result: output }]];
    const { saved } = cell;
    if (output || saved?.form !== "analysis" || saved.stale) return [];
    return [[cell.id, { ...about, at: saved.at, result: saved }]];
  });
  return { ...session.earlier, ...Object.fromEntries(found) };
}
