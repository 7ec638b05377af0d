import { joined } from "./joined-bytes";
import { readable, type Source } from "./source";

export interface ByteWindow {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Taken from the disk so far. */
  readonly bytesRead: number;
  readonly isLast: boolean;
}

/** Large enough that DuckDB's start for each costs nothing, small enough to lie beside it in memory. */
export const windowBytes = 16 << 20;

/** Less than this at the end of a file is taken with the window before: rows of totals are seen by their neighbours. */
export const leastOf = (size: number): number => size >> 4;

/** The content of a file in windows of one size, wherever the stream of it happens to break. */
export function byteWindows(source: Source, most = windowBytes): AsyncGenerator<ByteWindow> {
  const { blob } = source;
  return blob ? ofBlob({ ...source, blob }, most) : ofStream(source, most);
}

/** The next window comes from the disk while this one is worked on. */
async function* ofBlob(
  { name, blob }: Source & { readonly blob: Blob },
  most: number,
): AsyncGenerator<ByteWindow> {
  const { size } = blob;
  const read = (from: number) => {
    const until = from + most + leastOf(most) < size ? from + most : size;
    const bytes = readable(name, () => blob.slice(from, until).arrayBuffer());
    // Whether anybody still waits for it is not known yet.
    bytes.catch(() => undefined);
    return { bytes, until };
  };
  for (let { bytes, until } = read(0); ;) {
    const now = { bytes: new Uint8Array(await bytes), bytesRead: until, isLast: until === size };
    if (!now.isLast) ({ bytes, until } = read(until));
    yield now;
    if (now.isLast) return;
  }
}

async function* ofStream(source: Source, most: number): AsyncGenerator<ByteWindow> {
  let bytesRead = 0;
  const reader = source.stream((bytes) => (bytesRead += bytes)).getReader();
  let [pieces, size]: [Uint8Array[], number] = [[], 0];
  try {
    for (;;) {
      const { value, done } = await readable(source.name, () => reader.read());
      if (value) {
        pieces.push(value);
        size += value.length;
      }
      while (!done && size >= most + leastOf(most)) {
        const whole = joined(pieces, size);
        yield { bytes: whole.slice(0, most), bytesRead, isLast: false };
        [pieces, size] = [[whole.subarray(most)], size - most];
      }
      if (!done) continue;
      yield { bytes: joined(pieces, size), bytesRead, isLast: true };
      return;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
