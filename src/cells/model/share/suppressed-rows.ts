import type { SavedResult } from "../notebook";
import type { ShareWords } from "./share-words";
import { hiddenRows, isSmall, type NumberRow } from "./small-rows";

export type SavedTable = Extract<SavedResult, { form: "table" }>;

/** Whether a saved table's rows are single customers: `isCustomer` knows a column by its name, else its texts look like ids. */
export function listsCustomers(
  { columns, rows }: SavedTable,
  isCustomer: (column: string) => boolean,
): boolean {
  return columns.some(({ name, type }, i) => {
    if (isCustomer(name)) return true;
    const texts = rows.map((row) => row[i] ?? null).filter((text) => text !== null);
    const isText = /char|text|string|uuid|blob/i.test(type);
    return isText && texts.length > 1 && new Set(texts).size === texts.length && looksLikeIds(texts);
  });
}

/** Most of them have a digit or an @ and are neither days nor plain numbers. */
function looksLikeIds(texts: readonly string[]): boolean {
  const like = texts.filter((text) => /[\d@]/.test(text) && !/^\s*[\d.,:\sT/–-]+Z?\s*$/.test(text));
  const numbers = texts.filter((text) => /^\d{4,}$/.test(text) && !/^(?:19|20)\d\d$/.test(text));
  return like.length + numbers.length > texts.length / 2;
}

/** Saved rows that tell of no small group; null: there is nothing to leave out. The count of rows stays. */
export function suppressedRows(
  table: SavedTable,
  k: number,
  words: ShareWords,
): { readonly table: SavedTable; readonly hidden: number } | null {
  const numbers = table.rows.map((row) => row.map(numbersOf));
  const hidden = hiddenRows(withoutRunning(numbers.map(flat)), k);
  if (hidden.size === 0) return null;
  const rows = table.rows.map((row, i) =>
    hidden.has(i)
      ? row.map((text, j) => {
          const inside = numbers[i]![j]!;
          if (inside.length === 0) return text;
          return inside.length === 1 && isSmall(inside[0]!, k) ? words.few(k) : words.withheld;
        })
      : row,
  );
  return { table: { ...table, rows }, hidden: hidden.size };
}

/** A number, or the numbers inside of a list or an object; days and other texts have none. */
function numbersOf(text: string | null): readonly number[] {
  if (text === null) return [];
  if (/^\s*-?\d+(?:\.\d+)?(?:e[+-]?\d+)?\s*$/i.test(text)) return [Number(text)];
  if (!/^\s*[[{]/.test(text)) return [];
  return [...text.matchAll(/-?\d+(?:\.\d+)?/g)].map(([number]) => Number(number));
}

/** One number a column; more of them stand behind, where no column is summed over them by mistake. */
function flat(row: readonly (readonly number[])[]): NumberRow {
  const more = row.filter((numbers) => numbers.length > 1).flat();
  return [...row.map((numbers) => (numbers.length === 1 ? numbers[0]! : null)), ...more];
}

/** A first column 1, 2, 3 … before others numbers the rows: it counts nobody. */
function withoutRunning(rows: readonly NumberRow[]): readonly NumberRow[] {
  const first = rows.map((row) => row[0] ?? null);
  const isRunning =
    rows.length > 2 &&
    rows[0]!.length > 1 &&
    first.every((value, i) => value !== null && (i === 0 || value - first[i - 1]! === 1));
  return isRunning ? rows.map(([, ...others]) => [null, ...others]) : rows;
}

/** Whether JSON holds a number of 1 to k - 1 anywhere, or a name of customers: which of its numbers count whom, nobody can say. */
export function jsonTells(json: unknown, k: number): boolean {
  const waiting: unknown[] = [json];
  while (waiting.length) {
    const one = waiting.pop();
    if (typeof one === "number" && isSmall(one, k)) return true;
    if (typeof one !== "object" || one === null) continue;
    for (const [key, value] of Object.entries(one)) {
      if (/^(?:customers?|logos?|ids?|quotes?)$/i.test(key) && holdsText(value)) return true;
      waiting.push(value);
    }
  }
  return false;
}

function holdsText(value: unknown): boolean {
  return typeof value === "string" || (Array.isArray(value) && value.some(holdsText));
}
