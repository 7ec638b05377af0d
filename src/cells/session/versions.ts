import type { DeletedCell, Store, VersionEntry, VersionReason } from "../../engine";
import { newNotebook, ReadError, readNotebook, writeNotebook, type Cell, type Notebook } from "../model";
import { normalForm } from "./normal-form";

/** Work of so long is one version; undo is for what is nearer. */
const workMs = 5 * 60_000;

export interface BinnedCell {
  readonly id: string;
  readonly cell: Cell;
  readonly at: number;
  /** In ms since 1970. */
  readonly deleted: number;
}

/** A notebook's file as it is kept, under the id it is kept by. */
export interface Written {
  readonly id: string;
  readonly text: string;
}

interface Needs {
  readonly attempt: <T>(work: (store: Store) => Promise<T>) => Promise<T | null>;
  readonly now?: () => number;
}

/** Puts a notebook away as it stands, from time to time and whenever something might take its place. */
export function versionKeeper({ attempt, now = Date.now }: Needs) {
  /** What the latest version of a notebook holds, as far as this page knows. */
  const latest = new Map<string, { readonly form: string; readonly made: number }>();
  let turn: Promise<unknown> = Promise.resolve();

  async function latestOf(notebook: string): Promise<{ form: string; made: number }> {
    const known = latest.get(notebook);
    if (known) return known;
    const [version] = (await attempt((store) => store.versionsOf(notebook))) ?? [];
    const text = version && (await attempt((store) => store.readVersion(version.id)));
    return { form: text ? formOf(text) : "", made: version?.made ?? 0 };
  }

  async function put({ id, text }: Written, reason: VersionReason, name: string | null): Promise<void> {
    const last = await latestOf(id);
    latest.set(id, last);
    if (reason === "work" && now() - last.made < workMs) return;
    const notebook = notebookIn(text);
    if (!notebook || isEmpty(notebook)) return;
    const form = normalForm(notebook);
    if (name === null && form === last.form) return;
    const { title, cells } = notebook;
    const said = { notebook: id, title, text, cells: cells.length, reason, name };
    const made = await attempt((store) => store.saveVersion(said));
    if (made) latest.set(id, { form, made: made.made });
  }

  return {
    /** One after the other. A notebook that stands as in its latest version makes none, unless it gets a name. */
    put(written: Written, reason: VersionReason, name: string | null = null): Promise<void> {
      const done = turn.then(() => put(written, reason, name));
      turn = done.catch(() => undefined);
      return done;
    },

    list: async (notebook: string): Promise<readonly VersionEntry[]> => {
      await turn;
      return (await attempt((store) => store.versionsOf(notebook))) ?? [];
    },

    /** null when it is gone, or cannot be read. */
    async read(version: string): Promise<Notebook | null> {
      const text = await attempt((store) => store.readVersion(version));
      return text === null ? null : notebookIn(text);
    },

    async name(version: string, name: string): Promise<void> {
      await attempt((store) => store.nameVersion(version, name.trim() || null));
    },

    async bin(notebook: string, cell: Cell, at: number): Promise<void> {
      const text = writeNotebook({ ...newNotebook(), cells: [cell] }, { results: true });
      await attempt((store) => store.keepDeleted({ notebook, at, cell: text }));
    },

    async binned(notebook: string): Promise<readonly BinnedCell[]> {
      const found = (await attempt((store) => store.deletedCellsOf(notebook))) ?? [];
      return found.flatMap(binnedCell);
    },

    async unbin(id: string): Promise<void> {
      await attempt((store) => store.forgetDeleted(id));
    },

    /** The notebook goes on under another id. */
    async follow(from: string, to: string): Promise<void> {
      await attempt((store) => store.copyVersions(from, to));
    },
  };
}

function binnedCell({ id, cell: text, at, deleted }: DeletedCell): BinnedCell[] {
  const cell = typeof text === "string" ? notebookIn(text)?.cells[0] : undefined;
  return cell ? [{ id, cell, at, deleted }] : [];
}

function isEmpty({ title, cells, data }: Notebook): boolean {
  return title === "" && cells.length === 0 && data.length === 0;
}

function formOf(text: string): string {
  const notebook = notebookIn(text);
  return notebook ? normalForm(notebook) : "";
}

/** Written by this page or by an older one; what the disk has spoiled is no version. */
function notebookIn(text: string): Notebook | null {
  try {
    return readNotebook(text).notebook;
  } catch (error) {
    if (error instanceof ReadError) return null;
    throw error;
  }
}
