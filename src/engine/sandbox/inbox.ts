import { limits } from "./limits";
import type { FromWorker } from "./protocol";
import { type AllowanceOf, readMessage, type Unread } from "./checked/read-message";

/** Messages of a worker, read in slices so that the page stays quick, and acknowledged one by one. */
export interface Inbox {
  close(): void;
}

interface Ends {
  readonly allowanceOf: AllowanceOf;
  readonly heard: (message: FromWorker | Unread) => void;
  readonly taken: (count: number) => void;
  /** It sent more than it may: not our runtime any more, but something that took its port. */
  readonly flooded: () => void;
}

const sliceMs = 8;

export function openInbox(port: MessagePort, { allowanceOf, heard, taken, flooded }: Ends): Inbox {
  const waiting: MessageEvent[] = [];
  let isClosed = false;
  let isPlanned = false;
  let sliceEnd = 0;

  function work(): void {
    isPlanned = false;
    sliceEnd = performance.now() + sliceMs;
    let count = 0;
    // The data are read here and not before: reading is what costs.
    while (!isClosed && waiting.length > 0 && (count === 0 || performance.now() < sliceEnd)) {
      const event = waiting.shift()!;
      for (const stray of event.ports) stray.close();
      count++;
      heard(readMessage(event.data, allowanceOf));
    }
    if (isClosed) return;
    taken(count);
    if (waiting.length > 0) plan();
  }

  function plan(): void {
    if (isPlanned) return;
    isPlanned = true;
    setTimeout(work, 0);
  }

  port.onmessage = (event) => {
    if (isClosed) return;
    waiting.push(event);
    if (waiting.length > limits.unread) return flooded();
    // A lone message is not kept waiting, unless a slice has just been used up.
    if (waiting.length === 1 && !isPlanned && performance.now() > sliceEnd + sliceMs) work();
    else plan();
  };
  port.onmessageerror = () => heard(readMessage(undefined, allowanceOf));

  return {
    close() {
      isClosed = true;
      waiting.length = 0;
      port.onmessage = null;
    },
  };
}
