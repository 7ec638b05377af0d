/** How many rows at the end of a table are sums of the others, with blank ones among them. */
export function guessTotals(rows: readonly (readonly string[])[]): number {
  let [count, found] = [0, 0];
  for (const row of rows.slice(1).reverse().slice(0, 20)) {
    count++;
    if (isTotal(row)) found = count;
    else if (row.some((cell) => cell.trim())) break;
  }
  return found;
}

/** Named as one, and with gaps where a customer has values: somebody may be called `Total`. */
export function isTotal(row: readonly string[]): boolean {
  const filled = row.filter((cell) => cell.trim());
  return filled.length < row.length && filled.length > 0 && label.test(filled[0]!.trim());
}

const label = /^(grand |sub)?(totals?|sum|итого|всего|общий итог|сумма|gesamt|summe)(?!\p{L})/iu;
