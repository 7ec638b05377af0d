import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { progressTeller } from "../../../src/cells/session/run-progress";
import { runOf, type RunProgress } from "../../../src/cells/session/session";
import { analysisCell, load, play, ready } from "./play";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

test("says nothing of what is quick; then what it is at, at a bearable pace; nothing after its end", () => {
  const told: RunProgress[] = [];
  const teller = progressTeller((progress) => told.push(progress));
  teller.questions({ done: 0, of: 4 });
  vi.advanceTimersByTime(900);
  teller.questions({ done: 1, of: 4 });
  expect(told).toEqual([]);
  vi.advanceTimersByTime(100);
  expect(told).toEqual([{ done: 1, of: 4, share: null }]);
  for (let i = 1; i <= 100; i += 1) {
    vi.advanceTimersByTime(10);
    teller.share(i / 100);
  }
  expect(told.length).toBeGreaterThan(3);
  expect(told.length).toBeLessThanOrEqual(6);
  teller.end();
  const before = told.length;
  vi.advanceTimersByTime(5000);
  expect(told).toHaveLength(before);
});

test("a run that cannot tell how far it is says nothing", () => {
  const told: RunProgress[] = [];
  progressTeller((progress) => told.push(progress));
  vi.advanceTimersByTime(3000);
  expect(told).toEqual([]);
});

test("a session keeps what the running one tells, and forgets what a late one does", () => {
  const started = play(ready(analysisCell("a", "log")), ...load("log"), {
    type: "run-requested",
    cells: ["a"],
  }).session;
  const { number } = runOf(started, "a");
  const progress = { done: 1, of: 3, share: null };
  const of = (at: number) =>
    runOf(play(started, { type: "run-progressed", cell: "a", number: at, progress }).session, "a").progress;
  expect(of(number)).toEqual(progress);
  expect(of(number - 1)).toBeNull();
});
