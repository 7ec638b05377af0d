import type { Language } from "../../analyses";
import { folded, memoryStore, openStore, packedPage, type Store } from "../../engine";
import { errorOf } from "../kinds";
import { newId, readNotebook, writeNotebook, type Notebook } from "../model";
import { autosave, type Draft } from "./autosave";
import type { Event } from "./event";
import { fileKeeper } from "./keep-file";
import { keptCopies } from "./kept-copies";
import { lastWords, replay } from "./last-words";
import { normalForm } from "./normal-form";
import type { Opened } from "./notebook-files";
import type { Kept } from "./queries";
import type { Session } from "./session";
import { tabLock } from "./tab-lock";
import { versionKeeper } from "./versions";

/** A page that was closed or reloaded may have its notebook for a moment longer. */
const patienceMs = 700;

/** Swedish: 2024-11-22 14:05, the same in every language and in order in a list. */
const minute = new Intl.DateTimeFormat("sv", { dateStyle: "short", timeStyle: "short" });

export type Keeping = ReturnType<typeof openKeeping>;

/**
 * What survives a reload: the open notebook, and the files of its tables.
 * Without storage (a private window) Ebb goes on in memory and says so once.
 */
export function openKeeping(session: () => Session, send: (event: Event) => void, language: () => Language) {
  // A page from the disk shares its storage with every other: nothing of it is left there.
  const isLasting = !packedPage();
  const opening = isLasting ? openStore() : Promise.resolve(memoryStore());
  const copies = keptCopies();
  const words = lastWords();
  const lock = tabLock();
  const saving = autosave({ session, send, language, save, complain, leaveWords: words.leave });
  const versions = versionKeeper({ attempt });
  const keepCopy = fileKeeper({ store: () => opening, send });
  const copied = new Set<string>();
  let complained = false;

  function complain(error: unknown): void {
    send({ type: "autosave-changed", state: "failed" });
    const { message } = errorOf(error);
    if (!complained)
      send({
        type: "notice-raised",
        notice: { id: "storage", level: "caution", code: "storage", values: { message } },
      });
    complained = true;
  }

  function tellElsewhere({ id, title }: Kept): void {
    const said = { id: `erase-elsewhere ${id}`, code: "erase-elsewhere", values: { title } };
    send({ type: "notice-raised", notice: { ...said, level: "caution" } });
  }

  async function attempt<T>(work: (store: Store) => Promise<T>): Promise<T | null> {
    try {
      return await work(await opening);
    } catch (error) {
      complain(error);
      return null;
    }
  }

  async function done(work: (store: Store) => Promise<void>): Promise<boolean> {
    return (await attempt((store) => work(store).then(() => true))) ?? false;
  }

  async function save(draft: Draft): Promise<boolean> {
    const from = session().notebook.id;
    const isSaved = await done((store) => store.saveNotebook(draft));
    if (isSaved && (words.of(draft.id)?.time ?? Infinity) <= draft.modified) words.forget(draft.id);
    if (isSaved && draft.id !== from && saving.ids().includes(draft.id)) await followTo(draft.id, from);
    if (isSaved) void versions.put(draft, "work").catch(complain);
    return isSaved;
  }

  /** The notebook is kept under another id than its own: its data go along. */
  async function followTo(id: string, from: string): Promise<void> {
    if (copied.has(id)) return;
    copied.add(id);
    await lock.claim(id);
    await done((store) => store.copyFiles(from, id));
    await done((store) => store.copyVersions(from, id));
  }

  /** What a page left as it went, and did not come to keep, is kept now. */
  async function settle(id: string): Promise<void> {
    const left = words.of(id);
    if (!left) return words.forget(id);
    const kept = await attempt((store) => store.readNotebook(id));
    if (!kept || kept.modified < left.time) {
      const notebook = replay(left, kept && readNotebook(kept.text).notebook);
      const { title } = notebook;
      const draft = { id, title, text: writeNotebook(notebook, { results: true }), modified: left.time };
      if (!(await done((store) => store.saveNotebook(draft)))) return;
    }
    words.forget(id);
  }

  return {
    now: saving.now,
    store: () => opening,
    soon: saving.soon,
    copies,
    claim: lock.claim,
    release: lock.release,

    /** From here on this notebook is the one that is kept. */
    begin(notebook: Notebook): void {
      lock.releaseOthers(notebook.id);
      void lock.claim(notebook.id);
      saving.begin(notebook);
    },

    async keepFile(table: string, file: File): Promise<void> {
      if (copies.has(file)) return;
      const slot = session().notebook.data.find((one) => folded(one.table) === folded(table));
      const sha256 = slot?.fileName === file.name && slot.bytes === file.size ? slot.sha256 : undefined;
      for (const notebook of saving.ids()) await keepCopy(notebook, table, file, sha256);
    },

    async forgetFile(table: string): Promise<void> {
      for (const notebook of saving.ids()) await attempt((store) => store.removeFile({ notebook, table }));
    },

    async copyFiles(from: string, to: string): Promise<void> {
      await attempt((store) => store.copyFiles(from, to));
    },

    /** A file opened again finds the data that were loaded for it before. */
    async dataOf(notebook: string): Promise<{ table: string; file: File }[]> {
      const found = (await attempt((store) => store.filesOf(notebook))) ?? [];
      found.forEach(copies.add);
      return found.map(({ table, file }) => ({ table, file }));
    },

    /** What stood in a notebook before its present files came. */
    async earlierOf(notebook: string): Promise<Notebook | null> {
      return attempt(async (store) => {
        const text = await store.beforeOf(notebook);
        return text === null ? null : readNotebook(text).notebook;
      });
    },

    /** The notebook that was open last, unless another tab has it, or something was begun on the page meanwhile. */
    async restore(show: (opened: Opened) => void): Promise<void> {
      const first = session().notebook;
      this.begin(first);
      await Promise.all(
        words.notebooks().map(async (id) => (await lock.claim(id, patienceMs)) && (await settle(id))),
      );
      const last = await attempt((store) => store.lastNotebook());
      const opened = last && (await lock.claim(last.id, patienceMs)) ? await this.read(last.id) : null;
      const isUntouched = session().notebook === first && session().loads.length === 0;
      if (opened && isUntouched) show(opened);
      else lock.releaseOthers(session().notebook.id);
    },

    async read(id: string): Promise<Opened | null> {
      await settle(id);
      const kept = await attempt((store) => store.readNotebook(id));
      if (!kept) return null;
      const { notebook, readOnly } = readNotebook(kept.text);
      const [handle, written, data, earlier] = await Promise.all([
        attempt((store) => store.handleOf(id)),
        attempt((store) => store.writtenOf(id)),
        this.dataOf(id),
        this.earlierOf(id),
      ]);
      await attempt((store) => store.markOpened(id));
      void versions.put({ id, notebook }, "opened").catch(complain);
      const fileName = handle?.name ?? written?.fileName ?? null;
      const unsaved = written !== null && written.text !== normalForm(notebook);
      return { notebook, readOnly, data, handle, fileName, unsaved, ...(earlier && { earlier }) };
    },

    /**
     * Before a file takes the place of what is kept under its id: that stays in the list as a notebook of its own.
     * Answers with its title, or null when the file says the same.
     */
    async setAside(file: Notebook): Promise<string | null> {
      await saving.now();
      await settle(file.id);
      const kept = await attempt((store) => store.readNotebook(file.id));
      const { notebook } = kept ? readNotebook(kept.text) : { notebook: file };
      if (!kept || normalForm(notebook) === normalForm(file)) return null;
      const id = newId();
      const title = `${notebook.title} (${minute.format(kept.modified)})`.trim();
      const text = writeNotebook({ ...notebook, id, title }, { results: true });
      const store = await opening;
      await store.saveNotebook({ id, title, text, modified: kept.modified });
      await this.copyFiles(file.id, id);
      return title;
    },

    versions,
    /** Under which id the open notebook is kept; its versions and deleted cells lie there too. */
    id: (): string => saving.ids().at(-1)!,

    /** The file on disk now holds this. */
    async keepPlace(
      file: Notebook,
      fileName: string,
      handle: FileSystemFileHandle | null,
      version: { readonly reason: "opened" | "saved"; readonly notebook: Notebook },
    ): Promise<void> {
      void versions.put({ id: file.id, notebook: version.notebook }, version.reason).catch(complain);
      await attempt((store) => store.saveHandle(file.id, handle));
      await attempt((store) => store.saveWritten(file.id, { fileName, text: normalForm(file) }));
    },

    async list(): Promise<readonly Kept[]> {
      if (!isLasting) return [];
      const current = session().notebook.id;
      const store = await opening;
      const kept = await store.list();
      return Promise.all(
        kept.map(async (one) => ({
          ...one,
          current: one.notebook === current,
          inFile: one.kind === "notebook" && (await store.writtenOf(one.id)) !== null,
          dataFiles: kept.filter(({ kind, notebook }) => kind === "data" && notebook === one.id).length,
        })),
      );
    },

    async erase(what: Kept | "all"): Promise<void> {
      const other =
        what !== "all" && what.kind === "notebook" && !saving.ids().includes(what.id) ? what : null;
      // The tab that has it would go on without what it is kept in.
      if (other && !(await lock.claim(other.id))) return tellElsewhere(other);
      if (what === "all" || (what.kind === "notebook" && what.current)) saving.forget();
      if (what === "all") words.forgetAll();
      else if (what.kind === "notebook") words.forget(what.id);
      await attempt((store) => (what === "all" ? store.eraseAll() : store.erase(what)));
      if (other) lock.release(other.id);
    },
  };
}
