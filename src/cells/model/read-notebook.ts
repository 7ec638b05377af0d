import * as v from "valibot";
import { folded } from "../../engine";
import { isId, newId, type Random } from "./id";
import { unmarkedNotebook } from "./language-marks";
import { readLedger } from "./ledger/read-ledger";
import { fileVersion, migrated, versionOf } from "./migrations";
import { isObject } from "./nbformat";
import { newNotebook } from "./new-cell";
import { loss, note, type Note } from "./note";
import type { DataSlot, Notebook, NotebookSettings } from "./notebook";
import { parseJson } from "./parse-json";
import { readCell } from "./read-cell";
import { readNbformat } from "./read-nbformat";
import { dataSlot, settings } from "./schemas";

export interface ReadNotebook {
  readonly notebook: Notebook;
  readonly notes: readonly Note[];
  /** The file holds things this version would lose: show it, run it, but never save over it. */
  readonly readOnly: boolean;
}

/**
 * Any `.ipynb` file: ours, or another tool's. Throws `ReadError` and nothing else.
 * What is not ours is kept: metadata, attachments, and cells and outputs of other languages.
 */
export function readNotebook(text: string, options: { readonly random?: Random } = {}): ReadNotebook {
  const { file, notes, isNewer } = readNbformat(parseJson(text), options.random);
  const found: Note[] = [...notes];
  const version = versionOf(file);
  if (version > fileVersion) found.unshift(newerVersion(version));
  const current = migrated(file);
  const { ebb, title, ...others } = current.metadata;
  if (title !== undefined && typeof title !== "string") {
    found.push(loss("keys-dropped", "caution", "keys dropped: title", { place: "", keys: "title" }));
  }
  const { version: _version, id, settings: chosen, data, ledger, ...rest } = isObject(ebb) ? ebb : {};
  const foreign = unmarkedNotebook(others);
  const trail = readLedger(ledger);
  if (trail.isNewer) found.push(newerVersion(version));
  else if (trail.lost)
    found.push(
      note("damaged", "caution", `damaged entries of the ledger: ${trail.lost}`, {
        place: "ledger",
        count: String(trail.lost),
      }),
    );
  const notebook: Notebook = {
    id: isId(id) ? id : newId(options.random),
    title: typeof title === "string" ? title : "",
    cells: current.cells.map((cell) => readCell(cell, found)),
    data: readSlots(data, found),
    settings: readSettings(chosen, found),
    ledger: trail.ledger,
    foreign: Object.keys(rest).length ? { ...foreign, ebb: rest } : foreign,
  };
  if (!isObject(ebb)) found.push(...otherLanguage(notebook));
  const readOnly = isNewer || version > fileVersion || trail.isNewer || found.some((one) => one.loses);
  return { notebook, notes: found, readOnly };
}

/** Told of another tool's notebook only: whoever puts such a cell into a notebook of Ebb knows it. */
function otherLanguage({ cells, foreign }: Notebook): Note[] {
  const count = cells.filter((cell) => cell.kind === "foreign" && cell.raw.cell_type === "code").length;
  if (count === 0) return [];
  const values = { count: String(count), language: languageIn(foreign) };
  return [note("other-language", "info", `cells in another language: ${values.count}`, values)];
}

/** "" where the file does not say. */
function languageIn({ language_info: info, kernelspec: kernel }: Notebook["foreign"]): string {
  if (isObject(info) && typeof info.name === "string") return info.name;
  if (!isObject(kernel)) return "";
  return [kernel.language, kernel.display_name, kernel.name].find((name) => typeof name === "string") ?? "";
}

function newerVersion(version: number): Note {
  return note("newer-version", "caution", `newer version: ${version}`, { version: String(version) });
}

/** One table one slot: of two with the same name the first counts. */
function readSlots(found: unknown, notes: Note[]): readonly DataSlot[] {
  if (found === undefined) return [];
  const slots = Array.isArray(found) ? found.map((slot) => v.safeParse(dataSlot, slot)) : [];
  const good = slots.filter((slot) => slot.success).map((slot) => slot.output);
  const bad = Array.isArray(found) ? slots.length - good.length : 1;
  if (bad)
    notes.push(
      loss("damaged", "caution", `damaged data slots: ${bad}`, { place: "data", count: String(bad) }),
    );
  return good.filter(({ table }, i) => good.findIndex((slot) => folded(slot.table) === folded(table)) === i);
}

function readSettings(found: unknown, notes: Note[]): NotebookSettings {
  if (found === undefined) return newNotebook().settings;
  const read = v.safeParse(settings, found);
  if (read.success) return read.output;
  notes.push(loss("damaged", "info", "damaged settings", { place: "settings" }));
  return newNotebook().settings;
}
