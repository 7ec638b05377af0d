import type { Language } from "../../analyses";
import { openStore, type Store } from "../../engine";
import { errorOf } from "../kinds";
import { readNotebook, writeNotebook } from "../model";
import type { Event } from "./event";
import type { Opened } from "./notebook-files";
import type { Kept } from "./queries";
import type { Session } from "./session";
import { withResults } from "./with-results";

/** A pause in typing after which the notebook is written down. */
const pauseMs = 400;

export type Keeping = ReturnType<typeof openKeeping>;

/**
 * What survives a reload: the open notebook after each pause in typing, and the files of its tables.
 * Without storage (a private window) Ebb goes on in memory and says so once.
 */
export function openKeeping(session: () => Session, send: (event: Event) => void, language: () => Language) {
  const opening = openStore();
  const fromHere = new WeakSet<File>();
  let waiting: ReturnType<typeof setTimeout> | null = null;
  let complained = false;
  let release: (() => void) | null = null;

  async function attempt<T>(work: (store: Store) => Promise<T>): Promise<T | null> {
    try {
      return await work(await opening);
    } catch (error) {
      send({ type: "autosave-changed", state: "failed" });
      const { message } = errorOf(error);
      if (!complained)
        send({
          type: "notice-raised",
          notice: { id: "storage", level: "caution", code: "storage", values: { message } },
        });
      complained = true;
      return null;
    }
  }

  /** Writes at once what is waiting; the page may be gone in a moment. */
  function now(): void {
    if (waiting === null) return;
    clearTimeout(waiting);
    waiting = null;
    const { notebook, readOnly } = session();
    if (readOnly || (notebook.cells.length === 0 && notebook.data.length === 0)) return;
    const text = writeNotebook(withResults(session(), language(), null), { results: true });
    send({ type: "autosave-changed", state: "saving" });
    void attempt((store) => store.saveNotebook({ id: notebook.id, title: notebook.title, text })).then(
      (saved) => saved !== null && send({ type: "autosave-changed", state: "saved" }),
    );
  }

  document.addEventListener("visibilitychange", () => document.hidden && now());
  window.addEventListener("pagehide", now);

  return {
    now,
    soon(): void {
      if (waiting !== null) clearTimeout(waiting);
      waiting = setTimeout(now, pauseMs);
    },

    async keepFile(table: string, file: File): Promise<void> {
      const notebook = session().notebook.id;
      if (!fromHere.has(file)) await attempt((store) => store.saveFile({ notebook, table, file }));
    },

    async forgetFile(table: string): Promise<void> {
      const notebook = session().notebook.id;
      await attempt((store) => store.removeFile({ notebook, table }));
    },

    /** A file opened again finds the data that were loaded for it before. */
    async dataOf(notebook: string): Promise<{ table: string; file: File }[]> {
      const found = (await attempt((store) => store.filesOf(notebook))) ?? [];
      for (const { file } of found) fromHere.add(file);
      return found.map(({ table, file }) => ({ table, file }));
    },

    /** The notebook that was open last, unless another tab has it: two tabs must not write over each other. */
    async restore(show: (opened: Opened) => void): Promise<void> {
      const last = await attempt((store) => store.lastNotebook());
      if (last && session().notebook.cells.length === 0) {
        const opened = await this.open(last.id);
        if (opened) show(opened);
      }
    },

    async open(id: string): Promise<Opened | null> {
      const kept = await attempt((store) => store.readNotebook(id));
      if (!kept || !(await this.hold(id))) return null;
      const { notebook, readOnly } = readNotebook(kept.text);
      await attempt((store) => store.markOpened(id));
      const handle = await attempt((store) => store.handleOf(id));
      return { notebook, readOnly, data: await this.dataOf(id), handle, fileName: handle?.name ?? null };
    },

    /** Takes the notebook for this tab; false while another tab has it. */
    hold(id: string): Promise<boolean> {
      release?.();
      release = null;
      return new Promise((resolve) => {
        void navigator.locks.request(`ebb notebook ${id}`, { ifAvailable: true }, (lock) => {
          resolve(lock !== null);
          return lock && new Promise<void>((done) => (release = done));
        });
      });
    },

    async keepHandle(handle: FileSystemFileHandle | null): Promise<void> {
      const notebook = session().notebook.id;
      await attempt((store) => store.saveHandle(notebook, handle));
    },

    async list(): Promise<readonly Kept[]> {
      const current = session().notebook.id;
      const store = await opening;
      const kept = await store.list();
      return kept.map((one) => ({ ...one, current: one.notebook === current }));
    },

    async erase(what: Kept | "all"): Promise<void> {
      await attempt((store) => (what === "all" ? store.eraseAll() : store.erase(what)));
    },
  };
}
