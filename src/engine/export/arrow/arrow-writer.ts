import { RecordBatchFileWriter } from "apache-arrow";
import type { Column } from "../../data/table";
import { collectedFrom } from "../collected";
import { receiptKey } from "../format";
import { type TableWriter, untouched } from "../writer";
import { arrowBatches } from "./arrow-batches";

/** The file format of Arrow's IPC (Feather 2), which programs can jump about in. */
export function arrowWriter(
  columns: readonly Column[],
  asText: readonly string[],
  receipt?: string | null,
): TableWriter {
  const prepare = arrowBatches(columns, asText);
  const writer = new RecordBatchFileWriter();
  const chunks = writer[Symbol.asyncIterator]();
  const out = collectedFrom(() => chunks.next());
  let isBegun = false;
  return {
    write(rows) {
      const { schema, batches } = prepare(rows);
      // Its schema is written even where there is no row.
      if (!isBegun) {
        if (receipt) schema.metadata.set(receiptKey, receipt);
        writer.reset(undefined, schema);
      }
      isBegun = true;
      for (const batch of batches) writer.write(batch);
      return Promise.resolve().then(out.take);
    },
    async end() {
      writer.finish();
      return { bytes: await out.rest(), tally: untouched };
    },
    close: () => undefined,
  };
}
