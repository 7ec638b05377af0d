import { guessReadings } from "./guess-readings";
import type { CsvRecord } from "./records";

/** False when the first record has the numbers and dates that the others have below it. */
export function guessHeader(records: readonly CsvRecord[]): boolean {
  const [first, ...others] = records;
  if (!first || !others.length) return true;
  const readings = guessReadings(first.cells.map((_, i) => ({ header: "", cells: cellsAt(others, i) })));
  const typed = readings.flatMap(({ form }, i) => (form === "text" ? [] : [i]));
  const alike = typed.filter((i) => {
    const cell = first.cells[i]!.trim();
    const form = guessReadings([{ header: "", cells: cell ? [cell] : [] }])[0]!.form;
    return form !== "text" && isNumber(form) === isNumber(readings[i]!.form);
  });
  return alike.length * 2 <= typed.length;
}

export function cellsAt(records: readonly CsvRecord[], column: number): string[] {
  return records.map(({ cells }) => cells[column]?.trim() ?? "").filter((cell) => cell !== "");
}

function isNumber(form: string): boolean {
  return form === "whole" || form === "number";
}
