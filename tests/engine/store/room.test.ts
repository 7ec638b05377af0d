import { expect, test } from "vitest";
import { askToLast, roomHere } from "../../../src/engine";

const storage = (said: Partial<Record<"usage" | "quota", number>>, isLasting?: boolean) => ({
  estimate: () => Promise.resolve(said),
  ...(isLasting !== undefined && { persisted: () => Promise.resolve(isLasting) }),
});

test("what the browser gives, and whether it stays", async () => {
  expect(await roomHere(storage({ usage: 10, quota: 100 }, true))).toEqual({
    used: 10,
    quota: 100,
    isLasting: true,
  });
  expect(await roomHere(storage({ usage: 0, quota: 100 }))).toEqual({
    used: 0,
    quota: 100,
    isLasting: false,
  });
});

test("a browser that does not say gives no number", async () => {
  expect(await roomHere({})).toBeNull();
  expect(await roomHere(storage({ quota: 100 }))).toBeNull();
  expect(await roomHere({ estimate: () => Promise.reject(new TypeError("opaque origin")) })).toBeNull();
  expect(await askToLast({})).toBe(false);
  expect(await askToLast({ persist: () => Promise.reject(new TypeError("opaque origin")) })).toBe(false);
  expect(await askToLast({ persist: () => Promise.resolve(true) })).toBe(true);
});
