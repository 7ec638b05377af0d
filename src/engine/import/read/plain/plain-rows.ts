import { type Data, Field, makeData, RecordBatch, Schema, Struct, Table, tableToIPC } from "apache-arrow";
import { type CellPlaces, cellPlaces, type Records, type Room } from "./cells";

/** A column of the file. */
export interface PlainColumn {
  /** In the table; null where it is not kept. */
  readonly name: string | null;
  /** Null where a cell of it is not plain. */
  readonly values: (cells: CellPlaces, column: number) => Data | null;
}

export interface PlainRows extends Pick<CellPlaces, "end" | "lines"> {
  /** An Arrow IPC stream. */
  readonly content: Uint8Array<ArrayBuffer>;
  readonly rowCount: number;
}

/** The whole records of a text as values; null where one of them is not plain. */
export function plainRows(
  bytes: Uint8Array,
  records: Omit<Records, "width">,
  columns: readonly PlainColumn[],
  room: Room,
): PlainRows | null {
  const cells = cellPlaces(bytes, { ...records, width: columns.length }, room);
  if (!cells) return null;
  const children: Data[] = [];
  const fields: Field[] = [];
  for (const [i, { name, values }] of columns.entries()) {
    const data = values(cells, i);
    if (!data) return null;
    if (name === null) continue;
    children.push(data);
    fields.push(new Field(name, data.type as Field["type"], true));
  }
  const { rows: length, end, lines } = cells;
  const batch = new RecordBatch(new Schema(fields), makeData({ type: new Struct(fields), length, children }));
  const content = tableToIPC(new Table([batch]), "stream") as Uint8Array<ArrayBuffer>;
  return { content, rowCount: length, end, lines };
}
