import { compilerWarmUp } from "../../../engine";

/** ms of idleness a step asks for: the longest takes a little less. */
const stepMs = 10;

/**
 * So that the first TypeScript cell runs as soon as the tenth does. Only in idle moments of the page, a step of a few ms
 * at a time, 0.1 s in all; where a browser cannot tell them, the first cell pays. Gives back how to stop.
 */
export function warmCompiler(): () => void {
  if (!("requestIdleCallback" in window)) return () => {};
  const step = compilerWarmUp();
  const work = (idle: IdleDeadline) => {
    let isLeft = true;
    while (isLeft && idle.timeRemaining() > stepMs) isLeft = step();
    if (isLeft) waiting = requestIdleCallback(work);
  };
  let waiting = requestIdleCallback(work);
  return () => cancelIdleCallback(waiting);
}
