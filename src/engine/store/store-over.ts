import { longTexts } from "./long-text";
import { copyOf, dataPlacesOver, ifClonable, keyOf } from "./data-places";
import { recordSets, type Change, type Records } from "./records";
import { versionsOver, versionsWith } from "./version-records";
import type { KeptEntry, KeptFile, NotebookEntry, Store, WrittenFile } from "./store";

/** What is kept of a data file. The browser holds the bytes of `file`; reading the record does not read them. */
interface FileRecord extends KeptFile {
  readonly key: string;
  readonly saved: number;
}

type Saved = Omit<NotebookEntry, "opened">;
type Opened = { readonly id: string; readonly at: number };

/** The same rules over any records. What comes out of them was put in here, so its type is known. */
export function storeOver(records: Records, now: () => number): Store {
  const entries = async () => {
    const [saved, opened] = await Promise.all([records.all("notebooks"), records.all("opened")]);
    const openedAt = new Map((opened as readonly Opened[]).map(({ id, at }) => [id, at]));
    return (saved as readonly Saved[]).map((entry) => withOpened(entry, openedAt.get(entry.id)));
  };
  const files = async () => (await records.all("files")) as readonly FileRecord[];
  const places = dataPlacesOver(records);
  const filesIn = async (notebook: string) => (await files()).filter((file) => file.notebook === notebook);

  const texts = longTexts(records);
  const turns = new Map<string, Promise<void>>();

  /** A later save must not be overtaken by one that has much to write. The first of them begins at once. */
  function inTurn(notebook: string, work: () => Promise<void>): Promise<void> {
    const before = turns.get(notebook);
    const done = before ? before.then(work, work) : work();
    turns.set(notebook, done);
    const end = () => void (turns.get(notebook) === done && turns.delete(notebook));
    void done.then(end, end);
    return done;
  }

  return {
    ...versionsOver(records, now),

    saveNotebook({ id, title, text, modified = now(), before }) {
      return inTurn(id, async () => {
        const parts = await texts.kept(id, typeof text === "string" ? [text] : text);
        const saved: Saved = { id, title, bytes: texts.bytes(parts), modified };
        await records.change([
          { put: "notebooks", key: id, value: saved },
          ...texts.changes(id, parts),
          ...beforeChange(id, before),
        ]);
      });
    },

    async readNotebook(id) {
      const [saved, text, opened] = await Promise.all([
        records.read("notebooks", id),
        texts.read(id),
        records.read("opened", id),
      ]);
      if (!saved || text === null) return null;
      return { ...withOpened(saved as Saved, (opened as Opened | undefined)?.at), text };
    },

    async beforeOf(id) {
      const text = await records.read("before", id);
      return typeof text === "string" ? text : null;
    },

    async lastNotebook() {
      const [last] = (await entries()).toSorted((a, b) => usedAt(b) - usedAt(a));
      return last ?? null;
    },

    async markOpened(id) {
      const opened: Opened = { id, at: now() };
      await records.change([{ put: "opened", key: id, value: opened }]);
    },

    async saveFile({ notebook, table, file, sha256 }) {
      const key = keyOf(notebook, table);
      const own = { bytes: file.size, ...(sha256 && { sha256 }) };
      const record: FileRecord = { key, notebook, table, file, saved: now(), ...own };
      await records.change([{ put: "files", key, value: record }]);
    },

    async filesOf(notebook) {
      const found = await filesIn(notebook);
      return found.map(({ key: _key, saved: _saved, ...kept }) => kept);
    },

    async removeFile({ notebook, table }) {
      await records.change([{ remove: "files", key: keyOf(notebook, table) }]);
    },

    async copyFiles(from, to) {
      await records.change([
        ...(await filesIn(from)).map((one) => copyOf("files", one, to)),
        ...(await places.in(from)).map((one) => copyOf("dataHandles", one, to)),
      ]);
    },

    saveDataHandle: places.save,
    dataHandleOf: places.of,

    saveHandle: (notebook, handle) =>
      ifClonable(
        records.change([
          handle ? { put: "handles", key: notebook, value: handle } : { remove: "handles", key: notebook },
        ]),
      ),

    async handleOf(notebook) {
      return ((await records.read("handles", notebook)) as FileSystemFileHandle | undefined) ?? null;
    },

    saveWritten: (notebook, written) => records.change([{ put: "written", key: notebook, value: written }]),

    async writtenOf(notebook) {
      return ((await records.read("written", notebook)) as WrittenFile | undefined) ?? null;
    },

    async list() {
      const notebooks = await entries();
      const opened = new Map(notebooks.map((entry) => [entry.id, usedAt(entry)]));
      const kept = [
        ...notebooks.map(entryForList),
        ...(await files()).map((file) => fileForList(file, opened.get(file.notebook) ?? 0)),
      ];
      return kept.toSorted((a, b) => b.used - a.used);
    },

    async erase({ kind, id }) {
      if (kind === "data") {
        return records.change([
          { remove: "files", key: id },
          { remove: "dataHandles", key: id },
        ]);
      }
      const its = await filesIn(id);
      await records.change([
        { remove: "notebooks", key: id },
        ...(await texts.without(id)),
        { remove: "opened", key: id },
        { remove: "handles", key: id },
        { remove: "written", key: id },
        { remove: "before", key: id },
        ...its.map(({ key }): Change => ({ remove: "files", key })),
        ...(await places.in(id)).map(({ key }): Change => ({ remove: "dataHandles", key })),
        ...(await versionsWith(records, id)),
      ]);
    },

    eraseAll() {
      texts.cleared();
      return records.change(recordSets.map((set): Change => ({ clear: set })));
    },

    close: () => records.close(),
  };
}

function beforeChange(id: string, before: string | null | undefined): readonly Change[] {
  if (before === undefined) return [];
  return [before === null ? { remove: "before", key: id } : { put: "before", key: id, value: before }];
}

function withOpened(saved: Saved, opened: number | undefined): NotebookEntry {
  return { ...saved, opened: opened ?? saved.modified };
}

function usedAt({ modified, opened }: NotebookEntry): number {
  return Math.max(modified, opened);
}

function entryForList(entry: NotebookEntry): KeptEntry {
  const { id, title, bytes } = entry;
  return { kind: "notebook", id, notebook: id, title, bytes, used: usedAt(entry) };
}

function fileForList({ key, notebook, file, saved }: FileRecord, opened: number): KeptEntry {
  return {
    kind: "data",
    id: key,
    notebook,
    title: file.name,
    bytes: file.size,
    used: Math.max(saved, opened),
  };
}
