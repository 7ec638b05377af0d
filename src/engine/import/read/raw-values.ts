import { type Data, DataType, makeData, Utf8 } from "apache-arrow";
import { intervals } from "./intervals";
import type { RawKind } from "./parquet-footer";

/** The values that the bytes of a Parquet column stand for. */
export function valuesOf(data: Data, kind: RawKind | undefined, isSigned: boolean): Data {
  if (!kind || !DataType.isFixedSizeBinary(data.type)) return data;
  const bytes = data.values as Uint8Array;
  switch (kind) {
    case "uuid":
      return data.type.byteWidth === 16 ? uuids(data, bytes) : data;
    case "interval": {
      if (data.type.byteWidth !== 12) return data;
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      // The format has no negative spans; one program writes them all the same.
      const milliseconds = isSigned
        ? (at: number) => view.getInt32(at, true)
        : (at: number) => view.getUint32(at, true);
      return intervals(data, (row) => ({
        months: view.getInt32(row * 12, true),
        days: view.getInt32(row * 12 + 4, true),
        milliseconds: milliseconds(row * 12 + 8),
      }));
    }
  }
}

const [dash, textSize] = [45, 36];
const digits = new TextEncoder().encode("0123456789abcdef");

function uuids({ length, nullCount, nullBitmap }: Data, bytes: Uint8Array): Data {
  const data = new Uint8Array(length * textSize);
  let at = 0;
  for (let row = 0; row < length; row++) {
    for (let i = 0; i < 16; i++) {
      if (i === 4 || i === 6 || i === 8 || i === 10) data[at++] = dash!;
      const byte = bytes[row * 16 + i]!;
      data[at++] = digits[byte >> 4]!;
      data[at++] = digits[byte & 15]!;
    }
  }
  const valueOffsets = Int32Array.from({ length: length + 1 }, (_, row) => row * textSize);
  return makeData({ type: new Utf8(), length, nullCount, nullBitmap, valueOffsets, data });
}
