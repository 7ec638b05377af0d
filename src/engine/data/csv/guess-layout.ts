import { type CsvRecord, recordsOf } from "./records";

export interface CsvLayout {
  readonly delimiter: string;
  /** Lines in front of the header, or of the data where there is none. */
  readonly skip: number;
}

const delimiters = [",", ";", "\t", "|"];

/** How the columns are told apart, and where the table begins below titles and Excel's `sep=` line. */
export function guessLayout(text: string): CsvLayout {
  const hint = /^sep=(.)\r?\n/i.exec(text)?.[1];
  // A part is enough to see the pattern.
  const part = text.slice(0, 65_536);
  const delimiter = hint ?? guessDelimiter(part);
  const records = recordsOf(part, delimiter).slice(hint ? 1 : 0);
  return { delimiter, skip: beginOf(records) };
}

function guessDelimiter(text: string): string {
  const scores = delimiters.map((delimiter) => scoreOf(recordsOf(text, delimiter).slice(0, 500)));
  const best = Math.max(...scores);
  return best > 0 ? delimiters[scores.indexOf(best)]! : ",";
}

/** How alike the records are, 0 for a single column. A header that fits counts for much: text may hold any sign. */
function scoreOf(records: readonly CsvRecord[]): number {
  const usual = usualWidth(records);
  if (usual < 2) return 0;
  const alike = records.filter(({ cells }) => cells.length === usual).length / records.length;
  return alike + (records[0]!.cells.length === usual ? 0.5 : 0) + Math.min(usual, 50) / 1000;
}

function usualWidth(records: readonly CsvRecord[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}

// A title fills one cell or few of a wide table.
function beginOf(records: readonly CsvRecord[]): number {
  const width = usualWidth(records);
  const begin = records.slice(0, 30).find(({ cells }) => {
    const filled = cells.filter((cell) => cell.trim()).length;
    return cells.length === width && filled * 2 > width;
  });
  return (begin ?? records[0])?.line ?? 0;
}
