import { type Data, tableFromIPC } from "apache-arrow";
import { EngineError } from "../engine-error";
import { type CellReader, cellReader, textAt, valueAt } from "./arrow-cell";
import { typeInArrow } from "./arrow-type";
import { kindOf, parseType } from "./duckdb-type";
import type { Column, Table, Value } from "./table";

/**
 * Reads the messages of an Arrow IPC stream. Cells are decoded when asked for: a million rows cost only their bytes.
 * `described` are the DuckDB types, where the statement could be described.
 */
export function readTable(messages: readonly Uint8Array[], described?: readonly Column[]): Table {
  const arrow = tableFromIPC(joined(messages));
  const batches = arrow.batches.filter((batch) => batch.numRows > 0);
  const columns = described ?? arrow.schema.fields.map((field) => column(field.name, typeInArrow(field)));
  const readers = columns.map(({ type }, i) => cellReader(parseType(type), arrow.schema.fields[i]!));
  const places = new Map(columns.map(({ name }, i) => [name, i] as const).reverse());
  const ends: number[] = [];
  for (const batch of batches) ends.push((ends.at(-1) ?? 0) + batch.numRows);
  const rowCount = ends.at(-1) ?? 0;

  function position(column: number | string): number {
    const at = typeof column === "number" ? column : places.get(column);
    if (at === undefined || !columns[at])
      throw new EngineError("missing-column", `missing column: ${column}`);
    return at;
  }

  function read<T>(
    row: number,
    column: number | string,
    from: (reader: CellReader, data: Data, i: number) => T,
  ): T {
    const at = position(column);
    if (!(row >= 0 && row < rowCount)) throw new RangeError(`row out of range: ${row}`);
    const batch = batchOf(ends, row);
    return from(readers[at]!, batches[batch]!.data.children[at]!, row - (ends[batch - 1] ?? 0));
  }

  const value = (row: number, column: number | string) => read(row, column, valueAt);
  return {
    columns,
    rowCount,
    value,
    text: (row, column) => read(row, column, textAt),
    values(column) {
      const at = position(column);
      const all: Value[] = [];
      for (const batch of batches) {
        const data = batch.data.children[at]!;
        for (let i = 0; i < batch.numRows; i++) all.push(valueAt(readers[at]!, data, i));
      }
      return all;
    },
    rows: () =>
      Array.from({ length: rowCount }, (_, row) =>
        Object.fromEntries(columns.map(({ name }, column) => [name, value(row, column)])),
      ),
  };
}

export function column(name: string, type: string): Column {
  return { name, type, kind: kindOf(type) };
}

/** The first batch that ends after the row. */
function batchOf(ends: readonly number[], row: number): number {
  let [low, high] = [0, ends.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! > row) high = middle;
    else low = middle + 1;
  }
  return low;
}

function joined(messages: readonly Uint8Array[]): Uint8Array {
  if (messages.length === 1) return messages[0]!;
  const bytes = new Uint8Array(messages.reduce((sum, message) => sum + message.length, 0));
  let at = 0;
  for (const message of messages) {
    bytes.set(message, at);
    at += message.length;
  }
  return bytes;
}
