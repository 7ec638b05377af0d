import { RecordBatchReader, Table, tableToIPC } from "apache-arrow";
import { EngineError } from "../../engine-error";
import type { ImportPlan, TextSource } from "../plan";
import { sampleOf } from "../sniff/sniff-text";
import { arrowParts } from "./arrow-parts";
import { jsonParts } from "./json-parts";
import { parquetParts } from "./parquet-parts";
import type { Part } from "./part";
import { sheetParts } from "./sheet-parts";
import { openSource, type Source } from "./source";
import { endOfRecords } from "./text-chunks";
import { textParts } from "./text-parts";
import { workbookIn } from "./xlsx/workbook";

/** The first rows of a file, read as all of it would be. */
export interface Beginning {
  readonly parts: readonly Part[];
  /** The file's own lines as far as the rows go, cut where they are long; null where it has none. */
  readonly lines: readonly string[] | null;
}

export async function beginningOf(file: File, plan: ImportPlan, rows: number): Promise<Beginning> {
  const source = await openSource(file, plan.entry);
  const width = plan.columns.length;
  switch (plan.source.format) {
    case "text":
      return beginningOfText(source, plan.source, width, rows);
    case "json": {
      const headers = plan.columns.map(({ header }) => header);
      const parts = await all(jsonParts(source, plan.source, headers, rows));
      return { parts, lines: shortened(sampleOf(source, "utf-8").split(/\r\n|\r|\n/, rows)) };
    }
    case "xlsx": {
      const workbook = await workbookIn(source);
      return { parts: await all(sheetParts(workbook, plan.source, plan, rows)), lines: null };
    }
    case "duckdb":
      throw new EngineError("unreadable-file", `not a DuckDB file: ${source.name}`);
    case "arrow":
      return { parts: [await firstRows(arrowParts(source), rows)], lines: null };
    case "parquet":
      return { parts: [await firstRows(parquetParts(source, null, rows), rows)], lines: null };
  }
}

/** Cut where a record ends, and written in UTF-8: DuckDB's reader would take thirty megabytes for a hundred rows. */
async function beginningOfText(
  source: Source,
  plan: TextSource,
  width: number,
  rows: number,
): Promise<Beginning> {
  const sample = sampleOf(source, plan.encoding);
  const wanted = endOfLine(sample, plan.skip + (plan.header ? 1 : 0) + rows);
  const part = sample.slice(0, wanted);
  const isCut = !source.isWhole || wanted < sample.length;
  const text = isCut ? part.slice(0, endOfRecords(part, plan)) || sample : sample;
  const blob = new Blob([text]);
  const here = { ...source, blob, bytes: blob.size, stream: () => blob.stream() };
  // What looks like totals in the middle of a file is a customer of that name.
  const own = { ...plan, encoding: "utf-8", dropTotals: plan.dropTotals && !isCut };
  const parts = await all(textParts(here, own, width));
  return { parts, lines: shortened(text.split(/\r\n|\r|\n/, rows + plan.skip + 1)) };
}

function endOfLine(text: string, lines: number): number {
  const ends = /\r\n|\r|\n/g;
  for (let n = 0; n < lines; n++) if (!ends.exec(text)) return text.length;
  return ends.lastIndex;
}

const longestLine = 400;

function shortened(lines: readonly string[]): string[] {
  return lines.map((line) => (line.length > longestLine ? `${line.slice(0, longestLine)}…` : line));
}

async function all(parts: AsyncGenerator<Part>): Promise<Part[]> {
  const found: Part[] = [];
  for await (const part of parts) found.push(part);
  return found;
}

async function firstRows(parts: AsyncGenerator<Part>, rows: number): Promise<Part> {
  const { value } = await parts.next();
  await parts.return(undefined);
  const part = value as Extract<Part, { form: "arrow" }>;
  const batches = RecordBatchReader.from(part.content);
  const table = new Table([...batches]).slice(0, rows);
  return { ...part, content: tableToIPC(table, "stream").slice(), rowCount: table.numRows };
}
