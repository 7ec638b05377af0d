import { AnalysisError } from "../analysis-error";
import type { Work } from "./work";
import type { WorkReport, WorkRequest } from "./task-messages";

export interface WorkOptions {
  /** Ends whatever runs, at once. */
  readonly signal: AbortSignal;
  /** Share of the task that is done, 0 to 1. */
  readonly onProgress: (share: number) => void;
  /** Another worker than this page's own; tests have theirs. */
  readonly makeWorker?: () => Promise<Worker>;
}

/**
 * In workers of this page, one a task: a task cannot be asked to stop, but its worker can be taken away. Rejects with the
 * signal's reason when stopped, with an AnalysisError "work" that names the task when that fails.
 */
export function workAside({ signal, onProgress, makeWorker = ownWorker }: WorkOptions): Work {
  return {
    async run(task, input) {
      signal.throwIfAborted();
      const worker = await makeWorker();
      try {
        return (await answerOf(worker, { task, input }, signal, onProgress)) as never;
      } finally {
        worker.terminate();
      }
    },
  };
}

/** Its program is fetched when something long is first to be reckoned. */
async function ownWorker(): Promise<Worker> {
  const { default: TaskWorker } = await import("./task-worker?worker");
  return new TaskWorker();
}

function answerOf(
  worker: Worker,
  request: WorkRequest,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<unknown> {
  return new Promise((done, refuse) => {
    const fail = (message: string) =>
      refuse(new AnalysisError("work", `arithmetic failed: ${request.task}: ${message}`));
    const stop = () => refuse(signal.reason as Error);
    signal.addEventListener("abort", stop, { once: true });
    if (signal.aborted) return stop();
    worker.onmessage = ({ data }: MessageEvent<WorkReport>) => {
      switch (data.form) {
        case "progress":
          return onProgress(data.share);
        case "done":
          return done(data.output);
        case "failed":
          return fail(data.message);
      }
    };
    worker.onerror = ({ message }) => fail(message || "its program could not be loaded");
    worker.onmessageerror = () => fail("its answer could not be read");
    worker.postMessage(request);
  });
}
