import { missingTokens } from "./guess-missing";
import { guessReadings } from "./guess-readings";

/** More of them tell nothing else, and each is tried with every form of numbers and dates. */
const mostRows = 2000;

/** False when the first row has the numbers and dates that the others have below it. */
export function guessHeader(rows: readonly (readonly string[])[]): boolean {
  const [first, ...others] = rows.slice(0, mostRows);
  if (!first || !others.length) return true;
  const forms = guessReadings(
    first.map((_, i) => ({ header: "", cells: cellsAt(others, i) })),
    missingTokens,
  ).map(({ reading }) => reading.form);
  if (isScale(first) && !others.slice(0, 20).some(isScale)) return true;
  const typed = forms.flatMap((form, i) => (form === "text" ? [] : [i]));
  const alike = typed.filter((i) => {
    const cell = first[i]!.trim();
    const { form } = guessReadings([{ header: "", cells: cell ? [cell] : [] }], missingTokens)[0]!.reading;
    return form !== "text" && isNumber(form) === isNumber(forms[i]!);
  });
  return alike.length * 2 <= typed.length;
}

/** Years or numbered periods beside something else, as the header of a wide table has them: region, 2021, 2022, 2023. */
function isScale(cells: readonly string[]): boolean {
  const steps = cells
    .map((cell) => cell.trim())
    .filter((cell) => /^\d{1,4}$/.test(cell))
    .map(Number);
  if (steps.length === cells.length) return false;
  const areYears = steps.every((step) => step >= 1900 && step <= 2100);
  return (
    steps.length >= (areYears ? 2 : 3) && steps.every((step, i) => i === 0 || step === steps[i - 1]! + 1)
  );
}

export function cellsAt(rows: readonly (readonly string[])[], column: number): string[] {
  return rows.map((cells) => cells[column]?.trim() ?? "").filter((cell) => cell !== "");
}

function isNumber(form: string): boolean {
  return form === "whole" || form === "number" || form === "decimal";
}
