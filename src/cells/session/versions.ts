import type { DeletedCell, Store, VersionEntry, VersionReason } from "../../engine";
import {
  newNotebook,
  notebookParts,
  ReadError,
  readNotebook,
  sha256,
  writeNotebook,
  type Cell,
  type Notebook,
} from "../model";
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

/** A notebook with its results, and the id that it is kept by. */
export interface Written {
  readonly id: string;
  readonly notebook: Notebook;
}

interface Needs {
  readonly attempt: <T>(work: (store: Store) => Promise<T>) => Promise<T | null>;
  readonly now?: () => number;
}

/** Puts a notebook away as it stands, from time to time and whenever something might take its place. */
export function versionKeeper({ attempt, now = Date.now }: Needs) {
  /** What the latest version of a notebook holds, as far as this page knows. */
  const latest = new Map<string, { readonly mark: string; readonly made: number }>();
  let turn: Promise<unknown> = Promise.resolve();

  async function latestOf(notebook: string): Promise<{ mark: string; made: number }> {
    const known = latest.get(notebook);
    if (known) return known;
    const [version] = (await attempt((store) => store.versionsOf(notebook))) ?? [];
    if (!version) return { mark: "", made: 0 };
    // Older versions have no mark: their text is read once.
    const text = version.mark === undefined ? await attempt((store) => store.readVersion(version.id)) : null;
    return { mark: version.mark ?? (text ? markOfText(text) : ""), made: version.made };
  }

  async function put({ id, notebook }: Written, reason: VersionReason, name: string | null): Promise<void> {
    const last = await latestOf(id);
    latest.set(id, last);
    if (reason === "work" && now() - last.made < workMs) return;
    if (isEmpty(notebook)) return;
    const written = { ...notebook, id };
    const mark = markOf(written);
    if (name === null && mark === last.mark) return;
    const { title, cells } = notebook;
    const text = notebookParts(written, { results: true });
    const said = { notebook: id, title, text, cells: cells.length, reason, name, mark };
    const made = await attempt((store) => store.saveVersion(said));
    if (made) latest.set(id, { mark, made: made.made });
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

/** Two notebooks with the same mark say the same; results are left out. */
function markOf(notebook: Notebook): string {
  return sha256(normalForm(notebook));
}

function markOfText(text: string): string {
  const notebook = notebookIn(text);
  return notebook ? markOf(notebook) : "";
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
