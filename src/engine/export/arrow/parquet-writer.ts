import { Table, tableToIPC } from "apache-arrow";
import type { Column } from "../../data/table";
import { parquet } from "../../import/read/parquet-parts";
import { collected, type Collected } from "../collected";
import { receiptKey } from "../format";
import { type TableWriter, untouched } from "../writer";
import { arrowBatches, type ArrowBatches } from "./arrow-batches";

/** As many as DuckDB itself puts together; each group is held in memory until it is full. */
const rowsInGroup = 122_880;

/** Parquet, packed with Snappy, which every reader of Parquet knows. */
export async function parquetWriter(
  columns: readonly Column[],
  asText: readonly string[],
  receipt?: string | null,
): Promise<TableWriter> {
  const {
    Compression,
    Table: WasmTable,
    transformParquetStream,
    WriterPropertiesBuilder,
    writeParquet,
  } = await parquet();
  const prepare = arrowBatches(columns, asText);
  const properties = () => {
    const plain = new WriterPropertiesBuilder()
      .setCompression(Compression.SNAPPY)
      .setMaxRowGroupSize(rowsInGroup)
      .setCreatedBy("Ebb");
    return (receipt ? plain.setKeyValueMetadata(new Map([[receiptKey, receipt]])) : plain).build();
  };
  const given = handover();
  let out: Collected | null = null;
  let empty: ArrowBatches | null = null;
  return {
    async write(rows) {
      const { schema, batches } = prepare(rows);
      if (!batches.length) {
        empty ??= { schema, batches };
        return [];
      }
      const table = WasmTable.fromIPCStream(tableToIPC(new Table(schema, [...batches]), "stream"));
      const parts = table.recordBatches();
      table.free();
      out ??= collected(transformParquetStream(given.stream, properties()));
      for (const part of parts) await out.unlessFailed(given.put(part));
      return out.take();
    },
    async end() {
      if (!out) {
        // A stream without any batch does not tell its schema.
        const { schema } = empty!;
        const table = WasmTable.fromIPCStream(tableToIPC(new Table(schema, []), "stream"));
        return { bytes: [writeParquet(table, properties()).slice()], tally: untouched };
      }
      given.end();
      return { bytes: await out.rest(), tally: untouched };
    },
    close: () => given.end(),
  };
}

/** A stream that takes a thing only when its reader asks for it: nothing piles up in between. */
function handover() {
  let isOver = false;
  let ask = (): void => undefined;
  let asked = new Promise<void>((resolve) => (ask = resolve));
  let controller!: ReadableStreamDefaultController<unknown>;
  const stream = new ReadableStream<unknown>(
    {
      start: (own) => void (controller = own),
      pull: () => ask(),
    },
    { highWaterMark: 0 },
  );
  return {
    stream,
    async put(thing: unknown): Promise<void> {
      await asked;
      asked = new Promise((resolve) => (ask = resolve));
      controller.enqueue(thing);
    },
    end(): void {
      if (!isOver) controller.close();
      isOver = true;
    },
  };
}
