import type { TextSource } from "../plan";
import { byteWindows, leastOf, windowBytes } from "./byte-windows";
import { joined } from "./joined-bytes";
import { type Evened, withOneLineEnd } from "./line-feeds";
import { endOfSigns, type Scanned, scanRecords } from "./record-ends";
import { readable, type Source } from "./source";
import { replacedIn, transcoder } from "./transcode";

/** Whole records. */
export interface Utf8Chunk extends Evened, Pick<Scanned, "lines" | "mayHaveUnderscores"> {
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

/** The same in UTF-8. Where it is that already its bytes are those of the file, whether they are right or not. */
export function utf8Chunks(
  source: Source,
  plan: Dialect & { encoding: string },
  most = windowBytes,
): AsyncGenerator<Utf8Chunk> {
  const { blob } = source;
  return plan.encoding === "utf-8" && blob
    ? asItLies({ ...source, blob }, plan, most)
    : rewritten(source, plan, most);
}

async function* asItLies(
  { name, blob, head }: Source & { readonly blob: Blob },
  plan: Dialect,
  most: number,
): AsyncGenerator<Utf8Chunk> {
  let [at, size] = [hasMark(head) ? 3 : 0, most];
  do {
    const until = at + size + leastOf(most) < blob.size ? at + size : blob.size;
    const buffer = await readable(name, () => blob.slice(at, until).arrayBuffer());
    const isLast = until === blob.size;
    const window = new Uint8Array(buffer);
    const cut = cutAt(window, plan, isLast, most);
    if (!cut) {
      // One record is longer than all this.
      size *= 2;
      continue;
    }
    at += cut.end;
    size = most;
    yield { ...chunkOf(window, cut), bytesRead: at, replacedSigns: 0, isLast };
    if (isLast) return;
  } while (at < blob.size);
}

async function* rewritten(
  source: Source,
  plan: Dialect & { encoding: string },
  most: number,
): AsyncGenerator<Utf8Chunk> {
  const into = transcoder(plan.encoding);
  let rest = new Uint8Array(0);
  for await (const { bytes, bytesRead, isLast } of byteWindows(source, most)) {
    const added = into.next(bytes, isLast);
    const window = joined([rest, added], rest.length + added.length);
    const cut = cutAt(window, plan, isLast, most);
    rest = cut ? window.slice(cut.end) : window;
    if (!cut) continue;
    const { replacedSigns } = into;
    yield { ...chunkOf(window, cut), bytesRead, replacedSigns, isLast };
  }
}

function chunkOf(window: Uint8Array<ArrayBuffer>, cut: Scanned) {
  const { end, lines, mayHaveUnderscores } = cut;
  const bytes = end < window.length ? window.slice(0, end) : window;
  return { ...withOneLineEnd(bytes, cut), lines, mayHaveUnderscores };
}

/** Null where no record is whole yet. */
function cutAt(bytes: Uint8Array, plan: Dialect, isLast: boolean, most: number): Scanned | null {
  const scanned = scanRecords(bytes, plan, isLast);
  if (scanned.end || isLast) return scanned;
  // A quote that is never closed would keep everything waiting, and without quotes any place will do.
  if (plan.quote && bytes.length <= 4 * most) return null;
  const anywhere = scanRecords(bytes, { ...plan, quote: "" }, false);
  return anywhere.end ? anywhere : { ...anywhere, end: endOfSigns(bytes) };
}

function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** Where the last whole record of a text ends. */
export function endOfRecords(text: string, plan: Dialect): number {
  const bytes = new TextEncoder().encode(text);
  const { end } = scanRecords(bytes, plan, false);
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, end)).length;
}
