import type { ImportPlan, SheetSource } from "../plan";
import { isTotal, mostAbove } from "../sniff/guess-totals";
import type { Part } from "./part";
import { type Row, rowParts } from "./row-parts";
import { type SheetRow, sheetRows } from "./xlsx/sheet-rows";
import type { Workbook } from "./xlsx/workbook";

/** A sheet's rows under its header; `skip` counts the sheet's own rows, empty ones too. */
export function sheetParts(
  workbook: Workbook,
  source: SheetSource,
  plan: ImportPlan,
  most?: number,
): AsyncGenerator<Part> {
  return rowParts(sheetTableRows(workbook, source, plan), plan.columns.length, most);
}

/** Rows of totals come as rejected ones. */
export function sheetTableRows(
  workbook: Workbook,
  source: SheetSource,
  plan: ImportPlan,
): AsyncIterable<Row> {
  return withoutTotals(below(workbook, source, plan), source.dropTotals);
}

async function* below(
  workbook: Workbook,
  { header, skip, sheet }: SheetSource,
  plan: ImportPlan,
): AsyncGenerator<Row> {
  const isCounted = countedErrors(plan);
  let isHeader = header;
  for await (const row of sheetRows(workbook, sheet)) {
    if (row.line <= skip) continue;
    if (!isHeader) yield withoutErrors(row, isCounted);
    isHeader = false;
  }
}

/** An error is no value, and no text either. */
function withoutErrors(row: SheetRow, isCounted: (cell: string, column: number) => boolean): Row {
  if (!row.isError.includes(true)) return row;
  const cells = row.cells.map((cell, i) => (cell && row.isError[i] && !isCounted(cell, i) ? null : cell));
  return { ...row, cells };
}

/** Errors that go on to be counted among what stands for missing, and become NULL there. */
function countedErrors({ columns, missing }: ImportPlan): (cell: string, column: number) => boolean {
  const inAll = new Set(missing);
  const own = columns.map((column) => new Set(column.missing?.map((token) => token.toLowerCase())));
  return (cell, i) => {
    const token = cell.trim().toLowerCase();
    return own[i]?.has(token) === true || (columns[i]?.reading.form !== "text" && inAll.has(token));
  };
}

/** Rows that look like totals wait until it is known whether anything comes after them. */
async function* withoutTotals(rows: AsyncIterable<Row>, dropTotals: boolean): AsyncGenerator<Row> {
  let waiting: Row[] = [];
  const above: (readonly string[])[] = [];
  let line = 0;
  for await (const row of rows) {
    const cells = row.cells.map((cell) => cell ?? "");
    // A sheet has no row where nothing stands.
    if (line && row.line > line + 1) above.push([]);
    line = row.line;
    const mayBeTotal = dropTotals && isTotal(cells, above);
    above.push(cells);
    if (above.length > mostAbove) above.shift();
    if (mayBeTotal) {
      waiting.push(row);
      continue;
    }
    yield* waiting;
    waiting = [];
    yield row;
  }
  yield* waiting.map((row) => ({ ...row, rejected: "row of totals" }));
}
