import { beforeEach, describe, expect, test } from "vitest";
import { workAside, workHere } from "../../../src/analyses";
import { tasks } from "../../../src/analyses/workers/tasks";
import { taskIn, type WorkReport, type WorkRequest } from "../../../src/analyses/workers/task-messages";

/** What a worker does, in the same thread and a moment later; everything travels as a copy. */
class NearWorker {
  static open = 0;
  onmessage: ((event: { data: WorkReport }) => void) | null = null;
  onerror: ((event: { message: string }) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  private ended = false;

  constructor(private readonly act: (request: WorkRequest, tell: (report: WorkReport) => void) => void) {
    NearWorker.open += 1;
  }

  postMessage(request: WorkRequest) {
    const copy = structuredClone(request);
    setTimeout(() =>
      this.act(copy, (report) => !this.ended && this.onmessage?.({ data: structuredClone(report) })),
    );
  }

  terminate() {
    if (!this.ended) NearWorker.open -= 1;
    this.ended = true;
  }
}

const input = {
  columns: [new Float64Array([1, 0, 1, 1, 0, 1]), new Float64Array([1, 1, 1, 1, 1, 1])],
  ratios: [{ over: 0, under: 1 }],
  seed: 7,
  replicates: 200,
};

function aside(
  act: ConstructorParameters<typeof NearWorker>[0],
  signal = new AbortController().signal,
  onProgress: (share: number) => void = () => undefined,
) {
  const makeWorker = () => Promise.resolve(new NearWorker(act) as unknown as Worker);
  return workAside({ signal, onProgress, makeWorker });
}

const asWorker = (request: WorkRequest, tell: (report: WorkReport) => void) =>
  tell({ form: "done", output: taskIn(request, (share) => tell({ form: "progress", share })) });

beforeEach(() => void (NearWorker.open = 0));

describe("arithmetic in a worker", () => {
  test("gives what it gives here, tells how far it is, and lets its worker go", async () => {
    const shares: number[] = [];
    const there = await aside(asWorker, undefined, (share) => shares.push(share)).run(
      "bootstrapRatios",
      input,
    );
    expect(there).toEqual(await workHere.run("bootstrapRatios", input));
    expect(there[0]).not.toBeNull();
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
    expect(NearWorker.open).toBe(0);
  });

  test("stopped, it ends at once with the signal's reason, although the task goes on for ever", async () => {
    const stopper = new AbortController();
    const running = aside(() => undefined, stopper.signal).run("bootstrapRatios", input);
    const ended = expect(running).rejects.toMatchObject({ name: "AbortError" });
    await Promise.resolve();
    stopper.abort();
    await ended;
    expect(NearWorker.open).toBe(0);
  });

  test("stopped before it begins, it makes no worker", async () => {
    const running = aside(asWorker, AbortSignal.abort()).run("bootstrapRatios", input);
    await expect(running).rejects.toMatchObject({ name: "AbortError" });
    expect(NearWorker.open).toBe(0);
  });

  test("a failure names the task", async () => {
    const running = aside((_, tell) => tell({ form: "failed", message: "no room" })).run(
      "bootstrapRatios",
      input,
    );
    await expect(running).rejects.toMatchObject({
      code: "work",
      message: "arithmetic failed: bootstrapRatios: no room",
    });
    expect(NearWorker.open).toBe(0);
  });
});

test("every task has a name of its own", () => {
  expect(Object.keys(tasks)).toContain("bootstrapRatios");
});
