import type { TextSource } from "../plan";
import { guessTotals } from "../sniff/guess-totals";
import { blankCells, recordsOf } from "../sniff/records";
import type { Part, Rejected } from "./part";
import { rowParts, type Row } from "./row-parts";
import { windowBytes } from "./byte-windows";
import { emptyRoom } from "./plain/cells";
import { type PlainColumn, plainRows } from "./plain/plain-rows";
import { linesBefore } from "./record-ends";
import type { Source } from "./source";
import { chunkOf, cutAt, textChunks } from "./text-chunks";
import { utf8Windows } from "./utf8-windows";

/**
 * A delimited text in pieces of whole records: for DuckDB's reader, or, as long as all cells are plain and it is said what they
 * mean, as the values themselves.
 */
export function textParts(
  source: Source,
  plan: TextSource,
  width: number,
  plain: readonly PlainColumn[] | null = null,
): AsyncGenerator<Part> {
  if (plan.delimiter === "blanks") return rowParts(blankRows(source, plan, width), width);
  return recordParts(source, plan, plain);
}

async function* recordParts(
  source: Source,
  plan: TextSource,
  plain: readonly PlainColumn[] | null,
): AsyncGenerator<Part> {
  const { encoding, delimiter, quote } = plan;
  const dialect = { delimiter, quote };
  const room = emptyRoom();
  let [columns, isFirst, lines] = [plain, true, 0];
  const plainCut = (bytes: Uint8Array, isLast: boolean) => {
    const totals = isLast && plan.dropTotals ? totalsIn(bytes, plan, lines) : null;
    const header = isFirst && plan.header;
    const text = totals ? bytes.subarray(0, totals.at) : bytes;
    const rows = columns && plainRows(text, { ...dialect, header, isLast }, columns, room);
    // What is not plain once will hardly be so again.
    if (!rows) columns = null;
    return rows && { ...rows, rejected: totals?.rejected ?? [] };
  };
  const windows = utf8Windows(
    source,
    { encoding, most: windowBytes },
    (bytes, isLast) => plainCut(bytes, isLast) ?? cutAt(bytes, plan, isLast),
  );
  for await (const { cut, ...window } of windows) {
    const { bytesRead, replacedSigns, isLast } = window;
    if ("rowCount" in cut) {
      const { content, rowCount, rejected } = cut;
      yield { form: "arrow", isReady: true, content, rowCount, rejected, bytesRead, replacedSigns };
    } else {
      const { bytes, hasLineFeeds } = chunkOf({ ...window, cut });
      const totals = isLast && plan.dropTotals ? totalsIn(bytes, plan, lines) : null;
      yield {
        form: "text",
        content: totals ? bytes.slice(0, totals.at) : bytes,
        ...{ dialect, hasLineFeeds, hasEmptyTexts: false },
        header: isFirst && plan.header,
        skip: isFirst ? plan.skip : 0,
        linesBefore: lines,
        rejected: totals?.rejected ?? [],
        ...{ bytesRead, replacedSigns },
      };
    }
    isFirst = false;
    lines += cut.lines;
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
  const rows = records.flatMap(({ cells, line }, i) => {
    const above = records[i - 1];
    const isBelowBlank = above && line > above.line + above.breaks + 1;
    return isBelowBlank ? [[], cells] : [cells];
  });
  const totals = guessTotals(rows);
  const count = rows.slice(-totals).filter((cells) => cells.length).length;
  const first = records.at(-count);
  if (!totals || !first) return null;
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
