/**
 * Whether bytes are well-formed UTF-8 (Unicode 15, table 3-7). The platform's decoder tells it too, and takes six times as long
 * because it makes a text of them.
 */
export function isWellFormed(bytes: Uint8Array): boolean {
  const { length } = bytes;
  const words = new DataView(bytes.buffer, bytes.byteOffset, length);
  let at = 0;
  while (at < length) {
    // Four bytes at once: all of them ASCII, or two letters of two bytes, neither of them longer than it has to be.
    if (at <= length - 4) {
      const word = words.getInt32(at, true);
      const isAscii = (word & 0x80808080) === 0;
      const areTwo =
        (word & 0xc0e0c0e0) === (0x80c080c0 | 0) && (word & 0x1e) !== 0 && (word & 0x1e0000) !== 0;
      if (isAscii || areTwo) {
        at += 4;
        continue;
      }
    }
    const first = bytes[at]!;
    if (first < 0x80) at++;
    else if (first < 0xc2) return false;
    else if (first < 0xe0) {
      if (!isWithin(bytes, at + 1, 0x80, 0xbf)) return false;
      at += 2;
    } else if (first < 0xf0) {
      if (!isWithin(bytes, at + 1, first === 0xe0 ? 0xa0 : 0x80, first === 0xed ? 0x9f : 0xbf)) return false;
      if (!isWithin(bytes, at + 2, 0x80, 0xbf)) return false;
      at += 3;
    } else {
      if (first > 0xf4) return false;
      if (!isWithin(bytes, at + 1, first === 0xf0 ? 0x90 : 0x80, first === 0xf4 ? 0x8f : 0xbf)) return false;
      if (!isWithin(bytes, at + 2, 0x80, 0xbf) || !isWithin(bytes, at + 3, 0x80, 0xbf)) return false;
      at += 4;
    }
  }
  return true;
}

function isWithin(bytes: Uint8Array, at: number, least: number, most: number): boolean {
  return at < bytes.length && bytes[at]! >= least && bytes[at]! <= most;
}
