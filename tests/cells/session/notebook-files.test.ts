import { afterEach, describe, expect, test, vi } from "vitest";
import { languageOf } from "../../../src/analyses";
import { newNotebook } from "../../../src/cells/model";
import type { Event } from "../../../src/cells/session/event";
import type { Keeping } from "../../../src/cells/session/keeping";
import { notebookComparisons } from "../../../src/cells/session/notebook-comparisons";
import { notebookFiles } from "../../../src/cells/session/notebook-files";
import { newSession } from "../../../src/cells/session/session";
import { update } from "../../../src/cells/session/update";
import { fixture } from "../model/fixture";

afterEach(() => vi.unstubAllGlobals());

/** Files over the real session; nothing is kept, and a place to save is `elsewhere.ipynb`. */
function bench() {
  let session = newSession(newNotebook());
  const events: Event[] = [];
  const send = (event: Event) => {
    events.push(event);
    [session] = update(session, event, 0);
  };
  const nothing = () => Promise.resolve(null);
  const keeping = {
    now: nothing,
    begin: () => undefined,
    claim: () => Promise.resolve(true),
    setAside: nothing,
    dataOf: () => Promise.resolve([]),
    earlierOf: nothing,
    keepPlace: nothing,
  } as unknown as Keeping;
  const files = notebookFiles({
    session: () => session,
    send,
    language: () => languageOf("en"),
    draw: () => "",
    keeping,
  });
  const written: Record<string, string> = {};
  const modified = (name: string) => (written[name] ?? "").length;
  const handle = (name: string) =>
    ({
      name,
      getFile: () => Promise.resolve({ lastModified: modified(name) }),
      createWritable: () =>
        Promise.resolve({
          write: (text: string) => void (written[name] = text),
          close: nothing,
          abort: nothing,
        }),
    }) as unknown as FileSystemFileHandle;
  vi.stubGlobal("window", { showSaveFilePicker: () => Promise.resolve(handle("elsewhere.ipynb")) });
  // As in a browser that cannot draw: the notebook is saved all the same.
  class Image {
    readonly decode = () => Promise.reject(new DOMException("no picture", "EncodingError"));
  }
  vi.stubGlobal("Image", Image);
  const open = (name: string, content: BlobPart) =>
    files.open({ file: new File([content], name, { lastModified: modified(name) }), handle: handle(name) });
  return {
    files,
    open,
    written,
    send,
    session: () => session,
    notices: () => session.notices.map(({ code }) => code),
  };
}

describe("a file on disk", () => {
  test("that was read whole is saved in place", async () => {
    const { files, open, written, notices } = bench();
    await open("good.ipynb", fixture("ebb-2"));
    await files.save(false);
    expect(Object.keys(written)).toEqual(["good.ipynb"]);
    expect(notices()).toEqual([]);
  });

  test.each([
    ["damaged.ipynb", fixture("ebb-2").replace('"cell_type": "markdown"', '"cell_type": "chart"'), "damaged"],
    [
      "keys.ipynb",
      fixture("ebb-2").replace('"cell_type": "markdown"', '"cell_type": "markdown", "colour": 1'),
      "keys-dropped",
    ],
    [
      "bytes.ipynb",
      new Uint8Array([...new TextEncoder().encode(fixture("ebb-2").slice(0, -2)), 0x20, 0x7d]),
      "",
    ],
    ["latin.ipynb", withByte(fixture("ebb-2"), 0xe9), "not-utf-8"],
  ])("%s: is written over only when nothing of it would be lost", async (name, content, why) => {
    const { files, open, written, notices, session } = bench();
    await open(name, content as BlobPart);
    expect(notices()).toEqual(why ? [`${why}`, "not-whole"] : []);
    expect(session().readOnly).toBe(why !== "");
    await files.save(false);
    expect(Object.keys(written)).toEqual([why ? "elsewhere.ipynb" : name]);
    // That one is a file of its own.
    expect(session().readOnly).toBe(false);
    await files.save(false);
    expect(Object.keys(written)).toHaveLength(1);
  });

  test("that another program has changed meanwhile is not written over", async () => {
    const { files, open, written, notices } = bench();
    await open("good.ipynb", fixture("ebb-2"));
    await files.save(false);
    const ours = written["good.ipynb"]!;
    written["good.ipynb"] = "changed elsewhere";
    await files.save(false);
    expect(written).toEqual({ "good.ipynb": "changed elsewhere", "elsewhere.ipynb": ours });
    expect(notices()).toEqual(["changed-on-disk"]);
  });

  test("keeps its own place when another notebook is opened while it is written", async () => {
    const { files, open, written, session } = bench();
    await open("good.ipynb", fixture("ebb-2"));
    const saving = files.save(false);
    files.show({ notebook: newNotebook(), data: [] });
    await saving;
    expect(session().file).toMatchObject({ name: null, inPlace: false });
    await files.save(false);
    expect(Object.keys(written)).toEqual(["good.ipynb", "elsewhere.ipynb"]);
    expect(written["good.ipynb"]).toContain("Who leaves");
  });

  test("holds what the later of two saves has written", async () => {
    const { files, open, written, send } = bench();
    await open("good.ipynb", fixture("ebb-2"));
    const first = files.save(false);
    send({ type: "title-changed", title: "later" });
    await Promise.all([first, files.save(false)]);
    expect(written["good.ipynb"]).toContain('"title": "later"');
  });

  test("that is of another format is never written over", async () => {
    const { files, open, written, session } = bench();
    await open("queries.sql", "select 1");
    expect(session().notebook).toMatchObject({
      title: "queries",
      cells: [{ kind: "sql", source: "select 1" }],
    });
    expect(session().file).toMatchObject({ name: null, inPlace: false, unsaved: true });
    await files.save(false);
    expect(Object.keys(written)).toEqual(["elsewhere.ipynb"]);
  });

  test("in an old encoding of Windows is read as such, and said to be", async () => {
    const { open, session, notices } = bench();
    await open("old.sql", new Uint8Array([0x2d, 0x2d, 0x20, 0xea, 0xf2, 0xee]));
    expect(session().notebook.cells).toMatchObject([{ source: "-- кто" }]);
    expect(notices()).toEqual(["sql-encoding"]);
  });
});

describe("a file that is no notebook", () => {
  test("changes nothing, and offers what of it can be read: as another notebook, without its place", async () => {
    const { files, open, session, notices, written } = bench();
    await open("good.ipynb", fixture("ebb-2"));
    const before = session().notebook;
    await open("cut.ipynb", fixture("ebb-2").slice(0, fixture("ebb-2").indexOf('"id": "python"')));
    expect(session().notebook).toBe(before);
    expect(session().notices).toMatchObject([{ code: "not-json", offers: ["open-pieces"] }]);
    files.takeOffer("open-failed", "open-pieces");
    expect(session().notebook.cells.length).toBeGreaterThan(2);
    expect(session().notebook.id).not.toBe(before.id);
    expect(notices()).toEqual(["pieces", "only-pieces"]);
    await files.save(false);
    expect(Object.keys(written)).toEqual(["elsewhere.ipynb"]);
  });

  test.each([
    [
      "merge.ipynb",
      fixture("merge-conflict"),
      "merge-conflict",
      ["open-own", "open-theirs", "compare-sides"],
    ],
    ["empty.ipynb", "", "not-json", []],
    ["rows.ipynb", "[]", "not-a-notebook", []],
    ["dump.sql", "insert into t values (1);".repeat(1001), "sql-dump", []],
  ])("%s is said in one sentence", async (name, text, code, offers) => {
    const { open, session } = bench();
    await open(name, text);
    expect(session().notices.map((one) => [one.code, one.offers])).toEqual([[code, offers]]);
    expect(session().notebook.cells).toEqual([]);
  });
});

describe("a merge that was not finished", () => {
  test.each([
    ["open-own", "HEAD"],
    ["open-theirs", "q3"],
  ])("%s: that side is a notebook of its own, and the file stays as it is", async (offer, label) => {
    const { files, open, session, written } = bench();
    const text = fixture("merge-conflict");
    await open("merge.ipynb", text.replace(/^>{7}.*$/gm, ">>>>>>> q3"));
    files.takeOffer("open-failed", offer);
    const { notebook, readOnly, file, notices } = session();
    expect(notebook.cells.length).toBeGreaterThan(0);
    expect([readOnly, file.inPlace, file.unsaved]).toEqual([false, false, true]);
    expect(notices.at(-1)).toMatchObject({ code: "one-side", values: { file: `merge.ipynb (${label})` } });
    await files.save(false);
    expect(Object.keys(written)).toEqual(["elsewhere.ipynb"]);
  });

  test("both lie side by side, nothing is opened; then one is, and the other stays beside it", async () => {
    const { files, open, session, send } = bench();
    const blank = session().notebook;
    await open("merge.ipynb", fixture("merge-conflict"));
    files.takeOffer("open-failed", "compare-sides");
    expect(session().notebook).toBe(blank);
    const { left, right } = session().comparing!;
    expect(left).not.toBe("open");
    notebookComparisons({ session, send, show: files.showSide }).open("right");
    expect(session().comparing).toEqual({ left: "open", right: left });
    expect(session().notebook.cells).toEqual(right!.notebook.cells);
    expect(session().notebook.id).not.toBe(right!.notebook.id);
  });
});

/** A byte that is no UTF-8, inside the first text of the file's first cell. */
function withByte(text: string, byte: number): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const at = text.indexOf("# Who leaves");
  if (at < 0) throw new Error("no such text");
  bytes[at + 2] = byte;
  return bytes;
}
