import { newNotebook } from "./new-cell";
import { isObject } from "./nbformat";
import type { Cell } from "./notebook";
import { readOrNull } from "./conflict";
import { writeNotebook } from "./write-notebook";

/** As Jupyter Notebook puts cells on the clipboard: a list of nbformat's cells in an element of this class, so that any browser takes it. */
const before = '<pre class="jupyter-nb-cells-json">';
const after = "</pre>";

/** Cells for the clipboard, without results: of those nothing leaves unseen. `plain` is what an editor of texts gets. */
export function copiedCells(cells: readonly Cell[]): { readonly html: string; readonly plain: string } {
  const { cells: written } = JSON.parse(writeNotebook({ ...newNotebook(), cells }, { results: false })) as {
    cells: unknown;
  };
  // The same JSON, with no sign in it that HTML has a use for.
  const json = JSON.stringify(written).replace(
    /[<>&]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const plain = cells.map((cell) => ("source" in cell ? cell.source : cell.name)).join("\n\n");
  return { html: `${before}${json}${after}`, plain };
}

/**
 * The cells on a clipboard: those of Ebb or of Jupyter Notebook, or a text that is a notebook or a list of cells. Numbers that were
 * reckoned elsewhere are left behind; what another program's code gave stays with it, to be shown as in a file. null: there are none.
 */
export function cellsCopied(html: string, plain: string): readonly Cell[] | null {
  const from = html.indexOf(before);
  const to = html.lastIndexOf(after);
  const json = from >= 0 && to > from ? html.slice(from + before.length, to) : plain.trim();
  const list = listIn(json);
  const read =
    list && readOrNull(JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata: {}, cells: list }));
  const cells = read?.notebook.cells.map((cell): Cell =>
    cell.kind === "foreign" ? cell : { ...cell, saved: null },
  );
  return cells?.length ? cells : null;
}

function listIn(json: string): readonly unknown[] | null {
  if (!/^[[{]/.test(json)) return null;
  try {
    const found: unknown = JSON.parse(json);
    const list = isObject(found) && "nbformat" in found ? found.cells : found;
    const isList = Array.isArray(list) && list.every((one) => isObject(one) && "cell_type" in one);
    return isList ? list : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
