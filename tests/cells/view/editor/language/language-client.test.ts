import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { LanguageClient } from "../../../../../src/cells/view/editor/language/language-client";
import type { FromWorker, Problem, ToWorker } from "../../../../../src/cells/view/editor/language/protocol";

/** A worker that keeps what it is told. */
function open() {
  const told: ToWorker[] = [];
  const shown: [string, number][] = [];
  const worker = {
    postMessage: (message: ToWorker) => void told.push(message),
    onmessage: null as ((event: MessageEvent<FromWorker>) => void) | null,
    onerror: null as ((event: ErrorEvent) => void) | null,
  };
  let started = 0;
  const client = new LanguageClient({
    makeWorker: () => {
      started++;
      return worker as unknown as Worker;
    },
    onProblems: (cell, _text, problems) => shown.push([cell, problems.length]),
  });
  const say = (data: FromWorker) => worker.onmessage?.({ data } as MessageEvent<FromWorker>);
  return { client, told, shown, say, worker, startedTimes: () => started };
}

const problem: Problem = { from: 0, to: 1, message: "no", level: "error", code: 1 };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("nothing starts before a question or `start`; then the worker is told everything once", async () => {
  const { client, told, startedTimes, say } = open();
  client.arrange([
    { id: "a", text: "1", language: "typescript" },
    { id: "b", text: "2", language: "typescript" },
  ]);
  client.write("a", "11");
  vi.advanceTimersByTime(1000);
  expect(startedTimes()).toBe(0);
  const answer = client.ask("hover", { cell: "a", at: 0 });
  expect(startedTimes()).toBe(1);
  expect(told).toEqual([
    {
      update: {
        order: ["a", "b"],
        surroundings: { relations: [], values: [], analyses: [] },
        texts: [
          ["a", "11"],
          ["b", "2"],
        ],
      },
    },
    { number: 1, question: "hover", ask: { cell: "a", at: 0 } },
  ]);
  say({ number: 1, answer: null });
  expect(await answer).toBeNull();
});

test("whoever puts off what there is to tell is called before a question", () => {
  const { client, told } = open();
  client.beforeAsk(() => client.arrange([{ id: "late", text: "1", language: "typescript" }]));
  void client.ask("hover", { cell: "late", at: 0 });
  expect(told).toMatchObject([
    { update: { order: ["late"], texts: [["late", "1"]] } },
    { question: "hover" },
  ]);
});

test("what was put off does not stand in for the text that an editor has by now", () => {
  const { client, told } = open();
  let isPutOff = true;
  client.beforeAsk(() => {
    if (isPutOff) client.arrange([{ id: "a", text: "firs", language: "typescript" }]);
    isPutOff = false;
  });
  client.catchUp();
  client.write("a", "first.");
  void client.ask("hover", { cell: "a", at: 6 });
  expect(told[0]).toMatchObject({ update: { order: ["a"], texts: [["a", "first."]] } });
});

test("a burst of keys is one message with the last text, sent when it is quiet or asked", () => {
  const { client, told } = open();
  client.arrange([{ id: "a", text: "", language: "typescript" }]);
  client.start();
  vi.advanceTimersByTime(1000);
  told.length = 0;
  for (const text of ["c", "co", "con"]) {
    client.write("a", text);
    vi.advanceTimersByTime(50);
  }
  expect(told).toEqual([]);
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([{ update: { texts: [["a", "con"]] } }, { check: 2 }]);
});

test("problems of a text that has changed since, of an older check and of the same again are not shown", () => {
  const { client, shown, say } = open();
  client.arrange([{ id: "a", text: "x", language: "typescript" }]);
  client.start();
  vi.advanceTimersByTime(1000);
  say({ check: 1, found: [["a", []]] });
  expect(shown).toEqual([]);
  say({ check: 1, found: [["a", [problem]]] });
  say({ check: 1, found: [["a", [problem]]] });
  expect(shown).toEqual([["a", 1]]);
  client.write("a", "xy");
  say({ check: 1, found: [["a", []]] });
  expect(shown).toHaveLength(1);
  vi.advanceTimersByTime(1000);
  say({ check: 1, found: [["a", []]] });
  expect(shown).toHaveLength(1);
  say({ check: 2, found: [["a", []]] });
  expect(shown).toEqual([
    ["a", 1],
    ["a", 0],
  ]);
});

test("a question that fails says so; a worker that dies fails all and the next question makes another", async () => {
  const { client, say, worker, startedTimes, told } = open();
  client.arrange([{ id: "a", text: "x", language: "typescript" }]);
  const first = client.ask("hover", { cell: "a", at: 0 });
  const second = client.ask("hover", { cell: "a", at: 1 });
  say({ number: 1, failed: "Debug Failure" });
  await expect(first).rejects.toThrow("Debug Failure");
  worker.onerror?.({ message: "gone" } as ErrorEvent);
  await expect(second).rejects.toThrow("gone");
  told.length = 0;
  void client.ask("hover", { cell: "a", at: 0 });
  expect(startedTimes()).toBe(2);
  expect(told[0]).toMatchObject({ update: { order: ["a"], texts: [["a", "x"]] } });
});
