import { afterEach, describe, expect, test, vi } from "vitest";
import { EngineError, memoryStore, type Store } from "../../../src/engine";
import type { Event } from "../../../src/cells/session/event";
import { rememberPlace } from "../../../src/cells/session/disk-places";
import { keptCopies } from "../../../src/cells/session/kept-copies";
import { hashOf } from "../../../src/cells/session/perform-load";
import type { DataSlot } from "../../../src/cells/model";
import { fileKeeper } from "../../../src/cells/session/keep-file";
import { onDisk } from "../../../src/cells/session/on-disk";

const file = new File(["customer,date\nann,2024-01-03\n"], "orders.csv");
afterEach(() => vi.unstubAllGlobals());

async function kept(store: Store) {
  const told: Event[] = [];
  await fileKeeper({ store: () => Promise.resolve(store), send: (event) => told.push(event) })(
    "n",
    "Orders",
    file,
  );
  return told.map((event) => (event.type === "notice-raised" ? event.notice : event));
}

test("a copy is kept without a word", async () => {
  const store = memoryStore();
  expect(await kept(store)).toEqual([]);
  const [copy] = await store.filesOf("n");
  expect(await copy!.file.text()).toBe(await file.text());
});

test("a copy that is not what it was is damaged, whether a part of it is gone or a byte is another", async () => {
  const whole = await hashOf(file);
  const other = new File([(await file.text()).replace("3", "4")], file.name);
  const half = new File([file.slice(0, 10)], file.name);
  const slot = { fileName: file.name, bytes: file.size, sha256: whole } as DataSlot;
  const judged = async (copy: File, sum: { bytes?: number; sha256?: string }, known: DataSlot | null) => {
    const copies = keptCopies();
    copies.add({ notebook: "n", table: "Orders", file: copy, ...sum });
    return copies.isDamaged(copy, await hashOf(copy), known);
  };
  const sum = { bytes: file.size, sha256: whole };
  expect(await judged(file, sum, slot)).toBe(false);
  expect(await judged(half, sum, null)).toBe(true);
  expect(await judged(other, sum, null)).toBe(true);
  // Of a large file only the size is known.
  expect(await judged(other, { bytes: file.size }, null)).toBe(false);
  expect(await judged(half, { bytes: file.size }, null)).toBe(true);
  // Kept by an older page: the notebook knows what it was, unless it speaks of another file.
  expect(await judged(other, {}, slot)).toBe(true);
  expect(await judged(other, {}, { ...slot, fileName: "march.csv" })).toBe(false);
  // The whole copy of a next month's file that the notebook was not written with in time.
  expect(await judged(other, { bytes: other.size, sha256: await hashOf(other) }, slot)).toBe(false);
  expect(keptCopies().isDamaged(half, undefined, slot)).toBe(false);
});

describe("the place on disk", () => {
  const handle = (more: object) =>
    ({
      name: "orders.csv",
      getFile: () => Promise.resolve(file),
      ...more,
    }) as unknown as FileSystemFileHandle;
  async function again(found: FileSystemFileHandle | null) {
    const store = memoryStore();
    await store.saveDataHandle({ notebook: "n", table: "orders", handle: found });
    const given: File[] = [];
    const told: string[] = [];
    const disk = onDisk({
      store: () => Promise.resolve(store),
      notebook: () => "n",
      loaded: () => undefined,
      give: (one) => given.push(one),
      send: (event) => event.type === "notice-raised" && told.push(event.notice.code),
    });
    await disk.readAgain("orders");
    return { given, told, name: await disk.fileOf("orders") };
  }

  test("is read when the browser gives leave, and only then", async () => {
    const asked = vi.fn(() => Promise.resolve("granted" as const));
    const ask = { queryPermission: () => Promise.resolve("prompt" as const), requestPermission: asked };
    expect(await again(handle(ask))).toEqual({ given: [file], told: [], name: "orders.csv" });
    expect(asked).toHaveBeenCalledOnce();
    const no = { ...ask, requestPermission: () => Promise.resolve("denied" as const) };
    expect(await again(handle(no))).toMatchObject({ given: [], told: ["disk-refused"] });
  });

  test("that is not there any more is said, and nothing is offered where none is known", async () => {
    const gone = { getFile: () => Promise.reject(new DOMException("no", "NotFoundError")) };
    expect(await again(handle(gone))).toMatchObject({ given: [], told: ["disk-gone"] });
    const broken = { getFile: () => Promise.reject(new DOMException("no", "NotReadableError")) };
    expect(await again(handle(broken))).toMatchObject({ given: [], told: ["disk-failed"] });
    expect(await again(null)).toEqual({ given: [], told: [], name: null });
  });

  test("is kept with the copy, and forgotten when the next file has none", async () => {
    const store = memoryStore();
    const keep = fileKeeper({ store: () => Promise.resolve(store), send: () => undefined });
    await keep("n", "orders", rememberPlace(new File(["a\n1\n"], "a.csv"), handle({})));
    expect((await store.dataHandleOf({ notebook: "n", table: "orders" }))?.name).toBe("orders.csv");
    await keep("n", "orders", new File(["b\n2\n"], "b.csv"));
    expect(await store.dataHandleOf({ notebook: "n", table: "orders" })).toBeNull();
  });
});

test("a copy that is not the file does not stay, and it is said", async () => {
  const store = memoryStore();
  const spoiled = { notebook: "n", table: "orders", file: new File(["customer,d"], "orders.csv") };
  const removed = vi.fn(() => Promise.resolve());
  const found = await kept({ ...store, filesOf: () => Promise.resolve([spoiled]), removeFile: removed });
  expect(removed).toHaveBeenCalledWith({ notebook: "n", table: "Orders" });
  expect(found).toMatchObject([{ code: "file-not-kept", values: { file: "orders.csv" } }]);
});

test("a full disk is told by the file's name; nothing is thrown", async () => {
  const full = new EngineError("storage", "storage full: the browser gives no more room");
  const found = await kept({ ...memoryStore(), saveFile: () => Promise.reject(full) });
  expect(found).toMatchObject([
    { level: "caution", code: "file-not-kept", values: { file: "orders.csv", message: full.message } },
  ]);
});

test("a file that is larger than the room is not even begun", async () => {
  const estimate = () => Promise.resolve({ usage: 90, quota: 100 });
  vi.stubGlobal("navigator", { storage: { estimate } });
  const saveFile = vi.fn(() => Promise.resolve());
  const found = await kept({ ...memoryStore(), saveFile });
  expect(saveFile).not.toHaveBeenCalled();
  expect(found).toMatchObject([
    { code: "file-no-room", values: { file: "orders.csv", bytes: String(file.size), free: "10" } },
  ]);
});
