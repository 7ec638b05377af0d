import type { SheetSource } from "../plan";
import { isTotal, mostAbove } from "../sniff/guess-totals";
import type { Part } from "./part";
import { type Row, rowParts } from "./row-parts";
import { sheetRows } from "./xlsx/sheet-rows";
import type { Workbook } from "./xlsx/workbook";

/** A sheet's rows under its header; `skip` counts the sheet's own rows, empty ones too. */
export function sheetParts(
  workbook: Workbook,
  plan: SheetSource,
  width: number,
  most?: number,
): AsyncGenerator<Part> {
  return rowParts(sheetTableRows(workbook, plan), width, most);
}

/** Rows of totals come as rejected ones. */
export function sheetTableRows(workbook: Workbook, plan: SheetSource): AsyncIterable<Row> {
  return withoutTotals(below(workbook, plan), plan.dropTotals);
}

async function* below(workbook: Workbook, plan: SheetSource): AsyncGenerator<Row> {
  let isHeader = plan.header;
  for await (const row of sheetRows(workbook, plan.sheet)) {
    if (row.line <= plan.skip) continue;
    if (!isHeader) yield row;
    isHeader = false;
  }
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
