type Cells = readonly string[];

/** So many rows above one tell whether it belongs to them. */
export const mostAbove = 20;

/** How many rows at the end of a table are sums of the others, with blank ones among them. The first row is not looked at. */
export function guessTotals(rows: readonly Cells[]): number {
  let [count, found] = [0, 0];
  for (let at = rows.length - 1; at > 0 && count < mostAbove; at--) {
    count++;
    if (isTotal(rows[at]!, rows.slice(Math.max(1, at - mostAbove), at))) found = count;
    else if (!isBlank(rows[at]!)) break;
  }
  return found;
}

/**
 * Named as one, and unlike the rows above it: with gaps where a customer has values, below a blank row, or with its name in a
 * column without words. Somebody may be called `Total`, and a company `Total Wine`.
 */
export function isTotal(row: Cells, above: readonly Cells[]): boolean {
  const filled = row.filter((cell) => cell.trim());
  const label = filled[0]?.trim() ?? "";
  const hasGap = filled.length < row.length;
  if (sumOf.test(label)) return hasGap && filled.slice(1).every((cell) => !/\p{L}/u.test(cell));
  if (!nothingElse.test(label)) return false;
  return hasGap || isApart(above) || hasNoWords(above, row.indexOf(filled[0]!));
}

function isApart(above: readonly Cells[]): boolean {
  const last = above.at(-1);
  return last !== undefined && (isBlank(last) || isTotal(last, above.slice(0, -1)));
}

function hasNoWords(above: readonly Cells[], column: number): boolean {
  const cells = above.map((row) => row[column]?.trim()).filter((cell) => cell);
  return cells.length > 1 && cells.every((cell) => !/\p{L}/u.test(cell!));
}

function isBlank(row: Cells): boolean {
  return !row.some((cell) => cell.trim());
}

const names = String.raw`(grand |sub)?(totals?|sum|итого|всего|общий итог|сумма|gesamt(summe)?|summe)`;
/** `Total`, `Total:`, `Total 2024`, `Total (EUR)`. */
const nothingElse = new RegExp(String.raw`^${names}\P{L}*(\(.*\))?\P{L}*$`, "iu");
/** `Total of May`, `Итого по Москве`. */
const sumOf = new RegExp(String.raw`^${names}\s+(of|for|per|by|по|за|für|von|der)\s`, "iu");
