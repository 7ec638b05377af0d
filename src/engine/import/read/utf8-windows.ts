import { byteWindows, type ByteWindow } from "./byte-windows";
import { joined } from "./joined-bytes";
import type { Source } from "./source";
import { transcoder } from "./transcode";

export interface Utf8Window<Cut> extends Pick<ByteWindow, "bytesRead" | "isLast"> {
  /** UTF-8 as far as the cut; valid until the next one. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly cut: Cut;
  /** Signs so far that the encoding does not have. */
  readonly replacedSigns: number;
}

/**
 * A text of any encoding in UTF-8, window by window; what stands behind the cut of one begins the next. Where it is UTF-8 already
 * its bytes are those of the file, whether they are right or not.
 * @param cut Null where the window has to grow before it can be cut; the last one is cut somewhere.
 */
export async function* utf8Windows<Cut extends { readonly end: number }>(
  source: Source,
  { encoding, most }: { readonly encoding: string; readonly most: number },
  cut: (bytes: Uint8Array<ArrayBuffer>, isLast: boolean) => Cut | null,
): AsyncGenerator<Utf8Window<Cut>> {
  const into = encoding === "utf-8" && source.blob ? null : transcoder(encoding);
  let room = new Uint8Array(0);
  let rest = 0;
  let mark = !into && hasMark(source.head) ? 3 : 0;
  for await (const { bytes, bytesRead, isLast } of byteWindows(source, most)) {
    const added = into ? into.next(bytes, isLast) : bytes.subarray(mark);
    mark = 0;
    const length = rest + added.length;
    if (room.length < length) room = joined([room.subarray(0, rest)], Math.ceil(length * 1.1));
    room.set(added, rest);
    const found = cut(room.subarray(0, length), isLast);
    rest = found ? length - found.end : length;
    if (!found) continue;
    const { replacedSigns } = into ?? { replacedSigns: 0 };
    yield { bytes: room.subarray(0, found.end), cut: found, bytesRead, replacedSigns, isLast };
    room.copyWithin(0, found.end, length);
  }
}

function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}
