import type { Dialect } from "../../sniff/records";

/** Where the cells of a text lie, row by row, until its room is used again. A cell without any sign is missing. */
export interface CellPlaces {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly rows: number;
  /** Of cell `row * width + column`. */
  readonly from: Int32Array;
  /** Complemented, and so below zero, where quotes within the cell are written twice. */
  readonly to: Int32Array;
  /** Where the last whole record ends. */
  readonly end: number;
  /** Ends of line until there. */
  readonly lines: number;
}

/** Taken anew for every piece it would cost as much as reading the cells. */
export interface Room {
  from: Int32Array;
  to: Int32Array;
}

export function emptyRoom(): Room {
  return { from: new Int32Array(0), to: new Int32Array(0) };
}

export interface Records extends Dialect {
  readonly width: number;
  /** Whether the first of them says what the columns are called. */
  readonly header: boolean;
  /** Whether the text is over where it ends. */
  readonly isLast: boolean;
}

/** DuckDB's reader refuses longer lines. */
const mostBytes = 1 << 20;

const [lineFeed, carriageReturn, zeroByte] = [10, 13, 0];

/**
 * Null where the text is not written as RFC 4180 has it, or where DuckDB's reader might see something else in it: rows of another
 * width, quotes within cells that none opens, a single `\r`, and no whole record at all.
 */
export function cellPlaces(bytes: Uint8Array, records: Records, room: Room): CellPlaces | null {
  const { width, isLast } = records;
  const signs = signsOf(records);
  if (!signs) return null;
  const { isSign, delimiter, quote } = signs;
  const { length } = bytes;
  const words = new DataView(bytes.buffer, bytes.byteOffset, length);
  const delimiters = delimiter * 0x01010101;
  const quotes = (quote < 0 ? delimiter : quote) * 0x01010101;
  let { from, to } = room;
  let cells = 0;
  let lines = 0;
  let end = 0;
  let isHeader = records.header;
  for (let at = 0; at < length; end = at) {
    if (cells + width > from.length) {
      from = room.from = larger(from, cells + width);
      to = room.to = larger(to, cells + width);
    }
    let cell = cells;
    let linesWithin = 0;
    let filled = 0;
    for (;;) {
      let begin = at;
      if (at < length && bytes[at] === quote) {
        const close = closingQuote(bytes, ++begin, quote);
        if (close < 0) {
          if (isLast) return null;
          at = length;
        } else {
          at = close + 1;
          to[cell] = bytes.indexOf(quote, begin) === close ? close : ~close;
          linesWithin += linesIn(bytes, begin, close);
          filled |= close - begin;
        }
      } else {
        // Four bytes at once (H. S. Warren, Hacker's Delight, section 6-1): is one of them below a blank, the delimiter, a quote?
        for (; at <= length - 4; at += 4) {
          const word = words.getInt32(at, true);
          const d = word ^ delimiters;
          const q = word ^ quotes;
          // Numbers that are written out: a named one is fetched at every step.
          const found =
            (((word - 0x20202020) & ~word) | ((d - 0x01010101) & ~d) | ((q - 0x01010101) & ~q)) & 0x80808080;
          if (found !== 0) {
            // The lowest bit is of the first of them; those above it may be borrowed.
            at += (31 - Math.clz32(found & -found)) >> 3;
            break;
          }
        }
        // Not beyond the end: what lies there is undefined, and then the platform gives up on fast code for all of it.
        while (at < length && isSign[bytes[at]!] === 0) at++;
        to[cell] = at;
        filled |= at - begin;
      }
      from[cell] = begin;
      cell++;
      if (at === length || bytes[at] !== delimiter) break;
      at++;
      if (cell - cells === width) return null;
    }
    if (!isLast && (at === length || (at + 1 === length && bytes[at] !== lineFeed))) break;
    if (at < length) {
      if (bytes[at] === carriageReturn) at++;
      if (at === length || bytes[at] !== lineFeed) return null;
      at++;
      lines += linesWithin + 1;
    } else lines += linesWithin;
    const isEmptyLine = bytes[end] === lineFeed || bytes[end] === carriageReturn;
    if (at - end > mostBytes || (cell - cells < width && !isEmptyLine)) return null;
    // Which line is the header where the first has no cells only DuckDB's reader knows.
    if (isHeader && !filled) return null;
    if (filled && !isHeader) cells = cell;
    isHeader = false;
  }
  return end ? { bytes, width, rows: cells / width, from, to, end, lines } : null;
}

/** Null where they are not single signs of ASCII. */
function signsOf({ delimiter, quote }: Dialect) {
  const codes = [delimiter, quote].map((sign) => (sign.length === 1 ? sign.charCodeAt(0) : -1));
  const [delimiterCode = -1, quoteCode = -1] = codes;
  if (delimiterCode < 0 || quote.length > 1 || codes.some((code) => code > 127)) return null;
  const isSign = new Uint8Array(256);
  for (const sign of [lineFeed, carriageReturn, zeroByte, delimiterCode]) isSign[sign] = 1;
  if (quoteCode >= 0) isSign[quoteCode] = 1;
  return { isSign, delimiter: delimiterCode, quote: quoteCode };
}

/** The quote that closes a cell; those within it are written twice. */
function closingQuote(bytes: Uint8Array, from: number, quote: number): number {
  let at = bytes.indexOf(quote, from);
  while (at >= 0 && bytes[at + 1] === quote) at = bytes.indexOf(quote, at + 2);
  return at;
}

function linesIn(bytes: Uint8Array, from: number, to: number): number {
  let lines = 0;
  for (let at = from; at < to; at++)
    if (bytes[at] === lineFeed || (bytes[at] === carriageReturn && bytes[at + 1] !== lineFeed)) lines++;
  return lines;
}

function larger(places: Int32Array, least: number): Int32Array {
  const more = new Int32Array(Math.max(least, places.length * 2, 1024));
  more.set(places);
  return more;
}
