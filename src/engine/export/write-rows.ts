import type { ArrowRows } from "../data/database";
import { EngineError } from "../engine-error";
import type { Bytes, Tally } from "./format";
import type { ExportSource } from "./source/export-source";
import type { TableWriter } from "./writer";

/** Where the file goes. */
export interface ExportSink {
  write(bytes: Bytes): Promise<void>;
}

export interface ExportProgress {
  readonly rows: number;
  readonly bytes: number;
}

export interface Written extends ExportProgress {
  readonly tally: Tally;
}

interface WriteOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ExportProgress) => void;
}

/**
 * From the source through the writer into the sink; while one window is written the next is read. Throws "stopped" when it
 * is, and when rows are missing: what the sink has then is no file.
 */
export async function writeRows(
  source: ExportSource,
  writer: TableWriter,
  sink: ExportSink,
  { signal, onProgress }: WriteOptions = {},
): Promise<Written> {
  // Arrow is large, and comes when it is needed.
  const { batchesOf } = await import("./batches");
  const windows = source.windows();
  let [rows, bytes] = [0, 0];
  const put = async (parts: readonly Bytes[]) => {
    for (const part of parts) {
      throwIfStopped(signal);
      bytes += part.length;
      await sink.write(part);
    }
  };
  const next = (): Promise<ArrowRows | null> => {
    const window = windows.next().then(({ value, done }) => (done ? null : value));
    // Nobody may be waiting for it when something else fails.
    window.catch(() => undefined);
    return window;
  };
  let coming = next();
  try {
    for (let window = await coming; window; window = await coming) {
      throwIfStopped(signal);
      coming = next();
      const count = batchesOf(window).batches.reduce((sum, { rowCount }) => sum + rowCount, 0);
      await put(await writer.write(window));
      rows += count;
      onProgress?.({ rows, bytes });
    }
    const { bytes: last, tally } = await writer.end();
    await put(last);
    throwIfStopped(signal);
    if (rows !== source.rowCount)
      throw new EngineError("not-a-table", `rows missing: ${rows} written of ${source.rowCount}`);
    return { rows, bytes, tally };
  } finally {
    writer.close();
    await coming.catch(() => null);
    await windows.return(undefined);
  }
}

function throwIfStopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new EngineError("stopped", "stopped");
}
