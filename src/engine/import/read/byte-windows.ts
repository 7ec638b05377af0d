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
export async function* byteWindows(source: Source, most = windowBytes): AsyncGenerator<ByteWindow> {
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
