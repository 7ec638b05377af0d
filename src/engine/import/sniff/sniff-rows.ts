import { EngineError } from "../../engine-error";
import type { JsonSource, SheetSource } from "../plan";
import { jsonRows } from "../read/json-parts";
import type { Source } from "../read/source";
import { type SheetRow, sheetRows } from "../read/xlsx/sheet-rows";
import type { Workbook } from "../read/xlsx/workbook";
import { guessHeader } from "./guess-header";
import { beginOf } from "./guess-layout";
import { missingTokens } from "./guess-missing";
import { guessFrom, type Sample } from "./sample";
import type { Guessed } from "./sniffed";

const sampleRows = 2000;

export async function sniffJson(
  source: Source,
  known: Partial<JsonSource> = {},
  missing = missingTokens,
): Promise<Guessed> {
  return guessFrom(await jsonSample(source, known), source, missing);
}

export async function jsonSample(source: Source, known: Partial<JsonSource>): Promise<Sample> {
  const own: JsonSource = { format: "json", nested: known.nested ?? "text" };
  const rows: (readonly (string | null)[])[] = [];
  let headers: readonly string[] = [];
  for await (const row of jsonRows(source, own, [])) {
    headers = row.headers!;
    if (row.rejected === undefined) rows.push(row.cells);
    if (rows.length >= sampleRows) break;
  }
  if (!headers.length)
    throw new EngineError("not-a-table", `not a table: ${source.name} is JSON without objects`);
  return { source: own, headers, rows: rows.map(asTexts), hasHeader: true, notes: [] };
}

export async function sniffSheet(
  source: Source,
  workbook: Workbook,
  known: Partial<SheetSource> = {},
  missing = missingTokens,
): Promise<Guessed> {
  const sheets = workbook.sheets.map(({ name, isHidden }) => ({ name, isHidden }));
  return { ...guessFrom(await sheetSample(source, workbook, known), source, missing), sheets };
}

export async function sheetSample(
  source: Source,
  workbook: Workbook,
  known: Partial<SheetSource>,
): Promise<Sample> {
  const { sheet, rows } = await filledSheet(source, workbook, known.sheet);
  const width = Math.max(0, ...rows.map(({ cells }) => lastFilled(cells) + 1));
  const wide = rows.map(({ cells, line, isText, isError }) => ({
    cells: Array.from({ length: width }, (_, i) => cells[i] ?? ""),
    line: line - 1,
    isText,
    isError,
  }));
  const skip = known.skip ?? beginOf(wide);
  const table = wide.filter(({ line }) => line >= skip).map(withoutErrors);
  const header = known.header ?? guessHeader(table.map(({ cells }) => cells));
  const headers = table.length && header ? table[0]!.cells : Array.from({ length: width }, () => "");
  const body = table.slice(header ? 1 : 0);
  return {
    source: { format: "xlsx", sheet, header, skip, dropTotals: known.dropTotals ?? true },
    headers,
    rows: body.map(({ cells }) => cells),
    hasHeader: header,
    isText: (column) => body.every((row) => !row.cells[column]?.trim() || row.isText[column] === true),
    notes: [],
  };
}

/** The wanted sheet; with none wanted the first one that is not hidden and has cells: a workbook often begins with a chart, or an empty page. */
async function filledSheet(
  { name }: Source,
  workbook: Workbook,
  wanted: string | undefined,
): Promise<{ sheet: string; rows: readonly SheetRow[] }> {
  const chosen = workbook.sheets.find((sheet) => sheet.name === wanted);
  const open = chosen ? [chosen] : workbook.sheets.filter(({ isHidden }) => !isHidden);
  if (!open.length) throw new EngineError("empty-file", `workbook without sheets: ${name}`);
  for (const { name: sheet } of open) {
    const rows: SheetRow[] = [];
    for await (const row of sheetRows(workbook, sheet)) {
      rows.push(row);
      if (rows.length >= sampleRows) break;
    }
    if (rows.length) return { sheet, rows };
  }
  throw new EngineError("empty-file", `empty sheet: ${open[0]!.name}`);
}

function withoutErrors<R extends Pick<SheetRow, "isError"> & { cells: readonly string[] }>(row: R): R {
  return { ...row, cells: row.cells.map((cell, i) => (row.isError[i] ? "" : cell)) };
}

function asTexts(cells: readonly (string | null)[]): string[] {
  return cells.map((cell) => cell ?? "");
}

function lastFilled(cells: readonly (string | null)[]): number {
  return cells.findLastIndex((cell) => cell?.trim());
}
