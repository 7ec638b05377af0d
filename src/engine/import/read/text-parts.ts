import type { TextSource } from "../plan";
import { guessTotals } from "../sniff/guess-totals";
import { blankCells, recordsOf } from "../sniff/records";
import type { Part, Rejected, TextPart } from "./part";
import { rowParts, type Row } from "./row-parts";
import type { Source } from "./source";
import { textChunks } from "./text-chunks";

/** A delimited text for DuckDB: the file itself where it is UTF-8 as it lies on the disk, else rewritten piece by piece. */
export function textParts(
  source: Source,
  plan: TextSource,
  { width, hasMixedLineEnds }: { readonly width: number; readonly hasMixedLineEnds: boolean },
): AsyncGenerator<Part> {
  if (plan.delimiter === "blanks") return rowParts(blankRows(source, plan, width), width);
  const dialect = { delimiter: plan.delimiter, quote: plan.quote };
  const fixed = { form: "text", dialect, hasMixedLineEnds, hasEmptyTexts: false } as const;
  if (plan.encoding === "utf-8" && source.blob) return wholeFile(source.blob, plan, fixed);
  return rewritten(source, plan, fixed);
}

type Fixed = Pick<TextPart, "form" | "dialect" | "hasMixedLineEnds" | "hasEmptyTexts">;

async function* wholeFile(blob: Blob, plan: TextSource, fixed: Fixed): AsyncGenerator<Part> {
  const { header, skip } = plan;
  const cut = plan.dropTotals ? await totalsAtEnd(blob, plan) : { bytes: 0, rejected: [] };
  const content = cut.bytes ? blob.slice(0, blob.size - cut.bytes) : blob;
  yield { ...fixed, content, header, skip, linesBefore: 0, rejected: cut.rejected, bytesRead: blob.size };
}

async function* rewritten(source: Source, plan: TextSource, fixed: Fixed): AsyncGenerator<Part> {
  let isFirst = true;
  let lines = 0;
  for await (const { text, bytesRead, replacedSigns, isLast } of textChunks(source, plan)) {
    const totals = isLast && plan.dropTotals ? totalsIn(text, plan) : { at: text.length, rejected: [] };
    const kept = text.slice(0, totals.at);
    const rejected = totals.rejected.map((row) => ({ ...row, line: row.line! + lines }));
    const place = { header: isFirst && plan.header, skip: isFirst ? plan.skip : 0, linesBefore: lines };
    yield { ...fixed, ...place, content: new Blob([kept]), rejected, bytesRead, replacedSigns };
    isFirst = false;
    lines += linesIn(text);
  }
}

/** Rows of totals in the last pages of a file, and how many bytes they and what follows them take. */
async function totalsAtEnd(
  blob: Blob,
  plan: TextSource,
): Promise<{ bytes: number; rejected: readonly Rejected[] }> {
  const from = Math.max(0, blob.size - 65_536);
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await blob.slice(from).arrayBuffer());
  // It may begin inside a record; the first line end is where the next one begins, or a line of a quoted cell.
  const begin = from ? text.indexOf("\n") + 1 : 0;
  const { at, rejected } = totalsIn(text.slice(begin), plan);
  const bytes = new TextEncoder().encode(text.slice(begin + at)).length;
  return { bytes, rejected: from ? rejected.map((row) => ({ ...row, line: null })) : rejected };
}

function totalsIn(text: string, plan: TextSource): { at: number; rejected: readonly Rejected[] } {
  const tailAt = Math.max(0, text.length - 65_536);
  const begin = tailAt ? text.indexOf("\n", tailAt) + 1 : 0;
  const records = recordsOf(text.slice(begin), plan);
  const count = guessTotals(records.map(({ cells }) => cells));
  const first = records.at(-count);
  if (!count || !first) return { at: text.length, rejected: [] };
  const linesBefore = linesIn(text.slice(0, begin));
  const rejected = records.slice(-count).map(({ cells, line }) => ({
    line: line + linesBefore + 1,
    reason: "row of totals",
    text: cells.join(plan.delimiter),
  }));
  return { at: begin + first.at, rejected };
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

export function linesIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
