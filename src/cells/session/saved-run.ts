import type { Cell } from "../model";
import { neverRun, type Run } from "./session";

/** A cell with a result that was saved with it: shown as it was written, nothing runs. */
export function savedRun(cell: Cell): Run {
  const isOld = cell.saved !== null && "stale" in cell.saved && cell.saved.stale === true;
  const isText = cell.kind === "sql" || cell.kind === "typescript" || cell.kind === "markdown";
  const source = isText && !isOld ? cell.source : null;
  return { ...neverRun, status: isOld ? "stale" : "saved", old: isOld, edited: isOld, source };
}
