import type { Part, Rejected } from "./part";

/** A row as a reader of its own found it: a text for each cell, null where there is none. */
export interface Row {
  readonly cells: readonly (string | null)[];
  /** Line of the file or row of the sheet, from 1. */
  readonly line: number;
  readonly bytesRead: number;
  readonly replacedSigns?: number;
  /** It could not be read: why. */
  readonly rejected?: string;
  /** Columns that have come up so far, where they are not known from the beginning. */
  readonly headers?: readonly string[];
}

const partSigns = 8 << 20;

/** DuckDB's reader has to have room for a whole row. */
const mostSigns = 16 << 20;

export const tooLong = `row of more than ${mostSigns} signs`;

/** Of two million bytes, three of which a sign may take. */
const expectedSigns = 600_000;

/** Rows written down for DuckDB's reader. A row that is wider than the table is kept, and what is too much of it is listed. */
export async function* rowParts(
  rows: AsyncIterable<Row>,
  width: number | null,
  most = Infinity,
): AsyncGenerator<Part> {
  let lines: string[] = [];
  let rejected: Rejected[] = [];
  let [signs, longest, seen, last] = [0, 0, 0, undefined as Row | undefined];
  const part = (): Part => {
    const wide = last?.headers?.length ?? width ?? 0;
    const whole = {
      form: "text",
      content: new TextEncoder().encode(lines.length ? `${lines.join("\n")}\n` : ""),
      dialect: { delimiter: ",", quote: '"' },
      header: false,
      skip: 0,
      linesBefore: null,
      hasLineFeeds: true,
      hasEmptyTexts: true,
      ...(longest > expectedSigns && { longestLine: longest * 3 + 1 }),
      ...(last?.headers && { headers: last.headers.slice(0, wide) }),
      rejected,
      bytesRead: last?.bytesRead ?? 0,
      replacedSigns: last?.replacedSigns,
    } as const;
    [lines, rejected, signs, longest] = [[], [], 0, 0];
    return whole;
  };
  const reject = ({ line, cells }: Row, reason: string) =>
    rejected.push({ line, reason, text: cells.join(" ").slice(0, 10_000) });
  for await (const row of rows) {
    const grown = last?.headers && row.headers && row.headers.length > last.headers.length;
    if (grown || signs > partSigns) yield part();
    if (seen++ >= most) break;
    last = row;
    if (row.rejected !== undefined) {
      reject(row, row.rejected);
      continue;
    }
    const wanted = row.headers?.length ?? width ?? row.cells.length;
    const beyond = row.cells.slice(wanted).filter((cell) => cell?.trim());
    if (beyond.length)
      rejected.push({ line: row.line, reason: "cells beyond the last column", text: beyond.join(" ") });
    const line = Array.from({ length: wanted }, (_, i) => quoted(row.cells[i] ?? null)).join(",");
    if (line.length > mostSigns) {
      reject(row, tooLong);
      continue;
    }
    lines.push(line);
    signs += line.length;
    longest = Math.max(longest, line.length);
  }
  yield part();
}

function quoted(cell: string | null): string {
  if (cell === null) return "";
  return cell === "" || /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
