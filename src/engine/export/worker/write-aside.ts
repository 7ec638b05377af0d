import { confinedWorker } from "../../confined-worker";
import type { Column } from "../../data/table";
import { EngineError } from "../../engine-error";
import type { ExportOptions } from "../format";
import type { TableWriter } from "../writer";
import type { WriteAnswer, WriteRequest } from "./messages";

/** The writer in a worker: one for each file, ended with it, so that its memory comes back. */
export async function writerAside(columns: readonly Column[], options: ExportOptions): Promise<TableWriter> {
  const { default: address } = await import("./write-worker?worker&url");
  const worker = confinedWorker(address, "module");
  try {
    await asked(worker, { ask: "open", columns, options });
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return {
    write: async (rows) =>
      (
        await asked(
          worker,
          { ask: "write", rows },
          rows.messages.map(({ buffer }) => buffer),
        )
      ).bytes,
    end: () => asked(worker, { ask: "end" }),
    close: () => worker.terminate(),
  };
}

function asked(
  worker: Worker,
  request: WriteRequest,
  transfer: ArrayBuffer[] = [],
): Promise<Extract<WriteAnswer, { answer: "bytes" }>> {
  return new Promise((done, refuse) => {
    const broken = (why: string) => refuse(new EngineError("not-written", `writer failed: ${why}`));
    worker.onmessage = ({ data }: MessageEvent<WriteAnswer>) => {
      if (data.answer !== "failed") return done(data);
      refuse(new EngineError(data.code ?? "not-written", data.message));
    };
    worker.onerror = ({ message }) => broken(message || "its program could not be loaded");
    worker.onmessageerror = () => broken("its answer could not be read");
    worker.postMessage(request, { transfer });
  });
}
