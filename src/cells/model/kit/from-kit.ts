import type { Random } from "../id";
import { linesOf } from "../lines";
import { newNotebook } from "../new-cell";
import { loss, note, type Note } from "../note";
import type { Cell, ForeignCell } from "../notebook";
import type { ReadNotebook } from "../read-notebook";
import { validRelationName } from "../relation-name";
import { javascriptTypes, kitTypes, type KitCell } from "./kit-notebook";
import { readKit } from "./read-kit";

/**
 * A notebook of Notebook Kit as one of Ebb: Markdown, SQL, TypeScript and JavaScript become cells of their kind, cells of
 * other languages are kept as text. What Ebb has no place for stays under `ebb.kit`, for the way back.
 * Throws `ReadError`. The file itself is never written over: `readOnly` only says that something of it was lost.
 */
export function notebookOfKit(text: string, options: { readonly random?: Random } = {}): ReadNotebook {
  const { kit, isBroken, swallowed } = readKit(text);
  const notes: Note[] = [];
  if (isBroken) {
    const values = { cells: swallowed.join(", ") };
    notes.push(loss("kit-broken", "caution", "broken before it came here", values));
  }
  const cells = kit.cells.map(cellOf);
  const foreign = kit.cells.filter((_, i) => cells[i]!.kind === "foreign");
  if (foreign.length) {
    const types = [...new Set(foreign.map(({ type }) => type))].join(", ");
    const values = { count: String(foreign.length), types };
    notes.push(note("kit-languages", "info", `cells in other languages: ${types}`, values));
  }
  const databases = kit.cells.flatMap(({ others }) => others.database ?? []);
  if (databases.length) {
    const values = { names: [...new Set(databases)].join(", ") };
    notes.push(note("kit-databases", "info", `queries for other databases: ${values.names}`, values));
  }
  const kept = { ...(kit.theme && { theme: kit.theme }), ...(kit.readOnly && { readOnly: true }) };
  return {
    notebook: {
      ...newNotebook(options.random),
      title: kit.title === "Untitled" ? "" : kit.title,
      cells,
      foreign: Object.keys(kept).length ? { ebb: { kit: kept } } : {},
    },
    notes,
    readOnly: isBroken,
  };
}

function cellOf(cell: KitCell): Cell {
  const id = `kit-${cell.id}`;
  const { type, text: source, output } = cell;
  if (type === kitTypes.markdown) {
    return { kind: "markdown", id, name: "", source, saved: null, foreign: withKit({}, shownAs(cell)) };
  }
  if (type === kitTypes.sql) {
    const isName = validRelationName(output) === "ok";
    const kept = { ...cell.others, ...(output && !isName ? { output } : {}) };
    const foreign = withKit(hiding(cell), kept);
    return { kind: "sql", id, name: isName ? output : "", source, saved: null, foreign };
  }
  if (type === kitTypes.typescript || javascriptTypes.includes(type)) {
    return { kind: "typescript", id, name: "", source, saved: null, foreign: hiding(cell) };
  }
  const kept = { type, ...cell.others, ...(output ? { output } : {}), ...shownAs(cell) };
  const raw = { cell_type: "raw", metadata: withKit({}, kept), source: linesOf(source) };
  return { kind: "foreign", id, name: "", source, saved: null, foreign: {}, raw } satisfies ForeignCell;
}

/** In nbformat's own words: a cell that is not pinned folds its source away. */
function hiding({ pinned, hidden }: KitCell): Cell["foreign"] {
  const jupyter = { ...(pinned ? {} : { source_hidden: true }), ...(hidden ? { outputs_hidden: true } : {}) };
  return Object.keys(jupyter).length ? { jupyter } : {};
}

function shownAs({ pinned, hidden }: KitCell): Readonly<Record<string, true>> {
  return { ...(pinned && { pinned }), ...(hidden && { hidden }) };
}

function withKit(foreign: Cell["foreign"], kit: Readonly<Record<string, unknown>>): Cell["foreign"] {
  return Object.keys(kit).length ? { ...foreign, ebb: { kit } } : foreign;
}
