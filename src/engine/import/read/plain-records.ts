import type { Scanned } from "./record-ends";

/**
 * The same as `scanRecords` for a text without any of `quote` and `\r`, in a third of the time; null for others. Four bytes at a
 * time: a byte that is sought becomes zero by XOR, and which are zero tells one addition (H. S. Warren, "Hacker's Delight",
 * 2nd ed., section 6-1).
 */
export function scanPlain(bytes: Uint8Array, quote: string, isLast: boolean): Scanned | null {
  if (bytes.byteOffset % 4) return null;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  const [feeds, returns, quotes] = [10, 13, quote ? quote.charCodeAt(0) : 13].map(repeated);
  let [lines, others] = [0, 0];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const ends = zeros(word ^ feeds!);
    if (ends) lines += Math.imul((ends >>> 7) & 0x01010101, 0x01010101) >>> 24;
    others |= zeros(word ^ returns!) | zeros(word ^ quotes!);
  }
  if (others) return null;
  for (let at = words.length * 4; at < bytes.length; at++) {
    if (bytes[at] === 13 || (quote && bytes[at] === quote.charCodeAt(0))) return null;
    if (bytes[at] === 10) lines++;
  }
  const end = isLast ? bytes.length : bytes.lastIndexOf(10) + 1;
  return { end, lines, innerLines: 0, returns: [] };
}

function repeated(byte: number): number {
  return byte * 0x01010101;
}

/** The highest bit of each byte that is zero. */
function zeros(word: number): number {
  return ~(((word & 0x7f7f7f7f) + 0x7f7f7f7f) | word | 0x7f7f7f7f);
}
