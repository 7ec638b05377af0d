import { ownText, readOrNull } from "./conflict";
import { isObject } from "./nbformat";
import { note } from "./note";
import type { ReadNotebook } from "./read-notebook";

/**
 * What can still be read of a text that breaks off or was changed by hand: every cell that stands whole; of a merge conflict those
 * of the own side. Always for reading only; null when nothing is there to be read.
 */
export function salvaged(text: string): ReadNotebook | null {
  const { cells, lost } = wholeCells(ownText(text) ?? text);
  if (cells.length === 0) return null;
  const read = readOrNull(JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells }));
  if (!read) return null;
  const counts = { count: String(cells.length), lost: String(lost) };
  const told = note("pieces", "caution", `cells read: ${counts.count}, lost: ${counts.lost}`, counts);
  return { ...read, notes: [told, ...read.notes], readOnly: true };
}

const piece = /"(?:[^"\\\n]|\\.)*"?|[{}[\]]/g;

/** Every object in the list `cells` that is JSON by itself; braces are counted outside of strings. */
function wholeCells(text: string): { readonly cells: readonly unknown[]; readonly lost: number } {
  const list = /"cells"\s*:\s*\[/.exec(text);
  const cells: unknown[] = [];
  let lost = 0;
  if (!list) return { cells, lost };
  let [depth, start] = [0, -1];
  piece.lastIndex = list.index + list[0].length;
  for (let found = piece.exec(text); found; found = piece.exec(text)) {
    const [sign] = found;
    if (sign === "{" || sign === "[") {
      if (depth === 0) start = found.index;
      depth++;
    } else if (sign === "}" || sign === "]") {
      depth--;
      if (depth < 0) return { cells, lost };
      if (depth > 0) continue;
      const cell = parsedOrNull(text.slice(start, piece.lastIndex));
      if (isObject(cell) && "cell_type" in cell) cells.push(cell);
      else lost++;
    }
  }
  return { cells, lost: lost + 1 };
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
