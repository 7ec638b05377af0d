/**
 * Unpacks one LZ4 frame. LZ4 Frame Format Description 1.6.4 and LZ4 Block Format Description; checksums are passed over, because
 * what is read is checked by its lengths. Throws a RangeError where the bytes are no frame, or point outside of what is there.
 */
export function unpackLz4(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== 0x184d2204) throw new RangeError("no LZ4 frame");
  const flags = view.getUint8(4);
  const [hasDictionary, hasSize, hasBlockSums] = [flags & 1, flags & 8, flags & 16];
  const size = hasSize ? Number(view.getBigUint64(6, true)) : 0;
  // Descriptor, then the byte that checks it.
  let at = 6 + (hasSize ? 8 : 0) + (hasDictionary ? 4 : 0) + 1;
  // What a block can grow by is bounded, so a size that is not true takes no memory.
  const out = new Growing(Math.min(size, bytes.length * mostGrowth));
  for (;;) {
    const head = view.getUint32(at, true);
    at += 4;
    if (head === 0) return out.whole();
    const length = head & 0x7fffffff;
    if (at + length > bytes.length) throw new RangeError("LZ4 frame cut off");
    const block = bytes.subarray(at, at + length);
    if (head >>> 31) out.add(block, 0, length);
    else unpackBlock(block, out);
    at += length + (hasBlockSums ? 4 : 0);
  }
}

/** A byte of a length says at most 255. */
const mostGrowth = 255;

function unpackBlock(block: Uint8Array, out: Growing): void {
  let at = 0;
  const lengthFrom = (nibble: number): number => {
    let length = nibble;
    for (let more = nibble === 15 ? 255 : 0; more === 255;) {
      if (at >= block.length) throw new RangeError("LZ4 block cut off");
      more = block[at++]!;
      length += more;
    }
    return length;
  };
  while (at < block.length) {
    const token = block[at++]!;
    const literals = lengthFrom(token >>> 4);
    if (at + literals > block.length) throw new RangeError("LZ4 block cut off");
    out.add(block, at, literals);
    at += literals;
    // The last sequence has literals only.
    if (at === block.length) return;
    if (at + 2 > block.length) throw new RangeError("LZ4 block cut off");
    const back = block[at]! | (block[at + 1]! << 8);
    at += 2;
    out.repeat(back, lengthFrom(token & 15) + 4);
  }
}

class Growing {
  private bytes: Uint8Array;
  private length = 0;

  constructor(capacity: number) {
    this.bytes = new Uint8Array(capacity);
  }

  add(from: Uint8Array, at: number, count: number): void {
    this.reserve(count);
    this.bytes.set(from.subarray(at, at + count), this.length);
    this.length += count;
  }

  /** Bytes from further back again; they may reach into themselves. */
  repeat(back: number, count: number): void {
    if (back === 0 || back > this.length) throw new RangeError("LZ4 match outside of what is unpacked");
    this.reserve(count);
    for (let i = 0; i < count; i++, this.length++) this.bytes[this.length] = this.bytes[this.length - back]!;
  }

  whole(): Uint8Array {
    return this.bytes.length === this.length ? this.bytes : this.bytes.slice(0, this.length);
  }

  private reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.bytes.length * 2));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }
}
