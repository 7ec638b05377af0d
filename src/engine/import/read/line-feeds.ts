import type { Scanned } from "./record-ends";

export interface Evened {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Each record ends with `\n`; otherwise all of them end alike, and DuckDB's reader finds out how. */
  readonly hasLineFeeds: boolean;
}

/**
 * Makes all records of a text end alike. DuckDB's reader takes different ends of line in one text only when it is told not to be
 * strict, and then it drops superfluous cells without a word. Line ends within quoted cells stay as they are: with `\n` around
 * them it takes any.
 */
export function withOneLineEnd(
  bytes: Uint8Array<ArrayBuffer>,
  { lines, innerLines, returns }: Scanned,
): Evened {
  if (!returns.length) return { bytes, hasLineFeeds: true };
  const doubles = returns.reduce((count, at) => count + (bytes[at + 1] === lineFeed ? 1 : 0), 0);
  const isUniform = lines === returns.length && (doubles === 0 || doubles === lines);
  if (isUniform && !innerLines) return { bytes, hasLineFeeds: false };
  const even = new Uint8Array(bytes.length - doubles);
  let [from, to] = [0, 0];
  for (const at of returns) {
    even.set(bytes.subarray(from, at), to);
    to += at - from;
    // Where there is one the `\n` behind it comes along with what follows.
    if (bytes[at + 1] !== lineFeed) even[to++] = lineFeed;
    from = at + 1;
  }
  even.set(bytes.subarray(from), to);
  return { bytes: even, hasLineFeeds: true };
}

const lineFeed = 10;
