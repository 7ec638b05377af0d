import { afterEach, describe, expect, test } from "vitest";
import { runAllowance } from "../../../src/engine/sandbox/allowances";
import type { Unread } from "../../../src/engine/sandbox/checked/read-message";
import { fullAllowance } from "../../../src/engine/sandbox/checked/reading";
import { openInbox } from "../../../src/engine/sandbox/inbox";
import { limits } from "../../../src/engine/sandbox/limits";
import type { FromWorker, ShowMessage } from "../../../src/engine/sandbox/protocol";
import { createOutbox } from "../../../src/engine/sandbox/runtime/outbox";

const line = (cell: string, i: number, number = 1): ShowMessage => ({
  what: "part",
  cell,
  number,
  part: { kind: "console", part: i, level: "log", values: [{ type: "number", text: String(i) }] },
});
const items = (sent: readonly FromWorker[]) =>
  sent.flatMap((message) => (message.type === "shown" ? message.items : []));

describe("the outbox of the worker", () => {
  const settled = () => new Promise((done) => setTimeout(done, 5));

  test("sends no more than the page takes, then the rest in order", () => {
    const sent: FromWorker[] = [];
    const outbox = createOutbox((message) => sent.push(message));
    for (let ask = 0; ask < limits.unread + 5; ask++) outbox.post({ type: "values", ask, values: [] });
    expect(sent).toHaveLength(limits.unread);
    outbox.taken(3);
    expect(sent).toHaveLength(limits.unread + 3);
    outbox.taken(100);
    expect(sent.map((message) => "ask" in message && message.ask)).toEqual(sent.map((_, i) => i));
  });

  test("puts what is shown together, and before the end of the run", async () => {
    const sent: FromWorker[] = [];
    const outbox = createOutbox((message) => sent.push(message));
    for (let i = 0; i < 100; i++) outbox.show(line("a", i));
    outbox.post({ type: "done", cell: "a", number: 1, defined: [] });
    await settled();
    expect(items(sent)).toHaveLength(100);
    expect(sent.length).toBeLessThan(5);
    expect(sent.at(-1)!.type).toBe("done");
  });

  test("cuts a run that shows without end, once, and lets its next run show again", async () => {
    const sent: FromWorker[] = [];
    const outbox = createOutbox((message) => {
      sent.push(message);
      queueMicrotask(() => outbox.taken(1));
    });
    for (let i = 0; i < 3 * limits.parts; i++) outbox.show(line("a", i));
    outbox.show(line("b", 0));
    outbox.show(line("a", 0, 2));
    await settled();
    const notes = items(sent).filter((item) => item.what === "part" && item.part.part < 0);
    expect(notes).toHaveLength(1);
    expect(items(sent)).toHaveLength(limits.parts + 3);
  });

  test("keeps no more changes than it may while the page is busy", async () => {
    const sent: FromWorker[] = [];
    const outbox = createOutbox((message) => sent.push(message));
    for (let i = 0; i < limits.unread; i++) outbox.post({ type: "pong" });
    const changes = Array.from({ length: 1000 }, () => ({ change: "text", node: 1, text: "x" }) as const);
    for (let i = 0; i < 500; i++) outbox.show({ what: "changes", cell: "a", number: 1, part: 1, changes });
    await settled();
    outbox.taken(1000);
    const kept = items(sent).flatMap((item) => (item.what === "changes" ? item.changes : []));
    expect(kept).toHaveLength(limits.waiting);
    expect(JSON.stringify(items(sent).at(-1))).toContain("more changes than the page can follow");
  });
});

describe("the inbox of the page", () => {
  const ports: MessagePort[] = [];
  afterEach(() => ports.splice(0).forEach((port) => port.close()));

  function open() {
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    const heard: (FromWorker | Unread)[] = [];
    let taken = 0;
    let floods = 0;
    const inbox = openInbox(port1, {
      allowanceOf: () => fullAllowance(),
      heard: (message) => heard.push(message),
      taken: (count) => (taken += count),
      flooded: () => {
        floods++;
        inbox.close();
      },
    });
    return { port: port2, heard, taken: () => taken, floods: () => floods };
  }

  test("reads and acknowledges everything, in order", async () => {
    const { port, heard, taken, floods } = open();
    for (let ask = 0; ask < limits.unread; ask++) port.postMessage({ type: "values", ask, values: [ask] });
    await expect.poll(taken).toBe(limits.unread);
    expect(heard.map((message) => "ask" in message && message.ask)).toEqual(heard.map((_, i) => i));
    expect(floods()).toBe(0);
  });

  test("shuts against one that sends more than it may", async () => {
    const { port, heard, floods } = open();
    for (let i = 0; i < 5000; i++) port.postMessage({ type: "pong" });
    await expect.poll(floods).toBe(1);
    expect(heard.length).toBeLessThanOrEqual(limits.unread);
  });

  test("says of what cannot be read that it came", async () => {
    const { port, heard } = open();
    port.postMessage({ type: "no such message", ask: 7 });
    await expect.poll(() => heard).toMatchObject([{ type: "unread", ask: 7 }]);
  });
});

describe("what a run may still show", () => {
  test("comes back slowly and never becomes more than at first", () => {
    let now = 0;
    const allowance = runAllowance(() => now);
    allowance().nodes = 0;
    now = 2000;
    expect(allowance().nodes).toBe(2 * limits.nodesBack);
    now = 1e9;
    expect(allowance()).toEqual(fullAllowance());
  });
});
