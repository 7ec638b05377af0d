import { type Dialect, recordsOf, type TextRecord } from "./records";

export interface Layout extends Dialect {
  /** Lines in front of the header, or of the data where there is none. */
  readonly skip: number;
}

const delimiters = [",", ";", "\t", "|"];

/** How the columns are told apart, and where the table begins below titles and Excel's `sep=` line. */
export function guessLayout(text: string, known: Partial<Layout> = {}): Layout {
  const hint = /^\ufeff?sep=(.)\r?\n/i.exec(text)?.[1];
  // A part is enough to see the pattern.
  const part = text.slice(0, 65_536);
  const delimiter = known.delimiter ?? hint ?? guessDelimiter(part);
  const quote = known.quote ?? guessQuote(part, delimiter);
  const records = recordsOf(part, { delimiter, quote }).slice(hint ? 1 : 0);
  return { delimiter, quote, skip: known.skip ?? beginOf(records) };
}

function guessDelimiter(text: string): string {
  const scores = delimiters.map((delimiter) =>
    scoreOf(recordsOf(text, { delimiter, quote: '"' }).slice(0, 500)),
  );
  const best = Math.max(...scores);
  if (best > 0) return delimiters[scores.indexOf(best)]!;
  return hasBlankColumns(text) ? "blanks" : ",";
}

/** How alike the records are, 0 for a single column. A header that fits counts for much: text may hold any sign. */
function scoreOf(records: readonly TextRecord[]): number {
  const usual = usualWidth(records);
  if (usual < 2) return 0;
  const alike = records.filter(({ cells }) => cells.length === usual).length / records.length;
  return alike + (records[0]!.cells.length === usual ? 0.5 : 0) + Math.min(usual, 50) / 1000;
}

/** As old programs print tables: every line has as many words as the others, and most of them are numbers. */
function hasBlankColumns(text: string): boolean {
  const lines = recordsOf(text, { delimiter: "blanks", quote: "" });
  // The last line of a part may be cut.
  const words = lines.slice(0, lines.length > 3 ? -1 : undefined).map(({ cells }) => cells);
  const width = words[1]?.length ?? 0;
  if (width < 2 || words.slice(1).some(({ length }) => length !== width)) return false;
  const body = words.slice(1).flat();
  return body.filter((word) => /^[\d.,+:/-]+$/.test(word)).length * 2 > body.length;
}

/** Apostrophes only where they stand around whole cells and nowhere else. */
function guessQuote(text: string, delimiter: string): string {
  if (delimiter === "blanks") return "";
  if (!text.includes("'") || text.includes('"')) return '"';
  const cells = recordsOf(text, { delimiter, quote: "" }).flatMap((record) => record.cells);
  const holding = cells.filter((cell) => cell.includes("'"));
  const quoted = holding.filter((cell) => /^'[^]*'$/.test(cell));
  return quoted.length > 1 && quoted.length >= holding.length * 0.9 ? "'" : '"';
}

function usualWidth(records: readonly TextRecord[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}

/** The first line of the table; a title fills one cell or few of a wide one. */
export function beginOf(records: readonly { cells: readonly string[]; line: number }[]): number {
  const width = usualWidth(records as readonly TextRecord[]);
  const begin = records.slice(0, 30).find(({ cells }) => {
    const filled = cells.filter((cell) => cell.trim()).length;
    return cells.length === width && filled * 2 > width;
  });
  return (begin ?? records[0])?.line ?? 0;
}
