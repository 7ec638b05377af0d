import { ThriftReader } from "./thrift-compact";

/** What parquet-wasm makes too little of: an interval without its months, and the bytes of a UUID. */
export type RawKind = "interval" | "uuid";

export interface RawColumns {
  /** The file with its intervals marked as nothing but bytes, of which none is lost then. */
  readonly blob: Blob;
  /** By the name of the column. */
  readonly kinds: ReadonlyMap<string, RawKind>;
}

/** Looks for such columns in the footer of a Parquet file (parquet.thrift of Apache Parquet): FileMetaData, its field 2. */
export async function rawColumns(blob: Blob): Promise<RawColumns> {
  const end = new Uint8Array(await blob.slice(-8).arrayBuffer());
  const size = new DataView(end.buffer).getUint32(0, true);
  const isWhole = new TextDecoder().decode(end.subarray(4)) === "PAR1" && size + 12 <= blob.size;
  // The reader of the rows says what is wrong with it.
  if (!isWhole) return { blob, kinds: new Map() };
  const begin = blob.size - 8 - size;
  const bytes = new Uint8Array(await blob.slice(begin, -8).arrayBuffer());
  const { kinds, marks } = schemaIn(bytes);
  if (!marks.length) return { blob, kinds };
  const footer = without(bytes, marks);
  const length = new DataView(new ArrayBuffer(4));
  length.setUint32(0, footer.length, true);
  return { blob: new Blob([blob.slice(0, begin), footer, length.buffer, end.subarray(4)]), kinds };
}

/** Bytes of a field to be left out, and its step, which the next field of the struct has to take besides its own. */
interface Mark {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

function schemaIn(bytes: Uint8Array): { kinds: Map<string, RawKind>; marks: readonly Mark[] } {
  const reader = new ThriftReader(bytes);
  const kinds = new Map<string, RawKind>();
  const marks: Mark[] = [];
  for (const { id, type } of reader.fields()) {
    if (id !== 2) {
      reader.skip(type);
      continue;
    }
    // Children left to come, of each group that is open; the root is a group of one.
    const open = [1];
    for (let { size } = reader.listOf(); size > 0; size--) {
      const { name, children, kind, mark } = elementIn(reader);
      while (open.at(-1) === 0) open.pop();
      open[open.length - 1]!--;
      if (mark) marks.push(mark);
      if (kind && open.length === 2) kinds.set(name, kind);
      if (children) open.push(children);
    }
    break;
  }
  return { kinds, marks };
}

const [named, childCount, convertedType, logicalType] = [4, 5, 6, 10];
const [intervalType, uuidType] = [21, 14];

function elementIn(reader: ThriftReader) {
  let [name, children] = ["", 0];
  let kind: RawKind | undefined;
  let mark: Mark | undefined;
  for (const { id, type, at, step } of reader.fields()) {
    if (id === named) name = reader.text();
    else if (id === childCount) children = reader.int();
    else if (id === convertedType) {
      if (reader.int() !== intervalType) continue;
      kind = "interval";
      mark = { from: at, to: reader.at, step };
    } else if (id === logicalType) {
      for (const one of reader.fields()) {
        if (one.id === uuidType) kind = "uuid";
        reader.skip(one.type);
      }
    } else reader.skip(type);
  }
  return { name, children, kind, mark };
}

function without(bytes: Uint8Array, marks: readonly Mark[]): Uint8Array<ArrayBuffer> {
  const kept = bytes.slice();
  let [length, from] = [0, 0];
  for (const mark of marks) {
    // An end of the struct, or a field whose id is written out, takes no step.
    if (bytes[mark.to]! >> 4) kept[mark.to]! += mark.step << 4;
    kept.copyWithin(length, from, mark.from);
    length += mark.from - from;
    from = mark.to;
  }
  kept.copyWithin(length, from);
  return kept.subarray(0, length + bytes.length - from);
}
