import { EngineError } from "../../engine-error";
import type { CsvOptions } from "../loaded-table";
import { columnNames, type Renamed } from "../../import/sniff/column-names";
import { cellsAt, guessHeader } from "./guess-header";
import { guessLayout } from "./guess-layout";
import { guessReadings } from "./guess-readings";
import type { CsvPlan } from "./read-csv";
import { readingAs } from "./reading";
import { recordsOf } from "./records";

/** Everything about a file that its first part tells; what `known` says is not guessed. */
export function planCsv(
  fileName: string,
  sample: string,
  encoding: CsvOptions["encoding"],
  known: Partial<CsvOptions> = {},
): { plan: CsvPlan; renamed: readonly Renamed[]; hasRows: boolean } {
  if (!sample.trim()) throw new EngineError("empty-file", `empty file: ${fileName}`);
  const layout = guessLayout(sample);
  const delimiter = known.delimiter ?? layout.delimiter;
  const skip = known.skip ?? layout.skip;
  const records = recordsOf(sample, delimiter).filter(({ line }) => line >= skip);
  if (!records.length) throw new EngineError("empty-file", `no lines after the first ${skip}: ${fileName}`);
  const header = known.header ?? guessHeader(records);
  const width = records[0]!.cells.length;
  const body = header ? records.slice(1) : records;
  if (width === 1)
    refuseProse(
      fileName,
      body.flatMap(({ cells }) => cells),
    );
  const headers = header ? records[0]!.cells : Array.from({ length: width }, () => "");
  const { names, renamed } = columnNames(headers);
  const samples = names.map((name, i) => ({ header: name, cells: cellsAt(body, i) }));
  const readings = guessReadings(samples).map((guess, i) => {
    const type = known.types?.length === width ? known.types[i] : undefined;
    return type === undefined ? guess : readingAs(type, guess);
  });
  const plan = {
    delimiter,
    quote: known.quote ?? '"',
    header,
    skip,
    encoding,
    hasMixedLineEnds: hasMixedLineEnds(sample),
    names,
    readings,
  };
  const hasRows = samples.some(({ cells }) => cells.length > 0);
  return { plan, renamed: header ? renamed : [], hasRows };
}

/** The options as they are kept in the notebook. */
export function optionsOf(plan: CsvPlan, types: readonly string[]): CsvOptions {
  const formats = plan.readings.flatMap((reading) => ("format" in reading ? [reading] : []));
  const usesComma = plan.readings.some((reading) => "marks" in reading && reading.marks.decimal === ",");
  const { delimiter, quote, header, skip, encoding } = plan;
  return {
    delimiter,
    quote,
    header,
    skip,
    encoding,
    decimal: usesComma ? "," : ".",
    dateFormat: formats.find(({ form }) => form === "date")?.format,
    timestampFormat: formats.find(({ form }) => form === "timestamp")?.format,
    types,
  };
}

function refuseProse(fileName: string, lines: readonly string[]): void {
  const words = lines.map((line) => line.trim().split(/\s+/));
  const counts = words.map(({ length }) => length).sort((a, b) => a - b);
  const usual = counts[counts.length >> 1] ?? 0;
  const numbers = words.flat().filter((word) => /^[\d.,+-]+$/.test(word)).length;
  if (usual >= 3 && counts[0] === counts.at(-1) && numbers * 2 > words.flat().length) {
    throw new EngineError(
      "not-a-table",
      `not a table: ${fileName} has columns of blanks, without a delimiter`,
    );
  }
  if (usual < 6) return;
  throw new EngineError("not-a-table", `not a table: ${fileName} is running text without columns`);
}

// Inside quotes any line break is part of the cell.
function hasMixedLineEnds(sample: string): boolean {
  return new Set(sample.replace(/"(?:[^"]|"")*"/g, "").match(/\r\n|\r|\n/g)).size > 1;
}
