import { builtInViews, fileSet, openPeeks, tableNameFor, type NamedFile, type Peeks } from "../../engine";
import { newId, type DataSlot } from "../model";
import { arranged } from "./arrange-files";
import type { Event } from "./event";
import type { ChosenFile } from "./file-dialogs";
import type { FolderFiles } from "./folder-files";
import type { Session } from "./session";
import { hasItsColumns, onlyWaiting } from "./waiting-for";

interface Needs {
  readonly session: () => Session;
  readonly send: (event: Event) => void;
  readonly openNotebook: (chosen: ChosenFile) => Promise<void>;
}

/** Files on their way in: which is a notebook, which make one table together, and which tables they are meant for. */
export function fileTaker({ session, send, openNotebook }: Needs) {
  async function take(chosen: readonly ChosenFile[], table?: string): Promise<void> {
    const isOurs = await Promise.all(chosen.map(({ file }) => isNotebook(file)));
    const notebooks = chosen.filter((_, i) => isOurs[i]);
    const data = chosen.filter((_, i) => !isOurs[i]).map(({ file }) => ({ file, name: file.name }));
    for (const notebook of notebooks) await openNotebook(notebook);
    // Several for one table are meant to be one.
    if (table !== undefined && data.length > 1) return give([fileSet(data)], table);
    give(await arrangedHere(data, false), table ?? (await tableOf(data)));
  }

  async function takeFolder({ files, skipped }: FolderFiles): Promise<void> {
    if (skipped.length || !files.length) {
      const names = `${skipped.slice(0, mostNamed).join(", ")}${skipped.length > mostNamed ? ", …" : ""}`;
      const values = { count: String(skipped.length), files: String(files.length), names };
      send({
        type: "notice-raised",
        notice: { id: "folder-skipped", level: "info", code: "folder-skipped", values },
      });
    }
    give(await arrangedHere(files, true));
  }

  /** A file under a new name is not told by it: by its columns, where one table alone waits. */
  async function tableOf(data: readonly NamedFile[]): Promise<string | undefined> {
    const [one] = data;
    const slot = onlyWaiting(session());
    if (!one || data.length > 1 || !slot || slotsFor(one.file, session()).length) return undefined;
    const shape = await lookingAt((peeks) => peeks.shape(one.file));
    return shape && hasItsColumns(slot, shape) && onlyWaiting(session()) === slot ? slot.table : undefined;
  }

  function give(files: readonly File[], table?: string): void {
    const taken = takenNames(session());
    const meant = files.flatMap((file) => {
      const slots = table ? [table] : slotsFor(file, session());
      const names = slots.length ? slots : [tableNameFor(file.name, taken)];
      taken.push(...names);
      return names.map((name) => ({ load: newId(), table: name, file }));
    });
    if (meant.length) send({ type: "files-given", files: meant, kept: false });
  }

  return { take, takeFolder };
}

const mostNamed = 20;

async function arrangedHere(files: readonly NamedFile[], isFolder: boolean): Promise<readonly File[]> {
  if (files.length < 2) return files.map(({ file }) => file);
  return lookingAt((peeks) => arranged(files, isFolder, (file) => peeks.shape(file)));
}

async function lookingAt<T>(look: (peeks: Peeks) => Promise<T>): Promise<T> {
  const peeks = openPeeks();
  try {
    return await look(await peeks);
  } finally {
    void peeks.then((open) => open.close());
  }
}

/** Larger JSON is no notebook that anybody could work in. */
const mostNotebook = 256 << 20;

/** JSON may be data as well: a notebook says of which format it is. */
async function isNotebook(file: File): Promise<boolean> {
  if (!/\.json$/i.test(file.name)) return /\.(ipynb|html?|sql)$/i.test(file.name);
  if (file.size > mostNotebook) return false;
  const text = await file.text().catch(() => "");
  return /^\s*\{/.test(text) && /"(nbformat|cell_type)"\s*:/.test(text);
}

/** The notebook waits for a file of this name, perhaps for several tables of it. */
function slotsFor(file: File, { notebook, tables }: Session): string[] {
  const waiting = notebook.data.filter((slot) => slot.fileName === file.name && !tables[slot.table]);
  // Two files may have one name; two sheets are of one file.
  return waiting
    .filter((slot, i) => i === 0 || (isPart(slot) && isPart(waiting[0]!)))
    .map(({ table }) => table);
}

/** A sheet of a workbook, a file of an archive, or a table of a database. */
function isPart({ plan }: DataSlot): boolean {
  return plan !== null && (["xlsx", "duckdb"].includes(plan.source.format) || plan.entry !== null);
}

/** Names that a new table cannot have. A load that failed holds none. */
export function takenNames({ tables, loads, notebook }: Session): string[] {
  const loading = loads.filter((load) => !load.error).map((load) => load.table);
  const cells = notebook.cells.map((cell) => cell.name).filter(Boolean);
  // What every record seems to have: a table of such a name would be found where there is none.
  const ofRecords = Object.getOwnPropertyNames(Object.prototype);
  return [...Object.keys(tables), ...loading, ...cells, ...builtInViews, ...ofRecords];
}
