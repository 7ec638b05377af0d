export interface CsvRecord {
  readonly cells: readonly string[];
  /** Physical lines in front of it; a quoted cell may span several. */
  readonly line: number;
}

/** The records of a text, as DuckDB would see them with `"` as the quote. Lines without any sign are left out. */
export function recordsOf(text: string, delimiter: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let [line, firstLine, at] = [0, 0, 0];
  const endOfLine = /[\r\n]/g;
  while (at < text.length) {
    let cell: string;
    if (text[at] === '"') {
      const end = endOfQuoted(text, at + 1);
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      line += linesIn(cell);
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
    line++;
    if (cells.length > 1 || cells[0] !== "") records.push({ cells, line: firstLine });
    [cells, firstLine] = [[], line];
  }
  return records;
}

function endOfQuoted(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at < 0 ? text.length : at;
}

function linesIn(cell: string): number {
  return cell.match(/\r\n|\r|\n/g)?.length ?? 0;
}
