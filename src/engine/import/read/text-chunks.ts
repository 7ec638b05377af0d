import type { TextSource } from "../plan";
import { windowBytes } from "./byte-windows";
import { type Evened, withOneLineEnd } from "./line-feeds";
import { endOfSigns, type Scanned, scanRecords } from "./record-ends";
import type { Source } from "./source";
import { replacedIn } from "./transcode";
import { type Utf8Window, utf8Windows } from "./utf8-windows";

/** Whole records. */
export interface Utf8Chunk extends Evened, Pick<Scanned, "lines"> {
  /** Bytes taken from the disk so far. */
  readonly bytesRead: number;
  /** Signs so far that the encoding does not have. */
  readonly replacedSigns: number;
  readonly isLast: boolean;
}

export interface TextChunk extends Pick<Utf8Chunk, "bytesRead" | "replacedSigns" | "isLast"> {
  readonly text: string;
}

type Dialect = Pick<TextSource, "delimiter" | "quote">;

/** A text of any encoding, cut between records; the same file is always cut at the same places. */
export async function* textChunks(
  source: Source,
  plan: Dialect & { encoding: string },
): AsyncGenerator<TextChunk> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  let replacedSigns = 0;
  for await (const { bytes, bytesRead, isLast } of utf8Chunks(source, plan)) {
    const text = decoder.decode(bytes);
    replacedSigns += replacedIn(text);
    yield { text, bytesRead, replacedSigns, isLast };
  }
}

/** The same in UTF-8. */
export async function* utf8Chunks(
  source: Source,
  plan: Dialect & { encoding: string },
  most = windowBytes,
): AsyncGenerator<Utf8Chunk> {
  const { encoding } = plan;
  const cut = (bytes: Uint8Array, isLast: boolean) => cutAt(bytes, plan, isLast, most);
  for await (const window of utf8Windows(source, { encoding, most }, cut)) yield chunkOf(window);
}

export function chunkOf({ bytes, cut, ...window }: Utf8Window<Scanned>): Utf8Chunk {
  return { ...window, ...withOneLineEnd(bytes.slice(), cut), lines: cut.lines };
}

/** Null where no record is whole yet. */
export function cutAt(bytes: Uint8Array, plan: Dialect, isLast: boolean, most = windowBytes): Scanned | null {
  const scanned = scanRecords(bytes, plan, isLast);
  if (scanned.end || isLast) return scanned;
  // A quote that is never closed would keep everything waiting, and without quotes any place will do.
  if (plan.quote && bytes.length <= 4 * most) return null;
  const anywhere = scanRecords(bytes, { ...plan, quote: "" }, false);
  return anywhere.end ? anywhere : { ...anywhere, end: endOfSigns(bytes) };
}

/** Where the last whole record of a text ends. */
export function endOfRecords(text: string, plan: Dialect): number {
  const bytes = new TextEncoder().encode(text);
  const { end } = scanRecords(bytes, plan, false);
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, end)).length;
}
