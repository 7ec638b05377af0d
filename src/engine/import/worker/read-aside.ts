import { EngineError } from "../../engine-error";
import { confinedWorker } from "../../confined-worker";
import type { Peeks } from "../peek";
import { windowBytes } from "../read/byte-windows";
import type { Reader } from "../reader";
import type { ReadAnswer, ReadRequest } from "./messages";
import { oneKept } from "./one-kept";

/**
 * The reader in a worker. A look at a file, and a small file, leave it to what comes next; with all others it is ended, so that
 * its memory comes back.
 */
export const readerAside: Reader = {
  async sniff(file, known) {
    const answer = await askedOnce({ ask: "sniff", file, known });
    if (answer.answer !== "sniffed") throw new TypeError("another answer than asked for");
    return answer.sniffed;
  },
  async *parts(file, plan) {
    const worker = await readers.take();
    let helper: Worker | null = null;
    let isDone = false;
    try {
      if (file.size > mostAlone) helper = await startWorker();
      const port = helper && servedBy(helper, worker);
      let answer = await asked(worker, { ask: "open", file, plan, ...(port && { port }) });
      while (answer.answer === "part") {
        yield answer.part;
        answer = await asked(worker, { ask: "next" });
      }
      isDone = true;
    } finally {
      helper?.terminate();
      readers.giveBack(worker, isDone && file.size <= mostKept);
    }
  },
  async lines(file, plan, sought) {
    const answer = await askedOnce({ ask: "lines", file, plan, sought });
    if (answer.answer !== "placed") throw new TypeError("another answer than asked for");
    return answer.lines;
  },
};

/** One that reads the disk for another, which then can reckon all the time. */
function servedBy(helper: Worker, worker: Worker): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const request: ReadRequest = { ask: "serve", port: port1 };
  helper.postMessage(request, [port1]);
  // Whoever waits for the other one would wait for ever.
  helper.onerror = (event) => worker.onerror?.(event);
  return port2;
}

async function askedOnce(request: ReadRequest & { readonly file: File }): Promise<ReadAnswer> {
  const worker = await readers.take();
  let isDone = false;
  try {
    const answer = await asked(worker, request);
    isDone = true;
    return answer;
  } finally {
    readers.giveBack(worker, isDone && (request.ask === "sniff" || request.file.size <= mostKept));
  }
}

/** Bytes; a file of a few windows is read before a second worker has started. */
const mostAlone = 2 * windowBytes;

/** Bytes; packed files take a multiple of them. */
const mostKept = 4 << 20;

/** Long enough for one file after another, and for a person who drops the next. */
const idleMs = 5000;

const readers = oneKept(startWorker, idleMs);

/** One worker for all looks; a second one is asked for when the first has been answered. */
export async function peeksAside(): Promise<Peeks> {
  const worker = await startWorker();
  const numbers = new WeakMap<File, number>();
  let last = 0;
  return {
    async peek(file, known, rows) {
      const number = numbers.get(file) ?? ++last;
      numbers.set(file, number);
      const answer = await asked(worker, { ask: "peek", file, number, known, rows });
      if (answer.answer !== "peeked") throw new TypeError("another answer than asked for");
      return answer.peek;
    },
    async shape(file) {
      const answer = await asked(worker, { ask: "shape", file });
      if (answer.answer !== "shaped") throw new TypeError("another answer than asked for");
      return answer.shape;
    },
    close: () => worker.terminate(),
  };
}

async function startWorker(): Promise<Worker> {
  const { default: address } = await import("./read-worker?worker&url");
  return confinedWorker(address, "module");
}

function asked(worker: Worker, request: ReadRequest): Promise<ReadAnswer> {
  return new Promise((done, refuse) => {
    worker.onmessage = ({ data }: MessageEvent<ReadAnswer>) => {
      if (data.answer !== "failed") return done(data);
      refuse(new EngineError(data.code ?? "unreadable-file", data.message, { what: data.what }));
    };
    worker.onerror = ({ message }) =>
      refuse(
        new EngineError("unreadable-file", `reader failed: ${message || "its program could not be loaded"}`),
      );
    worker.onmessageerror = () =>
      refuse(new EngineError("unreadable-file", "reader failed: its answer could not be read"));
    worker.postMessage(request, request.ask === "open" && request.port ? [request.port] : []);
  });
}
