import { cutNote } from "../cut-note";
import { limits } from "../limits";
import type { FromWorker, ShowMessage, Shown } from "../protocol";

export interface Outbox {
  post(message: FromWorker, transfer?: readonly Transferable[]): void;
  show(message: ShowMessage): void;
  /** The page has worked off so many messages. */
  taken(count: number): void;
}

interface Waiting {
  readonly message: FromWorker;
  readonly transfer?: readonly Transferable[];
  /** The same list as in the message while more can be put into it. */
  readonly items?: Shown[];
}

/** What is shown while a cell keeps the thread to itself goes out at least this often. */
const pauseMs = 50;
const itemsInMessage = 500;

/** Sends no more than the page takes; what is shown meanwhile goes together, and too much of it is cut. */
export function createOutbox(
  send: (message: FromWorker, transfer?: readonly Transferable[]) => void,
): Outbox {
  const waiting: Waiting[] = [];
  let credit: number = limits.unread;
  let sentAt = 0;
  let isPlanned = false;
  /** Of the newest run of each cell. */
  const shown = new Map<string, { number: number; parts: number; waits: number; isCut: boolean }>();

  function flush(): void {
    isPlanned = false;
    sentAt = performance.now();
    while (credit > 0 && waiting.length > 0) {
      const { message, transfer } = waiting.shift()!;
      credit--;
      if (message.type === "shown") {
        const count = shown.get(message.cell);
        if (count?.number === message.number) count.waits = 0;
      }
      send(message, transfer);
    }
  }

  function countOf({ cell, number }: { readonly cell: string; readonly number: number }) {
    let count = shown.get(cell);
    if (count?.number !== number) shown.set(cell, (count = { number, parts: 0, waits: 0, isCut: false }));
    return count;
  }

  function put(cell: string, number: number, item: Shown): void {
    const last = waiting.at(-1);
    const fits =
      last?.items &&
      last.message.type === "shown" &&
      last.message.cell === cell &&
      last.message.number === number &&
      last.items.length < itemsInMessage;
    if (fits) last.items!.push(item);
    else {
      const items = [item];
      waiting.push({ message: { type: "shown", cell, number, items }, items });
    }
    if (isPlanned) return;
    if (performance.now() - sentAt > pauseMs) return flush();
    isPlanned = true;
    queueMicrotask(flush);
  }

  return {
    post(message, transfer) {
      waiting.push({ message, transfer });
      flush();
    },
    show({ cell, number, ...item }) {
      const count = countOf({ cell, number });
      if (count.isCut) return;
      if (item.what === "part") count.parts++;
      count.waits += item.what === "changes" ? item.changes.length : 1;
      count.isCut = count.parts > limits.parts || count.waits > limits.waiting;
      const why = count.parts > limits.parts ? "parts" : "changes";
      put(cell, number, count.isCut ? { what: "part", part: cutNote(why) } : item);
    },
    taken(count) {
      credit += count;
      flush();
    },
  };
}
