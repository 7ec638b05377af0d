import type { Dialect } from "../sniff/records";
import { recordSpans } from "./record-spans";
import { type FoundLines, mostText, type RejectedRow, type SoughtRejected } from "./sought";

/**
 * The true lines of rows that DuckDB's reader has counted and could not use. A line that is wrong is worse than none: it is given
 * only where the text of the row stands on it.
 * @param pieces Whole records, one text after another.
 */
export async function rejectedLines(
  pieces: AsyncIterable<{ readonly text: string }>,
  dialect: Dialect,
  { rows, until }: SoughtRejected,
): Promise<FoundLines> {
  const places = new Map(rows.map(({ counted }, i) => [counted, i]));
  const lines: (number | null)[] = rows.map(() => null);
  let [before, ahead, sureUntil] = [0, 0, Infinity];
  for await (const { text } of pieces) {
    let end = before;
    for (const { from, to, line, breaks, isOdd } of recordSpans(text, dialect)) {
      const own = before + line + 1;
      const counted = own + ahead;
      if (counted > until) return { lines, sureUntil: Math.min(sureUntil, until) };
      const place = places.get(counted);
      if (place !== undefined && isText(text.slice(from, to), rows[place]!)) lines[place] = own;
      if (breaks || isOdd) sureUntil = Math.min(sureUntil, counted);
      ahead -= breaks;
      end = own + breaks;
    }
    // DuckDB's reader gets the same pieces, and each begins with the true line.
    [before, ahead] = [end, 0];
  }
  return { lines, sureUntil: Math.min(sureUntil, until) };
}

/** What DuckDB's reader keeps of a row may begin with the line ends in front of it. */
function isText(record: string, { text }: RejectedRow): boolean {
  const wanted = bare(text);
  const own = bare(text.length >= mostText ? record.slice(0, wanted.length) : record);
  if (own === wanted) return true;
  // Each reader writes signs that the encoding does not have in its own way.
  const strange = own.indexOf("\ufffd");
  return strange >= 0 && wanted[strange] === "?" && wanted.startsWith(own.slice(0, strange));
}

function bare(text: string): string {
  return text.replace(/^[\r\n]+|[\r\n]+$/g, "");
}
