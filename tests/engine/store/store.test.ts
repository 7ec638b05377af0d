import { describe, expect, test } from "vitest";
import { EngineError, openStore } from "../../../src/engine";
import { memoryRecords } from "../../../src/engine/store/memory-records";
import { storageError } from "../../../src/engine/store/storage-error";
import { storeOver } from "../../../src/engine/store/store-over";
import { contract } from "./contract";

describe("a store in memory keeps the contract", () => {
  test.each(Object.entries(contract))("%s", async (_, check) => {
    const records = memoryRecords();
    await check((clock) => Promise.resolve(storeOver(records, () => clock.now)));
  });
});

test("openStore says when there is no IndexedDB", async () => {
  await expect(openStore()).rejects.toMatchObject({
    name: "EngineError",
    code: "storage",
    message: "storage missing: this browser has no IndexedDB",
  });
});

describe("saveHandle", () => {
  const failing = (name: string) => {
    const failure = storageError(new DOMException("no", name));
    return storeOver({ ...memoryRecords(), change: () => Promise.reject(failure) }, () => 0);
  };
  const handle = {} as FileSystemFileHandle;

  test("says no where the browser cannot keep a handle", async () => {
    expect(await failing("DataCloneError").saveHandle("n", handle)).toBe(false);
  });

  test("fails where nothing can be kept", async () => {
    await expect(failing("QuotaExceededError").saveHandle("n", handle)).rejects.toThrow("storage full");
  });

  test("keeps one handle a notebook, until it is forgotten", async () => {
    const store = storeOver(memoryRecords(), () => 0);
    expect(await store.saveHandle("n", handle)).toBe(true);
    expect(await store.handleOf("n")).toBe(handle);
    await store.saveHandle("n", null);
    expect(await store.handleOf("n")).toBe(null);
  });
});

describe("storageError", () => {
  test.each([
    [new DOMException("x", "QuotaExceededError"), "storage full: the browser gives no more room"],
    [new DOMException("x", "SecurityError"), "storage closed: this browser keeps nothing for this page"],
    [new DOMException("x", "VersionError"), "storage newer: a later version of Ebb has used this browser"],
    [new TypeError("odd"), "storage failed: odd"],
    ["odd", "storage failed: odd"],
  ])("%s", (cause, message) => {
    expect(storageError(cause)).toMatchObject({ code: "storage", message, cause });
  });

  test("leaves an error of the engine as it is", () => {
    const error = new EngineError("storage", "storage full: already said");
    expect(storageError(error)).toBe(error);
  });
});
