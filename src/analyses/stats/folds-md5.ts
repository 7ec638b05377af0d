/**
 * MD5 of a text's UTF-8 bytes, 32 hexadecimal digits in lower case, as SQL engines give it. For folds, not for secrets.
 * Rivest (1992), RFC 1321.
 */
export function md5(text: string): string {
  const words = paddedWords(new TextEncoder().encode(text));
  const state = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476];
  for (let block = 0; block < words.length; block += 16) {
    let [a, b, c, d] = state as [number, number, number, number];
    for (let i = 0; i < 64; i++) {
      const round = i >> 4;
      const sum = (a + mixed(round, b, c, d) + sines[i]! + words[block + places[i]!]!) | 0;
      const shift = shifts[round * 4 + (i & 3)]!;
      a = d;
      d = c;
      c = b;
      b = (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0;
    }
    [a, b, c, d].forEach((one, i) => (state[i] = (state[i]! + one) | 0));
  }
  return state.map(hexOf).join("");
}

/** ⌊2³² · |sin(i + 1)|⌋ */
const sines = Int32Array.from({ length: 64 }, (_, i) => Math.floor(2 ** 32 * Math.abs(Math.sin(i + 1))) | 0);
const shifts = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
/** Which word of a block each step takes: one after another, then every fifth, third and seventh. */
const places = Uint8Array.from({ length: 64 }, (_, i) => [i, 5 * i + 1, 3 * i + 5, 7 * i][i >> 4]! % 16);

function mixed(round: number, b: number, c: number, d: number): number {
  if (round === 0) return (b & c) | (~b & d);
  if (round === 1) return (d & b) | (~d & c);
  if (round === 2) return b ^ c ^ d;
  return c ^ (b | ~d);
}

/** A bit 1, zeros, and the length in bits, in blocks of sixteen words. */
function paddedWords(bytes: Uint8Array): Int32Array {
  const words = new Int32Array((((bytes.length + 8) >> 6) + 1) * 16);
  bytes.forEach((byte, i) => (words[i >> 2]! |= byte << ((i & 3) * 8)));
  words[bytes.length >> 2]! |= 0x80 << ((bytes.length & 3) * 8);
  words[words.length - 2] = (bytes.length * 8) | 0;
  words[words.length - 1] = Math.floor(bytes.length / 2 ** 29);
  return words;
}

/** The lowest byte first. */
function hexOf(word: number): string {
  return [0, 8, 16, 24].map((by) => ((word >>> by) & 255).toString(16).padStart(2, "0")).join("");
}
