import type { Dialect } from "../sniff/records";
import { scanPlain } from "./plain-records";

export interface Scanned {
  /** Bytes of the whole records in front; 0 where not even one is whole. */
  readonly end: number;
  /** Ends of line in these. */
  readonly lines: number;
  /** Of these within quoted cells. */
  readonly innerLines: number;
  /** Places of the `\r` at the ends of these records. */
  readonly returns: readonly number[];
}

/**
 * Where the last whole record of a UTF-8 text ends. A quote opens a cell only where a cell begins, or after blanks there, as
 * DuckDB has it. The text begins with a record; what is last ends where it ends.
 */
export function scanRecords(bytes: Uint8Array, dialect: Dialect, isLast: boolean): Scanned {
  return scanPlain(bytes, dialect.quote, isLast) ?? scanEach(bytes, dialect, isLast);
}

function scanEach(bytes: Uint8Array, { delimiter, quote }: Dialect, isLast: boolean): Scanned {
  const signs = signsOf(quote);
  const before = new TextEncoder().encode(delimiter);
  const { length } = bytes;
  let [end, lines, innerLines, isOpen] = [0, 0, 0, false];
  let [linesNow, innerNow] = [0, 0];
  const returns: number[] = [];
  for (let at = 0; at < length; at++) {
    const sign = signs[bytes[at]!]!;
    if (sign === plain) continue;
    if (sign === lineEnd) {
      if (bytes[at] === carriageReturn) {
        // The mark after it may belong to it: `\r` and `\n` are one end of line.
        if (at + 1 === length && !isLast) break;
        if (!isOpen) returns.push(at);
        if (bytes[at + 1] === lineFeed) at++;
      }
      linesNow++;
      if (isOpen) innerNow++;
      else [end, lines, innerLines] = [at + 1, linesNow, innerNow];
    } else if (isOpen) {
      if (bytes[at + 1] === bytes[at]) at++;
      else isOpen = false;
    } else {
      isOpen = beginsCell(bytes, at, before);
    }
  }
  return isLast
    ? { end: length, lines: linesNow, innerLines: innerNow, returns }
    : { end, lines, innerLines, returns };
}

/** Ends of line in front of a place. */
export function linesBefore(bytes: Uint8Array, end: number): number {
  return scanRecords(bytes.subarray(0, end), { delimiter: "", quote: "" }, true).lines;
}

/** Where whole signs end, for a text that has no line ends to be cut at. */
export function endOfSigns(bytes: Uint8Array): number {
  let at = bytes.length;
  while (at > 0 && (bytes[at - 1]! & 0xc0) === 0x80) at--;
  return at > 0 && bytes[at - 1]! >= 0xc0 ? at - 1 : bytes.length;
}

const [plain, lineEnd, quoteMark] = [0, 1, 2];
const [lineFeed, carriageReturn, blank] = [10, 13, 32];

function signsOf(quote: string): Uint8Array {
  const signs = new Uint8Array(256);
  signs[lineFeed] = signs[carriageReturn] = lineEnd!;
  if (quote) signs[quote.charCodeAt(0)] = quoteMark!;
  return signs;
}

function beginsCell(bytes: Uint8Array, at: number, delimiter: Uint8Array): boolean {
  let begin = at;
  while (begin > 0 && bytes[begin - 1] === blank) begin--;
  if (begin === 0 || bytes[begin - 1] === lineFeed || bytes[begin - 1] === carriageReturn) return true;
  return endsWith(bytes, begin, delimiter);
}

function endsWith(bytes: Uint8Array, end: number, sought: Uint8Array): boolean {
  if (!sought.length || end < sought.length) return false;
  for (let i = 1; i <= sought.length; i++) if (bytes[end - i] !== sought[sought.length - i]) return false;
  return true;
}
