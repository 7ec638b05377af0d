import { fittedAttachments, fittedCellMetadata, fittedMetadata, fittedOutput } from "./fit-nbformat";
import { isId, newId, type Random } from "./id";
import { textOfLines } from "./lines";
import { looksLike } from "./looks-like";
import { isObject, type JsonObject, type NbCell, type NbFile } from "./nbformat";
import { upgradedFrom3 } from "./nbformat3";
import { loss, note, type Note } from "./note";
import { ReadError } from "./read-error";

/** Any notebook file from nbformat 2 on as a valid 4.5, and what had to be done for it. */
export interface ReadFile {
  readonly file: NbFile;
  readonly notes: readonly Note[];
  /** For a later nbformat: it holds things we would lose. */
  readonly isNewer: boolean;
}

export function readNbformat(value: unknown, random?: Random): ReadFile {
  const found = isObject(value) ? versioned(value) : null;
  if (!found) {
    const kind = looksLike(value);
    throw new ReadError("not-a-notebook", `not a notebook: ${kind}`, { values: { looksLike: kind } });
  }
  const { version, minor, body } = found;
  const isNewer = version > 4 || (version === 4 && minor > 5);
  const isOlder = version < 4 || (version === 4 && minor < 5);
  const notes: Note[] = [];
  const written = `${version}.${minor}`;
  if (isNewer)
    notes.push(note("newer-nbformat", "caution", `newer nbformat: ${written}`, { version: written }));
  if (isOlder)
    notes.push(note("upgraded", "info", `upgraded from nbformat ${written}`, { version: written }));
  const cells = (body.cells as readonly unknown[]).map((cell, i) => readCell(cell, i, notes));
  const metadata = fittedMetadata(isObject(body.metadata) ? without(body.metadata, "orig_nbformat") : {});
  if (metadata.dropped.length) notes.push(dropped("", metadata.dropped));
  return {
    file: {
      metadata: metadata.value,
      cells: withIds(cells, !isOlder, notes, random),
    },
    notes,
    isNewer,
  };
}

function versioned(value: JsonObject): { version: number; minor: number; body: JsonObject } | null {
  const version = Number.isInteger(value.nbformat) ? Number(value.nbformat) : null;
  const minor = Number.isInteger(value.nbformat_minor) ? Number(value.nbformat_minor) : 0;
  if ((version === 2 || version === 3) && Array.isArray(value.worksheets)) {
    return { version, minor, body: upgradedFrom3(value) };
  }
  if (!Array.isArray(value.cells) || version === 1) return null;
  if (version !== null && version >= 4) return { version, minor, body: value };
  const areCells =
    value.cells.length > 0 && value.cells.every((cell) => isObject(cell) && "cell_type" in cell);
  return areCells ? { version: 4, minor: 0, body: value } : null;
}

type WithoutId = Omit<NbCell, "id"> & { readonly id: unknown };

function readCell(value: unknown, index: number, notes: Note[]): WithoutId {
  const source = isObject(value) ? value.source : undefined;
  if (!isObject(value) || !isCellType(value.cell_type) || textOfLines(source) === undefined) {
    notes.push(loss("damaged", "caution", `damaged cell: #${index + 1}`, { place: `#${index + 1}` }));
    const id = isObject(value) ? value.id : undefined;
    return { id, cell_type: "raw", metadata: {}, source: JSON.stringify(value, null, 1) };
  }
  const {
    cell_type,
    id,
    metadata,
    source: _source,
    attachments,
    execution_count,
    outputs,
    ...others
  } = value;
  // Trust is this computer's to give; nbformat forbids writing it.
  const own = fittedCellMetadata(cell_type, isObject(metadata) ? without(metadata, "trusted") : {});
  const files = fittedAttachments(cell_type !== "code" && isObject(attachments) ? attachments : {});
  const shown = cell_type === "code" && Array.isArray(outputs) ? outputs.map(fittedOutput) : [];
  const place = `#${index + 1}`;
  const keys = [own, files, ...shown].flatMap((one) => one.dropped);
  const gone = [...Object.keys(others), ...keys];
  if (gone.length) notes.push(dropped(place, gone));
  if (shown.some(({ isKept }) => !isKept))
    notes.push(loss("damaged", "caution", `damaged output of cell ${place}`, { place }));
  return {
    id,
    cell_type,
    metadata: own.value,
    source: source as string | readonly string[],
    ...(cell_type !== "code" && isObject(attachments) ? { attachments: files.value } : {}),
    ...(cell_type === "code"
      ? { execution_count: countOf(execution_count), outputs: shown.map(({ value }) => value) }
      : {}),
  };
}

function dropped(place: string, keys: readonly string[]): Note {
  const values = { place, keys: [...new Set(keys)].join(", ") };
  const where = place ? ` of cell ${place}` : "";
  return loss("keys-dropped", "caution", `keys dropped: ${values.keys}${where}`, values);
}

function isCellType(value: unknown): value is NbCell["cell_type"] {
  return value === "code" || value === "markdown" || value === "raw";
}

function countOf(value: unknown): number | null {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : null;
}

/** Cells of 4.4 and older have no ids yet; later ones should, and should not share them. */
function withIds(cells: readonly WithoutId[], expected: boolean, notes: Note[], random?: Random): NbCell[] {
  const used = new Set<string>();
  let repaired = 0;
  const named = cells.map((cell) => {
    if (isId(cell.id) && !used.has(cell.id)) {
      used.add(cell.id);
      return { ...cell, id: cell.id };
    }
    if (expected || cell.id !== undefined) repaired++;
    const fresh = newId(random);
    let id = fresh;
    for (let n = 2; used.has(id); n++) id = `${fresh}-${n}`;
    used.add(id);
    return { ...cell, id };
  });
  if (repaired)
    notes.push(note("ids-repaired", "info", `ids repaired: ${repaired}`, { count: String(repaired) }));
  return named;
}

function without(object: JsonObject, key: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}
