import type { TextSource } from "../plan";
import { readable, type Source } from "./source";

export interface TextChunk {
  /** Whole records. */
  readonly text: string;
  /** Bytes taken from the disk so far. */
  readonly bytesRead: number;
  /** Signs so far that the encoding does not have. */
  readonly replacedSigns: number;
  readonly isLast: boolean;
}

type Dialect = Pick<TextSource, "delimiter" | "quote">;

/** Large enough that DuckDB's start for each costs nothing, small enough to lie beside it in memory. */
const chunkSigns = 16 << 20;

/** A text of any encoding, decoded on the way and cut between records. */
export async function* textChunks(
  source: Source,
  plan: Dialect & { encoding: string },
): AsyncGenerator<TextChunk> {
  let [bytesRead, replacedSigns] = [0, 0];
  const reader = source.stream((bytes) => (bytesRead += bytes)).getReader();
  const decoder = new TextDecoder(plan.encoding);
  try {
    let [text, isLast] = ["", false];
    while (!isLast) {
      const pieces = [text];
      for (let signs = text.length; signs < chunkSigns && !isLast;) {
        const { value, done } = await readable(source.name, () => reader.read());
        const piece = decoder.decode(value, { stream: !done });
        replacedSigns += piece.includes("\ufffd") ? piece.split("\ufffd").length - 1 : 0;
        pieces.push(piece);
        signs += piece.length;
        isLast = done;
      }
      text = pieces.join("");
      const end = isLast ? text.length : endOfRecords(text, plan);
      yield { text: text.slice(0, end), bytesRead, replacedSigns, isLast };
      text = text.slice(end);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Where the last whole record ends. A quote opens a cell only where a cell begins, as DuckDB has it. */
export function endOfRecords(text: string, { delimiter, quote }: Dialect): number {
  // The mark after it may belong to it: `\r` and `\n` are one end of line.
  const lastEnd = (until: number) =>
    Math.max(text.lastIndexOf("\n", until), text.lastIndexOf("\r", Math.min(until, text.length - 2))) + 1;
  if (!quote) return lastEnd(text.length) || text.length;
  let at = text.indexOf(quote);
  while (at >= 0) {
    const begins = at === 0 || /[\r\n]/.test(text[at - 1]!) || text.endsWith(delimiter, at);
    if (!begins) {
      at = text.indexOf(quote, at + 1);
      continue;
    }
    let close = text.indexOf(quote, at + 1);
    while (close >= 0 && text[close + 1] === quote) close = text.indexOf(quote, close + 2);
    if (close < 0 || close === text.length - 1) {
      // Still open, or perhaps: its record begins in front. A quote that is never closed would keep everything waiting.
      const before = lastEnd(at - 1);
      return before || (text.length > 4 * chunkSigns ? lastEnd(text.length) || text.length : 0);
    }
    at = text.indexOf(quote, close + 1);
  }
  return lastEnd(text.length) || 0;
}
