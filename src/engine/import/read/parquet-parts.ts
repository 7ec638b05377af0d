import { RecordBatch, RecordBatchReader } from "apache-arrow";
import type * as ParquetModule from "parquet-wasm/esm";
import type { ParquetFile } from "parquet-wasm/esm";
import { arrowStream } from "./arrow-stream";
import { changedColumns } from "./changed-columns";
import { type RawColumns, rawColumns } from "./parquet-footer";
import type { Part } from "./part";
import { valuesOf } from "./raw-values";
import { readable } from "./readable";
import { type Source, unpacked } from "./source";

/** Rows that travel together; one row group at a time is unpacked. */
const batchSize = 122_880;

/** The wanted columns of a Parquet file, in batches. What the others hold is not read from the disk. */
export async function* parquetParts(
  source: Source,
  wanted: readonly string[] | null,
  limit?: number,
): AsyncGenerator<Part> {
  const { file, valued } = await openParquet(source);
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
      const content = valued(next.value.intoIPCStream() as Uint8Array<ArrayBuffer>);
      const bytesRead = (source.bytes * done) / Math.max(1, rows);
      yield { form: "arrow", content, rowCount, rejected: [], bytesRead };
    }
    if (!done)
      yield {
        form: "arrow",
        content: valued(schemaOf(file)),
        rowCount: 0,
        rejected: [],
        bytesRead: source.bytes,
      };
  } finally {
    file.free();
  }
}

interface ParquetBatch {
  readonly numRows: number;
  intoIPCStream(): Uint8Array;
}

/** An IPC stream without rows. */
function schemaOf(file: ParquetFile): Uint8Array<ArrayBuffer> {
  return file.schema().intoIPCStream() as Uint8Array<ArrayBuffer>;
}

/** `valued` puts values in the place of what is nothing but bytes in a batch. */
async function openParquet(source: Source): Promise<{
  file: ParquetFile;
  valued: (batch: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;
}> {
  const { ParquetFile } = await parquet();
  return readable(source.name, async () => {
    const { blob, kinds } = await rawColumns(await unpacked(source));
    const file = await ParquetFile.fromFile(blob);
    if (!kinds.size) return { file, valued: (batch) => batch };
    const isSigned = file.metadata().fileMetadata().keyValueMetadata().has("ARROW:schema");
    return { file, valued: (batch) => withValues(batch, kinds, isSigned) };
  });
}

function withValues(
  stream: Uint8Array<ArrayBuffer>,
  kinds: RawColumns["kinds"],
  isSigned: boolean,
): Uint8Array<ArrayBuffer> {
  const reader = RecordBatchReader.from(stream).open();
  const [batch = new RecordBatch(reader.schema)] = reader;
  const changed = changedColumns(batch, (data, { name }) => valuesOf(data, kinds.get(name), isSigned));
  return arrowStream(changed);
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
