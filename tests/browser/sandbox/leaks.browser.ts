import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { leakAttempts } from "./leak-attempts";
import { listen, type Listener } from "./listener";
import { openSandboxSheet, run } from "./open-sheet";
import type { OpenSheet } from "../open-sheet";

/** A stranger's code tries to reach a listener on another port. */
let sheet: OpenSheet;
let page: Page;
let listener: Listener;

beforeAll(async () => {
  sheet = await openSandboxSheet();
  page = await sheet.newPage();
  listener = await listen();
});
afterAll(async () => {
  await sheet?.close();
  await listener?.close();
});

const trying = (attempt: string) => `
  const to = ${JSON.stringify(listener.address)}, ws = ${JSON.stringify(listener.socketAddress)};
  await Promise.race([
    (async () => { ${attempt} })(),
    new Promise((done) => setTimeout(done, 400)),
  ]);`;

test("there are enough of them", () => {
  expect(Object.keys(leakAttempts).length).toBeGreaterThan(80);
});

describe("code cannot leave by", () => {
  test.each(Object.entries(leakAttempts))("%s", async (_name, attempt) => {
    const { error } = await run(page, { cell: "leak", body: trying(attempt) });
    expect(error?.message ?? "").not.toContain("port stolen");
    expect(listener.visits).toEqual([]);
  });
});

describe("with everything the browser gives a worker, the frame's policy alone stops", () => {
  const attempts = Object.entries(leakAttempts);
  const groups = Array.from({ length: Math.ceil(attempts.length / 8) }, (_, i) =>
    attempts.slice(i * 8, i * 8 + 8),
  );

  let bare: Page;

  beforeAll(async () => {
    // Apart from the other: there, no error is expected.
    bare = await (await sheet.browser.newContext()).newPage();
    await bare.goto(sheet.url);
  });

  test.each(groups.map((group) => [group.map(([name]) => name).join(", "), group] as const))(
    "%s",
    async (_names, group) => {
      const ran = await bare.evaluate(
        runBare,
        group.map(([, attempt]) => trying(attempt)),
      );
      expect(ran).toBe(group.length);
      expect(bare.url()).toBe(sheet.url);
      expect(listener.visits).toEqual([]);
    },
  );
});

/** Each as the whole program of a worker in a sandbox frame of its own, without our runtime. How many were run. */
async function runBare(programs: readonly string[]): Promise<number> {
  const ends = programs.map(async (program) => {
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts");
    frame.src = "sandbox.html";
    const { port1, port2 } = new MessageChannel();
    const ended = new Promise((done) => (port1.onmessage = done));
    const runtime = `onmessage = async ({ ports }) => {
      try { ${program} } catch {} finally { setTimeout(() => ports[0].postMessage(1), 200) } };`;
    addEventListener("message", ({ source, data }) => {
      if (source === frame.contentWindow && data.type === "loaded")
        frame.contentWindow!.postMessage({ type: "start", runtime }, "*", [port2]);
    });
    document.body.append(frame);
    // Some of them close or freeze their worker: that is an end too.
    await Promise.race([ended, new Promise((done) => setTimeout(done, 3000))]);
    frame.remove();
  });
  return (await Promise.all(ends)).length;
}

test("what came later did not get out either, and the page is as it was", async () => {
  await new Promise((done) => setTimeout(done, 2000));
  expect(listener.visits).toEqual([]);
  expect(sheet.trouble).toEqual([]);
  expect(page.url()).toBe(sheet.url);
  expect(page.context().pages()).toHaveLength(1);
  expect(await page.evaluate(() => [document.cookie, localStorage.length])).toEqual(["", 0]);
  const { error } = await run(page, { cell: "after", body: `__result(1)` });
  expect(error).toBe(null);
});

test("the listener would have heard it", async () => {
  const context = await sheet.browser.newContext();
  const outside = await context.newPage();
  await outside.goto(`${sheet.url}without-policy`);
  await outside.evaluate((to) => fetch(to, { mode: "no-cors" }), listener.address);
  await outside.evaluate((to) => void new WebSocket(to), listener.socketAddress);
  await outside.evaluate((to) => {
    const worker = `fetch("${to}", { mode: "no-cors" })`;
    const frame = document.createElement("iframe");
    frame.setAttribute("sandbox", "allow-scripts");
    frame.srcdoc = `<script>new Worker(URL.createObjectURL(new Blob([\`${worker}\`])))</script>`;
    document.body.append(frame);
  }, listener.address);
  await expect.poll(() => listener.visits.length).toBe(3);
});

test("its page does nothing when it is opened by itself or framed without the sandbox", async () => {
  const context = await sheet.browser.newContext();
  const alone = await context.newPage();
  await alone.goto(`${sheet.url}sandbox.html`);
  await expect.poll(() => alone.textContent("body")).toContain("does nothing on its own");
  const framed = await sheet.newPage();
  const said = await framed.evaluate(async () => {
    const heard: unknown[] = [];
    addEventListener("message", ({ data }) => heard.push(data));
    const frame = document.createElement("iframe");
    frame.src = "sandbox.html";
    await new Promise((done) => {
      frame.onload = done;
      document.body.append(frame);
    });
    frame.contentWindow!.postMessage({ type: "start", runtime: "postMessage(1)" }, "*");
    await new Promise((done) => setTimeout(done, 300));
    return heard;
  });
  expect(said).toEqual([]);
});
