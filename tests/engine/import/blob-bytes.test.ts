import { beforeEach, expect, test, vi } from "vitest";

let { bytesOf, readBy, readFor } = await import("../../../src/engine/import/read/blob-bytes");
// Who reads is settled once and for all in a thread.
beforeEach(async () => {
  vi.resetModules();
  ({ bytesOf, readBy, readFor } = await import("../../../src/engine/import/read/blob-bytes"));
});

/** Two ends that know no copies. */
function ends() {
  const make = () => ({
    onmessage: null as MessagePort["onmessage"],
    postMessage: vi.fn<(data: unknown) => void>(),
  });
  const [one, other] = [make(), make()];
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const)
    from.postMessage.mockImplementation((data) =>
      queueMicrotask(() => to.onmessage?.call(to as never, new MessageEvent("message", { data }))),
    );
  return [one, other] as unknown as readonly [MessagePort, MessagePort];
}

const textOf = async (bytes: Promise<ArrayBuffer>) => new TextDecoder().decode(await bytes);

/** A blob that is read when told to. */
function slow(text: string) {
  let go = () => {};
  const read = new Promise<void>((done) => (go = done));
  const blob = { arrayBuffer: () => read.then(() => new TextEncoder().encode(text).buffer) } as Blob;
  return { blob, go };
}

test("a thread reads its blobs itself as long as nobody does it for it", async () => {
  expect(await textOf(bytesOf(new Blob(["abc"])))).toBe("abc");
});

test("each blob gets its own bytes, whichever is read first", async () => {
  const [here, there] = ends();
  readFor(there);
  readBy(here);
  const [first, second] = [slow("first"), slow("second")];
  const both = [textOf(bytesOf(first.blob)), textOf(bytesOf(second.blob))];
  second.go();
  await Promise.resolve();
  first.go();
  expect(await Promise.all(both)).toEqual(["first", "second"]);
});

test("a blob that cannot be read fails where it was asked for, and the next one does not", async () => {
  const [here, there] = ends();
  readFor(there);
  readBy(here);
  const gone = { arrayBuffer: () => Promise.reject(new DOMException("gone", "NotReadableError")) };
  const failed = bytesOf(gone as unknown as Blob);
  const next = textOf(bytesOf(new Blob(["still there"])));
  await expect(failed).rejects.toThrow("gone");
  expect(await next).toBe("still there");
});
