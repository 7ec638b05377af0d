import type * as ParquetModule from "parquet-wasm/esm";
import type { ParquetFile } from "parquet-wasm/esm";
import type { Part } from "./part";
import { readable, type Source, unpacked } from "./source";

/** Rows that travel together; one row group at a time is unpacked. */
const batchSize = 122_880;

/** The wanted columns of a Parquet file, in batches. What the others hold is not read from the disk. */
export async function* parquetParts(
  source: Source,
  wanted: readonly string[] | null,
  limit?: number,
): AsyncGenerator<Part> {
  const file = await openParquet(source);
  try {
    const groups = file.metadata().rowGroups();
    const rows = groups.reduce((sum, group) => sum + group.numRows(), 0);
    const options = { batchSize, concurrency: 1, limit, ...(wanted && { columns: [...wanted] }) };
    const stream = await readable(source.name, () => file.stream(options));
    const reader = stream.getReader() as ReadableStreamDefaultReader<ParquetBatch>;
    let done = 0;
    for (;;) {
      const next = await readable(source.name, () => reader.read());
      if (next.done) break;
      const rowCount = next.value.numRows;
      done += rowCount;
      const content = next.value.intoIPCStream() as Uint8Array<ArrayBuffer>;
      const bytesRead = (source.bytes * done) / Math.max(1, rows);
      yield { form: "arrow", content, rowCount, rejected: [], bytesRead };
    }
    if (!done)
      yield { form: "arrow", content: schemaOf(file), rowCount: 0, rejected: [], bytesRead: source.bytes };
  } finally {
    file.free();
  }
}

interface ParquetBatch {
  readonly numRows: number;
  intoIPCStream(): Uint8Array;
}

/** An IPC stream without rows. */
export function schemaOf(file: ParquetFile): Uint8Array<ArrayBuffer> {
  return file.schema().intoIPCStream() as Uint8Array<ArrayBuffer>;
}

export async function openParquet(source: Source): Promise<ParquetFile> {
  const blob = await unpacked(source);
  const { ParquetFile } = await parquet();
  return readable(source.name, () => ParquetFile.fromFile(blob));
}

type Parquet = typeof ParquetModule;
let program: Promise<Parquet> | undefined;

/** Five megabytes, fetched from the page's own address when the first Parquet file comes. */
export async function parquet(): Promise<Parquet> {
  return (program ??= startParquet());
}

async function startParquet(): Promise<Parquet> {
  const [module, { default: address }] = await Promise.all([
    import("parquet-wasm/esm"),
    import("parquet-wasm/esm/parquet_wasm_bg.wasm?url"),
  ]);
  await module.default({ module_or_path: address });
  return module;
}
