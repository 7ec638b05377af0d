/** Numbers and texts from the bytes of types that Arrow does not know. */

export function littleEndian(packed: Uint8Array): bigint {
  return packed.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

/** Three bytes of length, then the size in big-endian bytes; all inverted when negative. */
export function bignum(packed: Uint8Array): bigint {
  const negative = (packed[0]! & 0x80) === 0;
  const size = packed
    .subarray(3)
    .reduce((sum, byte) => (sum << 8n) | BigInt(negative ? byte ^ 0xff : byte), 0n);
  return negative ? -size : size;
}

/** The first byte counts the padding bits in front. */
export function bits(packed: Uint8Array): string {
  const all = Array.from(packed.subarray(1), (byte) => byte.toString(2).padStart(8, "0")).join("");
  return all.slice(packed[0]);
}

/** Printable ASCII as it is, the rest as `\xFF`. */
export function blobText(packed: Uint8Array): string {
  return Array.from(packed, (byte) => {
    const sign = String.fromCharCode(byte);
    const printable = byte >= 32 && byte < 127 && !`\\'"`.includes(sign);
    return printable ? sign : `\\x${byte.toString(16).padStart(2, "0").toUpperCase()}`;
  }).join("");
}

/** A number while JavaScript can hold it exactly. */
export function exact(whole: number | bigint): number | bigint {
  const number = Number(whole);
  return Number.isSafeInteger(number) ? number : whole;
}
