// What a key costs where the focus is, measured three ways.
import { workUntilPainted } from "./traced-keys.mjs";

const keys = 80;

/**
 * Milliseconds of each key: `work`, all that the page's thread does for it in its own time, so that other programs on the
 * machine do not count, with the lists that come after the letter; `painted`, what the thread does of it until the letter
 * is on its way to the screen; `felt`, how long that took from the key, waiting for the screen's next turn included.
 */
export async function typedKeys(page) {
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.evaluate(watchKeys);
  const work = [];
  for (let i = 0; i < keys; i++) {
    const before = await threadTime(client);
    await press(page, i);
    work.push((await threadTime(client)) - before);
  }
  const felt = await page.evaluate(() => window.stopWatchingKeys());
  await client.detach();
  const painted = await workUntilPainted(page, async () => {
    for (let i = 0; i < keys; i++) await press(page, i);
  });
  if (felt.length !== keys || painted.length !== keys)
    throw new Error(`of ${keys} keys ${felt.length} were seen and ${painted.length} traced`);
  return { work, painted, felt };
}

/** Words of seven letters. */
async function press(page, i) {
  await page.keyboard.press(i % 8 === 7 ? "Space" : "abcdefg"[i % 7]);
  await page.waitForTimeout(120);
}

async function threadTime(client) {
  const { metrics } = await client.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
}

/** Runs in the page. A message comes when the frame that sent it is done. */
function watchKeys() {
  const felt = [];
  const onKey = ({ timeStamp }) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        felt.push(performance.now() - timeStamp);
      };
      port2.postMessage(null);
    });
  };
  window.addEventListener("keydown", onKey, true);
  window.stopWatchingKeys = () => {
    window.removeEventListener("keydown", onKey, true);
    return felt;
  };
}
