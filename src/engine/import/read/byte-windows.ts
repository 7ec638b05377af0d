import { bytesOf } from "./blob-bytes";
import { joined } from "./joined-bytes";
import { readable } from "./readable";
import type { Source } from "./source";

export interface ByteWindow {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Taken from the disk so far. */
  readonly bytesRead: number;
  readonly isLast: boolean;
}

/** Large enough that DuckDB's start for each costs nothing, small enough to lie beside it in memory. */
export const windowBytes = 16 << 20;

/** The first ones are smaller: the engine begins sooner, and what goes through each of them is fast only from the second on. */
const firstBytes = windowBytes >> 3;

const readAhead = 2;

/** Less than this at the end of a file is taken with the window before: rows of totals are seen by their neighbours. */
export const leastOf = (size: number): number => size >> 4;

/** The content of a file in windows of the same sizes, wherever the stream of it happens to break. */
export function byteWindows(source: Source, most = windowBytes): AsyncGenerator<ByteWindow> {
  const { blob } = source;
  return blob ? ofBlob({ ...source, blob }, most) : ofStream(source, most);
}

/** The next windows come from the disk while this one is worked on: a browser hands over a file in small pieces, and rests between them. */
async function* ofBlob(
  { name, blob }: Source & { readonly blob: Blob },
  most: number,
): AsyncGenerator<ByteWindow> {
  const { size } = blob;
  let [from, wanted] = [0, Math.min(most, firstBytes)];
  const coming: { readonly bytes: Promise<ArrayBuffer>; readonly until: number }[] = [];
  const readMore = () => {
    const until = from + wanted + leastOf(wanted) < size ? from + wanted : size;
    const piece = blob.slice(from, until);
    const bytes = readable(name, () => bytesOf(piece));
    // Whether anybody still waits for it is not known yet.
    bytes.catch(() => undefined);
    coming.push({ bytes, until });
    [from, wanted] = [until, Math.min(most, wanted * 2)];
  };
  readMore();
  for (;;) {
    const { bytes, until } = coming.shift()!;
    const now = { bytes: new Uint8Array(await bytes), bytesRead: until, isLast: until === size };
    while (from < size && coming.length < readAhead) readMore();
    yield now;
    if (now.isLast) return;
  }
}

async function* ofStream(source: Source, most: number): AsyncGenerator<ByteWindow> {
  let [bytesRead, wanted] = [0, Math.min(most, firstBytes)];
  const reader = source.stream((bytes) => (bytesRead += bytes)).getReader();
  let [pieces, size]: [Uint8Array[], number] = [[], 0];
  try {
    for (;;) {
      const { value, done } = await readable(source.name, () => reader.read());
      if (value) {
        pieces.push(value);
        size += value.length;
      }
      while (!done && size >= wanted + leastOf(wanted)) {
        const whole = joined(pieces, size);
        yield { bytes: whole.slice(0, wanted), bytesRead, isLast: false };
        [pieces, size] = [[whole.subarray(wanted)], size - wanted];
        wanted = Math.min(most, wanted * 2);
      }
      if (!done) continue;
      yield { bytes: joined(pieces, size), bytesRead, isLast: true };
      return;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
