// Which of the page's work comes between a key and its letter, by the browser's own trace.

const taskName = "ThreadControllerImpl::RunTask";
/** The last stage of a frame on the page's thread that the trace names; the task that it is in ends the frame. */
const frameEnd = "Layerize";

/**
 * Milliseconds of each key pressed while `type` runs: the tasks of the page's thread, from the one that gets the key to the
 * one that hands a frame with what it changed to the compositor. In the thread's own time where the browser tells it.
 */
export async function workUntilPainted(page, type) {
  const browser = page.context().browser();
  await browser.startTracing(page, { categories: ["toplevel", "devtools.timeline"] });
  await type();
  const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
  const isOf = (type) => (event) => event.name === "EventDispatch" && event.args?.data?.type === type;
  const [first] = traceEvents.filter(isOf("keydown"));
  if (!first) return [];
  const ofPage = traceEvents
    .filter(({ ph, pid, tid }) => ph === "X" && pid === first.pid && tid === first.tid)
    .sort((a, b) => a.ts - b.ts);
  const tasks = ofPage.filter(({ name }) => name === taskName);
  const frames = ofPage.filter(({ name }) => name === frameEnd);
  const letters = ofPage.filter(isOf("keypress"));
  return ofPage.filter(isOf("keydown")).flatMap((key) => {
    const letter = letters.find(({ ts }) => ts >= key.ts);
    const frame = letter && frames.find(({ ts }) => ts > letter.ts);
    if (!frame) return [];
    const between = tasks.filter(({ ts, dur }) => ts + dur > key.ts && ts <= frame.ts);
    return [between.reduce((sum, { tdur, dur }) => sum + (tdur ?? dur), 0) / 1000];
  });
}
