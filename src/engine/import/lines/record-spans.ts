import { type Dialect, endOfQuoted, linesIn } from "../sniff/records";

/** Where a record lies in a text, without its cells: of a gigabyte they would take too long. */
export interface RecordSpan {
  readonly from: number;
  /** In front of its line end. */
  readonly to: number;
  /** Physical lines in front of it. */
  readonly line: number;
  /** Line ends inside its quoted cells. */
  readonly breaks: number;
  /** Quotes stand where no cell begins: readers differ about them. */
  readonly isOdd: boolean;
}

/**
 * One after another, lines without any sign too. A quote opens a cell only where a cell begins, or
 * after blanks there, as DuckDB has it.
 */
export function* recordSpans(text: string, { delimiter, quote }: Dialect): Generator<RecordSpan> {
  const next = (sign: string, from: number) => {
    const found = text.indexOf(sign, from);
    return found < 0 ? Infinity : found;
  };
  let [feed, back, open] = [next("\n", 0), next("\r", 0), quote ? next(quote, 0) : Infinity];
  let [at, line] = [0, 0];
  while (at < text.length) {
    const from = at;
    let [breaks, isOdd] = [0, false];
    for (;;) {
      if (feed < at) feed = next("\n", at);
      if (back < at) back = next("\r", at);
      if (open < at) open = next(quote, at);
      const end = Math.min(feed, back, text.length);
      if (open >= end) {
        at = end;
        break;
      }
      let begin = open;
      while (begin > from && text[begin - 1] === " ") begin--;
      if (begin < open) isOdd = true;
      if (begin === from || text.endsWith(delimiter, begin)) {
        const close = endOfQuoted(text, open + 1, quote);
        breaks += linesIn(text.slice(open + 1, close));
        at = close + 1;
      } else {
        isOdd = true;
        at = open + 1;
      }
    }
    const isDouble = back === at && text[at + 1] === "\n";
    yield { from, to: at, line, breaks, isOdd };
    at += isDouble ? 2 : 1;
    line += breaks + 1;
  }
}
