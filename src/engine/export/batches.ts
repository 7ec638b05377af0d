import { type Data, type Field, RecordBatchReader } from "apache-arrow";
import type { ArrowRows } from "../data/database";

/** Rows side by side in memory: the cells of a column lie together. */
export interface Batch {
  readonly rowCount: number;
  readonly columns: readonly Data[];
}

/** The rows of a window in the pieces in which DuckDB sent them, and what their columns are in Arrow. */
export interface Batches {
  readonly fields: readonly Field[];
  readonly batches: readonly Batch[];
}

export function batchesOf({ messages }: ArrowRows): Batches {
  const reader = RecordBatchReader.from(messages as Uint8Array[]).open();
  // When it has been read to its end it knows its schema no more.
  const { fields } = reader.schema;
  const batches: Batch[] = [];
  for (const { numRows, data } of reader)
    if (numRows) batches.push({ rowCount: numRows, columns: data.children });
  return { fields, batches };
}
