import { EngineError } from "../engine-error";
import type { Unread } from "./checked/read-message";
import { codeError } from "./code-error";
import { openFrame } from "./frame";
import { openInbox } from "./inbox";
import { liveCells, type LiveCells } from "./live-cells";
import type { FromWorker, ToWorker } from "./protocol";

/** One worker from its start to its end. */
export interface Life {
  readonly cells: LiveCells;
  /** Keys of the tables it holds, by relation. */
  readonly keys: Map<string, string>;
  post(message: ToWorker, transfer?: Transferable[]): void;
  /** Asks the worker; resolves with its answer. */
  ask(message: (ask: number) => ToWorker): Promise<Extract<FromWorker, { readonly ask: number }>>;
  /** Everything that waits rejects with the reason. */
  end(reason: EngineError): void;
}

export type Death = "memory" | "silent" | "broken";

const beatMs = 1000;
/** Beats without an answer: of the frame, which has nothing else to do; of a worker where no cell runs; of a start. */
const mostMissed = { frame: 4, worker: 10, start: 60 };
/** Answers that make no sense, before it is taken for something else than our runtime. */
const mostUnread = 20;

/** `died` is called once, when it ended by itself; `wasReady` tells a start that failed from a later death. */
export function beginLife(died: (reason: Death, cause: EngineError, wasReady: boolean) => void): Life {
  const asks = new Map<number, { resolve(answer: FromWorker): void; reject(reason: EngineError): void }>();
  let asked = 0;
  let isOver = false;
  let isReady = false;
  let unread = 0;
  const missed = { frame: 0, worker: 0 };

  let isLoaded = false;
  const frame = openFrame({
    alive: () => {
      isLoaded = true;
      missed.frame = 0;
    },
    failed: (cause) => die("broken", cause),
  });
  const post = (message: ToWorker, transfer: Transferable[] = []) =>
    frame.port.postMessage(message, transfer);
  const cells = liveCells(post);

  const inbox = openInbox(frame.port, {
    allowanceOf: (cell, number) => cells.allowanceOf(cell, number),
    heard,
    taken: (count) => post({ type: "taken", count }),
    flooded: () => die("broken", new EngineError("stopped", "stopped: more messages than the page takes")),
  });

  function heard(message: FromWorker | Unread): void {
    missed.worker = 0;
    if (message.type === "unread") return misread(message);
    if (message.type === "ready") isReady = true;
    if (message.type === "ready" || message.type === "pong") return;
    if ("cell" in message) return cells.heard(message);
    const waiting = asks.get(message.ask);
    asks.delete(message.ask);
    if (message.type === "refused") waiting?.reject(codeError(message.fault));
    else waiting?.resolve(message);
  }

  function misread({ why, what, ask, cell }: Unread): void {
    if (why === "stale") return;
    if (cell !== null) cells.unreadable(cell, what);
    if (ask !== null) {
      asks.get(ask)?.reject(new EngineError("not-a-value", `unreadable answer: ${what}`));
      asks.delete(ask);
    }
    if (++unread > mostUnread)
      die("broken", new EngineError("stopped", `stopped: unreadable answers: ${what}`));
  }

  function beat(): void {
    const isBusy = cells.isRunning || asks.size > 0;
    missed.frame++;
    missed.worker = isBusy || !isReady ? 0 : missed.worker + 1;
    if (!isReady && missed.frame > mostMissed.start)
      return die("broken", new EngineError("no-engine", `sandbox not started after ${mostMissed.start} s`));
    // Chromium gives the frame a process of its own: when its memory is used up, that one ends and the page stays.
    if (isLoaded && missed.frame > mostMissed.frame)
      return die("memory", new EngineError("out-of-memory", "out of memory: the cells' process has ended"));
    if (missed.worker > mostMissed.worker)
      return die("silent", new EngineError("stopped", "stopped: the cells' code no longer answers"));
    frame.ping();
    if (isReady && !isBusy) post({ type: "ping" });
  }

  const heart = setInterval(beat, beatMs);

  function die(reason: Death, cause: EngineError): void {
    if (isOver) return;
    end(cause);
    died(reason, cause, isReady);
  }

  function end(reason: EngineError): void {
    if (isOver) return;
    isOver = true;
    clearInterval(heart);
    inbox.close();
    frame.remove();
    cells.end(reason);
    for (const { reject } of asks.values()) reject(reason);
    asks.clear();
  }

  return {
    cells,
    keys: new Map(),
    post,
    ask(message) {
      const ask = asked++;
      return new Promise((resolve, reject) => {
        asks.set(ask, { resolve: resolve as (answer: FromWorker) => void, reject });
        post(message(ask));
      });
    },
    end,
  };
}
