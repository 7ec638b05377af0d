import { type Data, makeData, Utf8 } from "apache-arrow";
import type { CellPlaces } from "./cells";
import { Missing } from "./missing";
import { reused } from "./reused";
import { isWellFormed } from "./well-formed";

/** Null where a text is not UTF-8. */
export function textColumn(): (cells: CellPlaces, column: number) => Data<Utf8> | null {
  const offsetsOf = reused((length) => new Int32Array(length));
  const textsOf = reused((length) => new Uint8Array(length));
  return (cells, column) => {
    const offsets = offsetsOf(cells.rows + 1);
    const texts = textsOf(bytesIn(cells, column));
    return textsIn(cells, column, offsets, texts);
  };
}

/** At most: quotes that are written twice are counted so, and four bytes are copied at once. */
function bytesIn({ width, rows, from, to }: CellPlaces, column: number): number {
  let most = 3;
  for (let row = 0, cell = column; row < rows; row++, cell += width) {
    const end = to[cell]!;
    most += (end < 0 ? ~end : end) - from[cell]!;
  }
  return most;
}

function textsIn(
  { bytes, width, rows, from, to }: CellPlaces,
  column: number,
  offsets: Int32Array,
  texts: Uint8Array,
): Data<Utf8> | null {
  const missing = new Missing(rows);
  let [length, high, begins] = [0, 0, 0];
  offsets[0] = 0;
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const copied = new DataView(texts.buffer, texts.byteOffset, texts.length);
  for (let row = 0, cell = column; row < rows; row++, cell += width) {
    const begin = from[cell]!;
    const end = to[cell]!;
    if (end > begin) {
      // A cell that begins within a sign, and one before it that ends within one, would be right together.
      begins |= (bytes[begin]! & 0xc0) === 0x80 ? 1 : 0;
      // Most texts are short: a copy by the platform costs more than these few steps. Four bytes at once may take some of the next
      // cell; what is copied after it takes their place.
      if (end <= bytes.length - 4)
        for (let at = begin, to = length; at < end; at += 4, to += 4) {
          const word = words.getInt32(at, true);
          copied.setInt32(to, word, true);
          high |= word;
        }
      else
        for (let at = begin, to = length; at < end; at++, to++) {
          texts[to] = bytes[at]!;
          high |= bytes[at]!;
        }
      length += end - begin;
    } else if (end < 0) {
      begins |= (bytes[begin]! & 0xc0) === 0x80 ? 1 : 0;
      for (let at = begin; at < ~end; at++) {
        const byte = bytes[at]!;
        texts[length++] = byte;
        high |= byte;
        // Within a cell in quotes they come in pairs.
        if (byte === bytes[begin - 1]) at++;
      }
    } else missing.add(row);
    offsets[row + 1] = length;
  }
  if (begins || ((high & 0x80808080) !== 0 && !isWellFormed(texts.subarray(0, length)))) return null;
  return makeData({
    type: new Utf8(),
    length: rows,
    valueOffsets: offsets,
    data: texts.subarray(0, length),
    ...missing.nulls,
  });
}
