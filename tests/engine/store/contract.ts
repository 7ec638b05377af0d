import type { Store } from "../../../src/engine";

/** Opens a store over the same records each time; `clock.now` is the time it will write. */
export type Open = (clock: { now: number }) => Promise<Store>;

/**
 * What every store must do, told without a test runner: the unit tests check a store in memory, a page can check
 * IndexedDB. Each begins with nothing kept and throws what is wrong.
 */
export const contract: Readonly<Record<string, (open: Open) => Promise<void>>> = {
  async "a saved notebook is read back"(open) {
    const store = await open({ now: 5 });
    await store.saveNotebook({ id: "n", title: "Über", text: "é\ud83d\ude00" });
    const kept = await store.readNotebook("n");
    equal([kept?.id, kept?.title, kept?.text], ["n", "Über", "é\ud83d\ude00"]);
    equal([kept?.bytes, kept?.modified, kept?.opened], [6, 5, 5]);
    equal(await store.readNotebook("other"), null);
  },

  async "a long text is kept in parts: what stays is written once, and goes when it is not needed any more"(
    open,
  ) {
    const store = await open({ now: 1 });
    const large = `é${"\ud83d\ude00x".repeat(700_000)}`;
    let asked = 0;
    const part = (text: string) => ({ of: {}, text: () => (asked++, text) });
    const [first, second, short] = [part(large), part(large.toUpperCase()), part("short")];
    const save = (...text: (string | typeof first)[]) => store.saveNotebook({ id: "n", title: "", text });
    await save("a", first, "b", short);
    equal((await store.readNotebook("n"))?.text, `a${large}bshort`);
    equal((await store.readNotebook("n"))?.bytes, new TextEncoder().encode(`a${large}bshort`).length);
    equal(asked, 2);
    // The later one wins, however much the one before it has to write.
    await Promise.all([save("c", first, second), save("d", first)]);
    equal((await store.readNotebook("n"))?.text, `d${large}`);
    equal(asked, 3);
    await save("plain");
    equal((await store.readNotebook("n"))?.text, "plain");
    // What went and came back is written again.
    for (const leave of [() => save("plain"), () => store.eraseAll()]) {
      await save("e", first);
      await leave();
      await save("f", first);
      equal((await store.readNotebook("n"))?.text, `f${large}`);
    }
    await store.saveNotebook({ id: "m", title: "", text: [first] });
    await store.erase({ kind: "notebook", id: "m" });
    equal(await store.readNotebook("m"), null);
  },

  async "a later save takes the place of the one before"(open) {
    const store = await open({ now: 1 });
    await Promise.all(["1", "2", "3"].map((text) => store.saveNotebook({ id: "n", title: text, text })));
    equal((await store.readNotebook("n"))?.text, "3");
    equal((await store.list()).length, 1);
  },

  async "what was kept is there when it is opened again"(open) {
    const before = await open({ now: 1 });
    await before.saveNotebook({ id: "n", title: "", text: "text" });
    await before.saveFile({
      notebook: "n",
      table: "events",
      file: new File(["a,b"], "e.csv", { lastModified: 7 }),
    });
    before.close();
    const after = await open({ now: 2 });
    equal((await after.readNotebook("n"))?.text, "text");
    const [kept] = await after.filesOf("n");
    equal([kept?.table, kept?.file.name, kept?.file.lastModified], ["events", "e.csv", 7]);
    equal(await kept?.file.text(), "a,b");
  },

  async "the last notebook is the one opened or changed last"(open) {
    const clock = { now: 1 };
    const store = await open(clock);
    equal(await store.lastNotebook(), null);
    for (const id of ["a", "b"]) {
      clock.now++;
      await store.saveNotebook({ id, title: id, text: "" });
    }
    equal((await store.lastNotebook())?.id, "b");
    clock.now++;
    await store.markOpened("a");
    equal((await store.lastNotebook())?.id, "a");
    clock.now++;
    await store.saveNotebook({ id: "b", title: "b", text: "" });
    equal((await store.lastNotebook())?.id, "b");
    equal((await store.readNotebook("a"))?.opened, 4);
    await store.markOpened("unknown");
    equal((await store.lastNotebook())?.id, "b");
  },

  async "a table has one file, and its name meets as in SQL"(open) {
    const store = await open({ now: 1 });
    await store.saveFile({ notebook: "n", table: "Events", file: new File(["1"], "one.csv"), sha256: "00" });
    await store.saveFile({ notebook: "n", table: "events", file: new File(["2"], "two.csv"), sha256: "01" });
    await store.saveFile({ notebook: "n", table: "orders", file: new File(["3"], "three.csv") });
    await store.saveFile({ notebook: "other", table: "events", file: new File(["4"], "four.csv") });
    const names = (await store.filesOf("n")).map(({ file, sha256 }) => `${file.name} ${sha256}`);
    equal(names.toSorted(), ["three.csv undefined", "two.csv 01"]);
    await store.removeFile({ notebook: "n", table: "EVENTS" });
    equal((await store.filesOf("n")).length, 1);
    equal((await store.filesOf("other")).length, 1);
  },

  async "another notebook can have the same files"(open) {
    const store = await open({ now: 1 });
    await store.saveFile({ notebook: "a", table: "t", file: new File(["1"], "t.csv") });
    await store.copyFiles("a", "b");
    await store.erase({ kind: "notebook", id: "a" });
    equal(
      (await store.filesOf("b")).map(({ notebook, table, file }) => [notebook, table, file.name]),
      [["b", "t", "t.csv"]],
    );
  },

  async "a text made earlier is kept with its own time"(open) {
    const store = await open({ now: 9 });
    await store.saveNotebook({ id: "n", title: "", text: "", modified: 4 });
    equal((await store.readNotebook("n"))?.modified, 4);
  },

  async "what the file on disk held is known until the notebook is erased"(open) {
    const store = await open({ now: 1 });
    equal(await store.writtenOf("n"), null);
    await store.saveWritten("n", { fileName: "n.ipynb", text: "{}" });
    equal(await store.writtenOf("n"), { fileName: "n.ipynb", text: "{}" });
    await store.erase({ kind: "notebook", id: "n" });
    equal(await store.writtenOf("n"), null);
  },

  async "the place of a table's file goes along to a copy, and goes with the file or the notebook"(open) {
    const store = await open({ now: 1 });
    // A handle of the origin's own folder is kept like one of the disk; without a browser anything serves.
    const root = (await globalThis.navigator?.storage?.getDirectory?.()) as unknown;
    const handle = (root ?? { name: "events.csv" }) as FileSystemFileHandle;
    const place = { notebook: "n", table: "Events" };
    equal(await store.saveDataHandle({ ...place, handle }), true);
    equal((await store.dataHandleOf({ notebook: "n", table: "events" }))?.name, handle.name);
    await store.copyFiles("n", "m");
    await store.erase({ kind: "notebook", id: "n" });
    equal(await store.dataHandleOf(place), null);
    equal((await store.dataHandleOf({ ...place, notebook: "m" }))?.name, handle.name);
    await store.saveDataHandle({ ...place, notebook: "m", handle: null });
    equal(await store.dataHandleOf({ ...place, notebook: "m" }), null);
  },

  async "what stood before the present files is kept with the notebook until it is let go"(open) {
    const store = await open({ now: 1 });
    const save = (before?: string | null) =>
      store.saveNotebook({ id: "n", title: "", text: "", ...(before !== undefined && { before }) });
    await save("february");
    await save();
    equal(await store.beforeOf("n"), "february");
    await save(null);
    equal(await store.beforeOf("n"), null);
    await save("march");
    await store.erase({ kind: "notebook", id: "n" });
    equal(await store.beforeOf("n"), null);
  },

  async "the list holds everything with its size, the latest first"(open) {
    const clock = { now: 1 };
    const store = await open(clock);
    await store.saveNotebook({ id: "a", title: "A", text: "12345" });
    clock.now = 2;
    await store.saveFile({ notebook: "a", table: "t", file: new File(["abc"], "t.csv") });
    clock.now = 3;
    await store.saveNotebook({ id: "b", title: "B", text: "" });
    const listed = (await store.list()).map((one) => [
      one.kind,
      one.notebook,
      one.title,
      one.bytes,
      one.used,
    ]);
    equal(listed, [
      ["notebook", "b", "B", 0, 3],
      ["data", "a", "t.csv", 3, 2],
      ["notebook", "a", "A", 5, 1],
    ]);
    clock.now = 4;
    await store.markOpened("a");
    equal(
      (await store.list()).map(({ used }) => used),
      [4, 4, 3],
    );
  },

  async "versions are listed from the latest on, read back as they were, named, and go with their notebook"(
    open,
  ) {
    const clock = { now: 1 };
    const store = await open(clock);
    await store.saveNotebook({ id: "n", title: "", text: "" });
    const version = (text: string) =>
      store.saveVersion({ notebook: "n", title: "t", text, cells: 2, reason: "work", name: null });
    const first = await version("é\ud83d\ude00".repeat(1000));
    clock.now = 2;
    const second = await version("later");
    equal(
      (await store.versionsOf("n")).map(({ id, made }) => [id, made]),
      [
        [second.id, 2],
        [first.id, 1],
      ],
    );
    equal(await store.readVersion(first.id), "é\ud83d\ude00".repeat(1000));
    equal(first.bytes < 500, true);
    equal(await store.readVersion("none"), null);
    await store.nameVersion(first.id, "before the rise");
    await store.nameVersion("none", "nothing");
    equal((await store.versionsOf("n"))[1]?.name, "before the rise");
    await store.copyVersions("n", "m");
    await store.erase({ kind: "notebook", id: "n" });
    equal(await store.versionsOf("n"), []);
    equal(await store.readVersion(first.id), null);
    const [, copy] = await store.versionsOf("m");
    equal([copy?.name, await store.readVersion(copy!.id)], ["before the rise", "é\ud83d\ude00".repeat(1000)]);
  },

  async "a version that stands too close to a later one goes when it is old; a named one stays"(open) {
    const minute = 60_000;
    const clock = { now: 0 };
    const store = await open(clock);
    const version = (name: string | null) =>
      store.saveVersion({ notebook: "n", title: "", text: "x", cells: 0, reason: "work", name });
    await version("kept");
    for (clock.now = 5 * minute; clock.now <= 60 * minute; clock.now += 5 * minute) await version(null);
    clock.now = 10 * 60 * minute;
    await version(null);
    const made = (await store.versionsOf("n")).map((one) => one.made / minute);
    equal(made, [600, 60, 0]);
  },

  async "deleted cells stay until they are put back, or their notebook goes"(open) {
    const clock = { now: 1 };
    const store = await open(clock);
    await store.saveNotebook({ id: "n", title: "", text: "" });
    await store.keepDeleted({ notebook: "n", at: 3, cell: { source: "select 1" } });
    clock.now = 2;
    await store.keepDeleted({ notebook: "n", at: 0, cell: { source: "select 2" } });
    await store.keepDeleted({ notebook: "m", at: 0, cell: null });
    const [latest, first] = await store.deletedCellsOf("n");
    equal([latest?.cell, first?.at, first?.deleted], [{ source: "select 2" }, 3, 1]);
    await store.forgetDeleted(latest!.id);
    equal((await store.deletedCellsOf("n")).length, 1);
    await store.erase({ kind: "notebook", id: "n" });
    equal([(await store.deletedCellsOf("n")).length, (await store.deletedCellsOf("m")).length], [0, 1]);
  },

  async "erasing a notebook erases its files, and nothing else"(open) {
    const store = await open({ now: 1 });
    for (const id of ["a", "b"]) {
      await store.saveNotebook({ id, title: id, text: id });
      await store.saveFile({ notebook: id, table: "t", file: new File([id], "t.csv") });
    }
    await store.erase({ kind: "notebook", id: "a" });
    equal(await store.readNotebook("a"), null);
    equal(await store.filesOf("a"), []);
    equal((await store.list()).length, 2);
    const data = (await store.list()).find((one) => one.kind === "data");
    await store.erase({ kind: "data", id: data!.id });
    equal(
      (await store.list()).map(({ id }) => id),
      ["b"],
    );
    await store.eraseAll();
    equal([await store.list(), await store.lastNotebook()], [[], null]);
  },

  async "erasing what is not there is no error"(open) {
    const store = await open({ now: 1 });
    await store.erase({ kind: "notebook", id: "none" });
    await store.erase({ kind: "data", id: "none" });
    await store.removeFile({ notebook: "none", table: "none" });
    await store.eraseAll();
    equal(await store.list(), []);
  },

  async "a notebook has no handle until it is given one"(open) {
    const store = await open({ now: 1 });
    equal(await store.handleOf("n"), null);
    equal(await store.saveHandle("n", null), true);
  },
};

function equal(found: unknown, expected: unknown): void {
  const [one, other] = [JSON.stringify(found), JSON.stringify(expected)];
  if (one !== other) throw new Error(`found ${one}, expected ${other}`);
}
