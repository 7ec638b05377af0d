import type { Progress } from "../../analyses";
import type { RunProgress } from "./session";

/** Before this nobody asks how far it is. */
const silentMs = 1000;
/** Between two tellings: as often as an eye follows a number. */
const betweenMs = 200;

/** Collects what a run tells of itself and passes it on at a bearable pace; `end` when it is over. */
export function progressTeller(tell: (progress: RunProgress) => void) {
  let now: RunProgress = { done: 0, of: 0, share: null };
  let told: RunProgress | null = null;
  let last = -Infinity;
  const pass = () => {
    if (now === told || now.of === 0) return;
    told = now;
    last = performance.now();
    tell(now);
  };
  // The first telling comes by itself: a single long question says nothing while it goes on.
  const timer = setTimeout(() => {
    last = -betweenMs;
    pass();
  }, silentMs);
  const begun = performance.now();
  const passIfDue = () => {
    const at = performance.now();
    if (at - begun >= silentMs && at - last >= betweenMs) pass();
  };
  return {
    questions({ done, of }: Progress): void {
      now = { done, of, share: null };
      passIfDue();
    },
    share(share: number): void {
      now = { ...now, share };
      passIfDue();
    },
    end: () => clearTimeout(timer),
  };
}
