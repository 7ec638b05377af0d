import type { VersionEntry } from "../../engine";
import { newId, type Notebook } from "../model";
import type { Language } from "../../analyses";
import type { Event } from "./event";
import type { Keeping } from "./keeping";
import type { Session } from "./session";
import type { BinnedCell } from "./versions";
import { withResults } from "./with-results";

/** What the open notebook was, and the cells that were deleted from it. */
export interface NotebookHistory {
  /** The latest first. */
  readonly versions: () => Promise<readonly VersionEntry[]>;
  /** null when it cannot be read. */
  readonly read: (version: string) => Promise<Notebook | null>;
  /** As it stands now, with the results on the page. */
  readonly current: () => Notebook;
  readonly keep: (name: string) => Promise<void>;
  readonly rename: (version: string, name: string) => Promise<void>;
  /** What stands here now becomes a version first. Undo takes it back. */
  readonly restore: (version: string) => Promise<void>;
  /** The latest first, without those that are back already. */
  readonly deletedCells: () => Promise<readonly BinnedCell[]>;
  readonly putBack: (deleted: BinnedCell) => Promise<void>;
}

interface Needs {
  readonly session: () => Session;
  readonly send: (event: Event) => void;
  readonly language: () => Language;
  readonly keeping: Keeping;
}

export function notebookHistory({ session, send, language, keeping }: Needs): NotebookHistory {
  const { versions } = keeping;
  const current = () => withResults(session(), language(), null);
  const written = () => ({ id: keeping.id(), notebook: current() });
  return {
    versions: () => versions.list(keeping.id()),
    read: versions.read,
    current,
    keep: (name) => versions.put(written(), "named", name.trim()),
    rename: versions.name,
    async restore(version) {
      const notebook = await versions.read(version);
      if (!notebook) return;
      await versions.put(written(), "restored");
      send({ type: "version-restored", notebook });
    },
    async deletedCells() {
      const here = new Set(session().notebook.cells.map(({ id }) => id));
      return (await versions.binned(keeping.id())).filter(({ cell }) => !here.has(cell.id));
    },
    async putBack({ id, cell, at }) {
      const { cells } = session().notebook;
      const isTaken = cells.some((one) => one.id === cell.id);
      const back = isTaken ? { ...cell, id: newId() } : cell;
      send({ type: "cell-inserted", cell: back, at: Math.min(at, cells.length), edit: false });
      await versions.unbin(id);
    },
  };
}
