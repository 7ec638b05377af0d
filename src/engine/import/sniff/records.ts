export interface TextRecord {
  readonly cells: readonly string[];
  /** Physical lines in front of it; a quoted cell may span several. */
  readonly line: number;
  /** Line breaks inside its cells. */
  readonly breaks: number;
  /** Where it begins in the text. */
  readonly at: number;
}

export interface Dialect {
  /** `blanks` stands for runs of spaces and tabs. */
  readonly delimiter: string;
  readonly quote: string;
}

/** The records of a text, as DuckDB would see them. Lines without any sign are left out. */
export function recordsOf(text: string, dialect: Dialect): TextRecord[] {
  return dialect.delimiter === "blanks" ? blankRecords(text) : [...eachRecord(text, dialect)];
}

/** One after another, of a text that is too long to have them all at once. */
export function* eachRecord(text: string, { delimiter, quote }: Dialect): Generator<TextRecord> {
  let cells: string[] = [];
  let [line, firstLine, breaks, at, firstAt] = [0, 0, 0, 0, 0];
  const endOfLine = /[\r\n]/g;
  while (at < text.length) {
    let cell: string;
    if (quote && text[at] === quote) {
      const end = endOfQuoted(text, at + 1, quote);
      cell = text.slice(at + 1, end).replaceAll(quote + quote, quote);
      breaks += linesIn(cell);
      at = end + 1;
      // Anything between the closing quote and the delimiter is a mistake that DuckDB will report.
    } else cell = "";
    endOfLine.lastIndex = at;
    const lineEnd = endOfLine.exec(text)?.index ?? text.length;
    const found = text.indexOf(delimiter, at);
    const end = found < 0 || found > lineEnd ? lineEnd : found;
    cells.push(cell + text.slice(at, end));
    at = end + (end === found ? delimiter.length : 0);
    if (end === found && at < text.length) continue;
    if (end === found) cells.push("");
    if (text[at] === "\r" && text[at + 1] === "\n") at++;
    at++;
    line += breaks + 1;
    if (cells.length > 1 || cells[0] !== "") yield { cells, line: firstLine, breaks, at: firstAt };
    [cells, firstLine, breaks, firstAt] = [[], line, 0, at];
  }
}

/** The cells of a line whose columns are set apart by runs of blanks. */
export function blankCells(line: string): string[] {
  return line.trim().split(/[ \t]+/);
}

function blankRecords(text: string): TextRecord[] {
  const records: TextRecord[] = [];
  let [line, at] = [0, 0];
  for (const [whole, content = ""] of text.matchAll(/([^\r\n]*)(?:\r\n|\r|\n|$)/g)) {
    if (content.trim()) records.push({ cells: blankCells(content), line, breaks: 0, at });
    line++;
    at += whole.length;
  }
  return records;
}

/** Where the quote that closes a cell stands; the end of the text where none does. */
export function endOfQuoted(text: string, from: number, quote: string): number {
  let at = text.indexOf(quote, from);
  while (at >= 0 && text[at + 1] === quote) at = text.indexOf(quote, at + 2);
  return at < 0 ? text.length : at;
}

export function linesIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
