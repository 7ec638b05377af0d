import type { Database } from "../../engine";
import type { Notebook } from "../model";
import { writeSingleFile, type SingleFile } from "../model/single-file";
import type { Session } from "./session";
import { sharedFile, type Shared } from "./share-notebook";
import { ownProgram } from "./single-file-program";
import { leavingTable, type LeavingTable } from "./single-file-tables";

/** What goes with a notebook into a file that runs by itself. */
export interface LiveWish {
  /** The tables whose rows leave, and the columns of each. */
  readonly tables: ReadonlyMap<string, readonly string[]>;
  readonly language: string;
  readonly words: SingleFile["words"];
}

export type LiveFile = (shared: Shared, wish: LiveWish) => Promise<Blob>;

/** Writes such files. A table is packed anew only when it was read anew, or other columns of it are wanted. */
export function liveFiles(session: () => Session, database: () => Promise<Database>): LiveFile {
  const packed = new Map<string, { readonly key: string; readonly made: Promise<LeavingTable> }>();

  function leaving(table: string, columns: readonly string[]): Promise<LeavingTable> {
    const state = session().tables[table];
    const slot = session().notebook.data.find((one) => one.table === table);
    if (!state || !slot) throw new Error(`not loaded: ${table}`);
    const key = JSON.stringify([state.load, columns]);
    const known = packed.get(table);
    if (known?.key === key) return known.made;
    const made = database().then((ready) => leavingTable(ready, slot, columns));
    packed.set(table, { key, made });
    made.catch(() => packed.delete(table));
    return made;
  }

  return async (shared, { tables, language, words }) => {
    const given: LeavingTable[] = [];
    for (const [table, columns] of tables) given.push(await leaving(table, columns));
    const slots = new Map(given.map(({ slot }) => [slot.table, slot]));
    const { notebook } = shared;
    const data = notebook.data.map((slot) => slots.get(slot.table) ?? slot);
    const text = await sharedFile({ ...shared, notebook: { ...notebook, data } }, noPicture);
    return fileOf({
      program: await ownProgram(),
      notebook: text,
      data: given.map((one) => one.packed),
      title: notebook.title,
      language,
      words,
    });
  };
}

export function fileOf(file: SingleFile): Blob {
  return new Blob(writeSingleFile(file), { type: "text/html" });
}

/** Pictures for programs that cannot draw: this file is its own program. */
const noPicture = () => Promise.resolve(null);

/** The tables of a notebook whose rows are not among those of its file. */
export function withoutRows({ data }: Notebook, packed: SingleFile["data"]): readonly string[] {
  return data
    .filter(({ table, fileName }) => !packed.some((one) => one.table === table && one.name === fileName))
    .map(({ table }) => table);
}
