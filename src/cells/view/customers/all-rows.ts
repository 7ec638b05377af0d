import type { GridRow } from "../grid";

const atOnce = 20_000;

/** Every row, window by window; fewer than there should be is an error, never a shorter file. */
export async function allRows(
  rowCount: number,
  load: (offset: number, limit: number) => Promise<readonly GridRow[]>,
): Promise<readonly GridRow[]> {
  const rows: GridRow[] = [];
  while (rows.length < rowCount) {
    const window = await load(rows.length, Math.min(atOnce, rowCount - rows.length));
    if (window.length === 0) throw new Error(`rows missing: ${rowCount - rows.length} of ${rowCount}`);
    for (const row of window) rows.push(row);
  }
  return rows;
}
