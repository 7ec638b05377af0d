import { describe, expect, test } from "vitest";
import { memoryStore } from "../../../src/engine";
import { newNotebook, type Cell } from "../../../src/cells/model";
import { versionKeeper } from "../../../src/cells/session/versions";
import { load, play, ready, run, sqlCell, statuses, textCell } from "./play";

const minute = 60_000;

function open() {
  const clock = { now: 1_000_000 };
  // No two versions of the same moment.
  const store = memoryStore(() => clock.now++);
  const attempt = <T>(work: (one: typeof store) => Promise<T>) => work(store);
  const keeper = () => versionKeeper({ attempt, now: () => clock.now });
  return { clock, keeper, versions: keeper() };
}

const written = (source: string) => ({
  id: "n",
  notebook: { ...newNotebook(), cells: [textCell("t", source)] },
});

describe("versions", () => {
  test("while working there is one in five minutes, and none where nothing changed", async () => {
    const { clock, versions } = open();
    await versions.put(written("one"), "work");
    await versions.put(written("two"), "work");
    clock.now += 6 * minute;
    await versions.put(written("one"), "work");
    await versions.put(written("three"), "work");
    clock.now += 6 * minute;
    await versions.put(written("three"), "work");
    const found = await versions.list("n");
    const texts = await Promise.all(found.map(({ id }) => versions.read(id)));
    expect(texts.map((one) => one!.cells[0])).toMatchObject([{ source: "three" }, { source: "one" }]);
  });

  test("what is opened, saved or about to be replaced is kept at once, also by a page that knows nothing yet", async () => {
    const { versions, keeper } = open();
    await versions.put(written("one"), "opened");
    await versions.put(written("two"), "saved");
    await keeper().put(written("two"), "restored");
    await keeper().put(written("three"), "restored");
    expect((await versions.list("n")).map(({ reason }) => reason).toSorted()).toEqual([
      "opened",
      "restored",
      "saved",
    ]);
  });

  test("a name makes a version of what stands there, and an empty notebook makes none", async () => {
    const { versions } = open();
    await versions.put(written("one"), "opened");
    await versions.put(written("one"), "named", "before");
    await versions.put({ id: "n", notebook: newNotebook() }, "opened");
    const found = await versions.list("n");
    expect(found.map(({ name }) => name).toSorted()).toEqual(["before", null]);
    await versions.name(found.find(({ name }) => name)!.id, "  ");
    expect((await versions.list("n")).every(({ name }) => name === null)).toBe(true);
  });

  test("deleted cells come back as they were, with their results", async () => {
    const { versions } = open();
    const cell: Cell = {
      ...sqlCell("a", "select 1"),
      saved: { form: "error", at: "2024-01-01T00:00:00.000Z", name: "E", message: "no" },
    };
    await versions.bin("n", cell, 3);
    const [back] = await versions.binned("n");
    expect(back).toMatchObject({ at: 3, cell });
    await versions.unbin(back!.id);
    expect(await versions.binned("n")).toEqual([]);
  });
});

describe("the session", () => {
  test("a deleted cell goes into the bin with its place, an empty one does not", () => {
    const start = ready(textCell("t", "hello"), sqlCell("a", "select 1"), sqlCell("e", " "));
    const { effects } = play(start, { type: "cell-deleted", cell: "a" }, { type: "cell-deleted", cell: "e" });
    expect(effects.filter(({ type }) => type === "keep-deleted")).toEqual([
      { type: "keep-deleted", cell: start.notebook.cells[1], at: 1 },
    ]);
  });

  test("a restored version is one step, which undo takes back; what it reads runs when it is asked", () => {
    const start = run(
      play(ready(sqlCell("a", "from events"), sqlCell("b", "from a")), ...load("events")).session,
      "a",
      "b",
    ).session;
    const old = {
      ...start.notebook,
      title: "Then",
      cells: [sqlCell("a", "select 1"), textCell("t", "hello")],
    };
    const { session, effects } = play(start, { type: "version-restored", notebook: old });
    expect(session.notebook).toMatchObject({ title: "Then", cells: old.cells });
    expect(statuses(session).a).toBe("stale");
    expect(effects.some(({ type }) => type === "run")).toBe(false);
    expect(session.done.at(-1)?.label).toBe("restore");
    const back = play(session, { type: "undo" }).session;
    expect(back.notebook.cells).toEqual(start.notebook.cells);
    expect(back.notebook.title).toBe(start.notebook.title);
    expect(statuses(back).a).toBe("fresh");
  });

  test("a table that only the older version knew waits for its file again", () => {
    const start = play(ready(), ...load("events")).session;
    const gone = play(start, { type: "table-removed", table: "events" }).session;
    const { session } = play(gone, { type: "version-restored", notebook: start.notebook });
    expect(session.notebook.data.map(({ table }) => table)).toEqual(["events"]);
  });

  test("results that were saved with a version are shown as such", () => {
    const saved = { form: "error", at: "2024-01-01", name: "E", message: "no" } as const;
    const old = { ...newNotebook(), cells: [{ ...sqlCell("new", "select 2"), saved }] };
    const { session } = play(ready(textCell("t", "")), { type: "version-restored", notebook: old });
    expect(statuses(session)).toEqual({ new: "saved" });
  });
});
