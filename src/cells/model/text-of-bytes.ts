/** A file's bytes as text: UTF-8, or UTF-16 where its first two bytes say so. `isWhole`: no byte was lost by it. */
export function textOfBytes(bytes: Uint8Array): { readonly text: string; readonly isWhole: boolean } {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), isWhole: true };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { text: new TextDecoder(encoding).decode(bytes), isWhole: false };
  }
}
