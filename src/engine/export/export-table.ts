import type { ExportOptions } from "./format";
import type { ExportSource } from "./source/export-source";
import { writeRows, type ExportProgress, type ExportSink, type Written } from "./write-rows";

export interface ExportRequest extends Omit<ExportOptions, "asText"> {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ExportProgress) => void;
}

/**
 * Writes all rows of a table into the sink; on the way the page stays free, because the writing is done in a worker where
 * there are workers. Throws `EngineError`: "stopped", "too-many-rows" for what the format cannot hold, "not-written", and
 * what DuckDB throws. The sink then holds something that is no file.
 */
export async function exportTable(
  source: ExportSource,
  sink: ExportSink,
  { signal, onProgress, ...request }: ExportRequest,
): Promise<Written> {
  try {
    const isArrow = request.format === "arrow" || request.format === "parquet";
    const options: ExportOptions = { ...request, asText: isArrow ? await source.asText() : [] };
    const open =
      typeof Worker === "function"
        ? (await import("./worker/write-aside")).writerAside
        : (await import("./writer")).openWriter;
    return await writeRows(source, await open(source.columns, options), sink, { signal, onProgress });
  } finally {
    await source.close();
  }
}
