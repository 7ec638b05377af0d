import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { oneKept } from "../../../../src/engine/import/worker/one-kept";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

class Started {
  readonly terminate = vi.fn<() => void>();
  onmessage: unknown = null;
  onerror: unknown = null;
  onmessageerror: unknown = null;
}

function started() {
  const workers: Started[] = [];
  const start = () => {
    workers.push(new Started());
    return Promise.resolve(workers.at(-1)!);
  };
  return { workers, pool: oneKept(start, 1000) };
}

test("the one that came back serves the next file, and is ended when none comes", async () => {
  const { workers, pool } = started();
  const first = await pool.take();
  pool.giveBack(first, true);
  vi.advanceTimersByTime(999);
  expect(await pool.take()).toBe(first);
  vi.advanceTimersByTime(5000);
  expect(first.terminate).not.toHaveBeenCalled();
  pool.giveBack(first, true);
  vi.advanceTimersByTime(1000);
  expect(first.terminate).toHaveBeenCalledTimes(1);
  expect(await pool.take()).not.toBe(first);
  expect(workers).toHaveLength(2);
});

test("one that failed or was stopped is ended and never lent again", async () => {
  const { pool } = started();
  const first = await pool.take();
  pool.giveBack(first, false);
  expect(first.terminate).toHaveBeenCalledTimes(1);
  expect(await pool.take()).not.toBe(first);
});

test("no two have the same one, and one of two that come back is kept", async () => {
  const { pool } = started();
  const [first, second] = [await pool.take(), await pool.take()];
  expect(first).not.toBe(second);
  pool.giveBack(first, true);
  pool.giveBack(second, true);
  expect(first.terminate).toHaveBeenCalledTimes(1);
  expect(await pool.take()).toBe(second);
  expect(second.terminate).not.toHaveBeenCalled();
});

test("one that fails while it has nothing to do is ended; its answer to the last file reaches nobody", async () => {
  const { pool } = started();
  const first = await pool.take();
  first.onmessage = () => undefined;
  pool.giveBack(first, true);
  expect(first.onmessage).toBeNull();
  (first.onerror as () => void)();
  expect(first.terminate).toHaveBeenCalledTimes(1);
  expect(await pool.take()).not.toBe(first);
});
