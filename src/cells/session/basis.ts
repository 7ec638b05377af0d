import { folded, upstream } from "../../engine";
import { sha256, withKeysInOrder, type Cell } from "../model";
import { dependencies, tableNode } from "./dependencies";
import type { Session } from "./session";

/** The data that a cell reads, in 64 hex digits: files by their contents, results by the text and the inputs they come of. */
export function basisOf(session: Session, id: string): string {
  const above = upstream(dependencies(session), [id]).map((node) => {
    const cell = session.notebook.cells.find((one) => one.id === node);
    return JSON.stringify(withKeysInOrder(cell ? writtenIn(cell) : fileOf(session, node)));
  });
  // Where a cell stands in the notebook makes no other data of it.
  return sha256(above.sort().join("\n"));
}

function writtenIn(cell: Cell): unknown {
  const { name } = cell;
  if (cell.kind === "input") return { name, value: cell.value };
  return "source" in cell ? { name, source: cell.source } : { name };
}

/** Without the hash (files too large for it, pages that browsers do not trust) the name, the size and the rows have to do. */
function fileOf({ notebook }: Session, node: string): unknown {
  const slot = notebook.data.find(({ table }) => tableNode(folded(table)) === folded(node));
  if (!slot) return node;
  const { sha256: hash, plan, fileName, bytes, rowCount } = slot;
  const table = folded(slot.table);
  return hash === undefined ? { table, plan, fileName, bytes, rowCount } : { table, plan, hash };
}
