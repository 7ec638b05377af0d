import { afterEach, expect, test, vi } from "vitest";
import { EngineError, memoryStore, type Store } from "../../../src/engine";
import type { Event } from "../../../src/cells/session/event";
import { fileKeeper } from "../../../src/cells/session/keep-file";

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
