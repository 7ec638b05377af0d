import type { TextSource } from "../plan";
import { guessTotals } from "../sniff/guess-totals";
import { blankCells, recordsOf } from "../sniff/records";
import type { Part, Rejected } from "./part";
import { rowParts, type Row } from "./row-parts";
import type { Source } from "./source";
import { linesBefore } from "./record-ends";
import { textChunks, utf8Chunks } from "./text-chunks";

/** A delimited text for DuckDB, in pieces of whole records. */
export function textParts(source: Source, plan: TextSource, width: number): AsyncGenerator<Part> {
  if (plan.delimiter === "blanks") return rowParts(blankRows(source, plan, width), width);
  return recordParts(source, plan);
}

async function* recordParts(source: Source, plan: TextSource): AsyncGenerator<Part> {
  const dialect = { delimiter: plan.delimiter, quote: plan.quote };
  let [isFirst, lines] = [true, 0];
  for await (const chunk of utf8Chunks(source, plan)) {
    const { bytes, hasLineFeeds, bytesRead, replacedSigns, mayHaveUnderscores, isLast } = chunk;
    const totals = isLast && plan.dropTotals ? totalsIn(bytes, plan, lines) : null;
    yield {
      form: "text",
      content: totals ? bytes.slice(0, totals.at) : bytes,
      ...{ dialect, hasLineFeeds, mayHaveUnderscores, hasEmptyTexts: false },
      header: isFirst && plan.header,
      skip: isFirst ? plan.skip : 0,
      linesBefore: lines,
      rejected: totals?.rejected ?? [],
      ...{ bytesRead, replacedSigns },
    };
    isFirst = false;
    lines += chunk.lines;
  }
}

/** Rows of totals in the last pages of a file, and where they begin. */
function totalsIn(
  bytes: Uint8Array,
  plan: TextSource,
  lines: number,
): { at: number; rejected: readonly Rejected[] } | null {
  const tailAt = Math.max(0, bytes.length - 65_536);
  // It may begin inside a record; the first line end is where the next one begins, or a line of a quoted cell.
  const begin = tailAt ? bytes.indexOf(10, tailAt) + 1 : 0;
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(begin));
  const records = recordsOf(text, plan);
  const count = guessTotals(records.map(({ cells }) => cells));
  const first = records.at(-count);
  if (!count || !first) return null;
  const before = lines + linesBefore(bytes, begin);
  const rejected = records.slice(-count).map(({ cells, line }) => ({
    line: line + before + 1,
    reason: "row of totals",
    text: cells.join(plan.delimiter),
  }));
  return { at: begin + new TextEncoder().encode(text.slice(0, first.at)).length, rejected };
}

export async function* blankRows(source: Source, plan: TextSource, width: number): AsyncGenerator<Row> {
  let line = 0;
  const first = plan.skip + (plan.header ? 1 : 0);
  for await (const { text, bytesRead, replacedSigns } of textChunks(source, plan)) {
    for (const content of text.split(/\r\n|\r|\n/)) {
      line++;
      if (line <= first || !content.trim()) continue;
      const cells = blankCells(content);
      const row = { cells, line, bytesRead, replacedSigns };
      const isOdd = cells.length !== width;
      yield isOdd
        ? { ...row, rejected: `expected number of columns: ${width}, found: ${cells.length}` }
        : row;
    }
    // What stands behind the last line end is no line.
    if (/[\r\n]$/.test(text)) line--;
  }
}
