import type { Scanned } from "./record-ends";

/**
 * The same as `scanRecords` for a text without any of `quote` and `\r`, in a third of the time; null for others. Four bytes at a
 * time: a byte that is sought becomes zero by XOR, and which are zero tells one addition (H. S. Warren, "Hacker's Delight",
 * 2nd ed., section 6-1).
 */
export function scanPlain(bytes: Uint8Array, quote: string, isLast: boolean): Scanned | null {
  if (bytes.byteOffset % 4) return null;
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
  const [feeds, returns, quotes, underscores] = [10, 13, quote ? quote.charCodeAt(0) : 13, 95].map(repeated);
  let [lines, others, mayHaveUnderscores] = [0, 0, false];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const ends = zeros(word ^ feeds!);
    if (ends) lines += Math.imul((ends >>> 7) & 0x01010101, 0x01010101) >>> 24;
    others |= zeros(word ^ returns!) | zeros(word ^ quotes!);
    if (!mayHaveUnderscores && zeros(word ^ underscores!))
      mayHaveUnderscores = hasUnderscore(bytes, i * 4, i * 4 + 4);
  }
  if (others) return null;
  for (let at = words.length * 4; at < bytes.length; at++) {
    if (bytes[at] === 13 || (quote && bytes[at] === quote.charCodeAt(0))) return null;
    if (bytes[at] === 10) lines++;
  }
  mayHaveUnderscores ||= hasUnderscore(bytes, words.length * 4, bytes.length);
  const end = isLast ? bytes.length : bytes.lastIndexOf(10) + 1;
  return { end, lines, innerLines: 0, returns: [], mayHaveUnderscores };
}

function repeated(byte: number): number {
  return byte * 0x01010101;
}

/** The highest bit of each byte that is zero. */
function zeros(word: number): number {
  return ~(((word & 0x7f7f7f7f) + 0x7f7f7f7f) | word | 0x7f7f7f7f);
}

/** Whether a `_` from one place to another stands between digits. */
function hasUnderscore(bytes: Uint8Array, from: number, until: number): boolean {
  for (let at = from; at < until; at++)
    if (bytes[at] === 95 && isDigit(bytes[at - 1]) && isDigit(bytes[at + 1])) return true;
  return false;
}

export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 48 && byte <= 57;
}
