import type { ReportTable } from "../../../analyses";
import type { ValueColumn } from "../../../engine";

interface Words {
  /** Ends of an interval: "Interval, from". */
  readonly from: (label: string) => string;
  readonly to: (label: string) => string;
  /** Heads the column that says what is not finished. */
  readonly unfinished: string;
  readonly wholeRow: string;
}

type Column = ReportTable["columns"][number];

/**
 * A report's table for other programs: numbers as numbers with all their digits, intervals as two numbers, everything else
 * as it is read. What is hatched on the page is named in a column of its own.
 */
export function reportColumns(table: ReportTable, words: Words): ValueColumn[] {
  const columns = table.columns.flatMap((column) => columnOf(table, column, words));
  const isMarked = table.unfinished?.length || table.rows.some((row) => hatched(table, row).length);
  return isMarked ? [...columns, { name: words.unfinished, values: marks(table, words) }] : columns;
}

function columnOf({ rows }: ReportTable, { key, label }: Column, words: Words): ValueColumn[] {
  const cells = rows.map((row) => row[key]);
  const given = cells.map((cell) => cell?.value ?? null).filter((value) => value !== null);
  if (given.length && given.every(isNumber))
    return [{ name: label, values: cells.map((cell) => (isNumber(cell?.value) ? cell.value : null)) }];
  if (given.length && given.every(isPair)) {
    const end = (k: 0 | 1) => cells.map((cell) => (isPair(cell?.value) ? cell.value[k] : null));
    return [
      { name: words.from(label), values: end(0) },
      { name: words.to(label), values: end(1) },
    ];
  }
  const text = cells.map((cell) => (cell ? (isNumber(cell.value) ? String(cell.value) : cell.text) : null));
  return [{ name: label, values: text }];
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function isPair(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every(isNumber);
}

function hatched({ columns }: ReportTable, row: ReportTable["rows"][number]): readonly Column[] {
  return columns.filter(({ key }) => row[key]?.unfinished);
}

function marks(table: ReportTable, words: Words): (string | null)[] {
  return table.rows.map((row, i) => {
    if (table.unfinished?.includes(i)) return words.wholeRow;
    return (
      hatched(table, row)
        .map(({ label }) => label)
        .join("; ") || null
    );
  });
}
