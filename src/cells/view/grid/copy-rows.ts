import type { Column } from "../../../engine";
import { mostCopiedRows, toText } from "./copy";
import type { CopyFormat } from "./grid";
import type { GridMessage } from "./grid-state";
import type { RowPages } from "./row-pages";
import { blockOf, isOneCell, type Block, type Selection } from "./selection";

interface CopyOrder {
  readonly pages: RowPages;
  readonly columns: readonly Column[];
  readonly rowCount: number;
  readonly selection: Selection;
  /** Asked for by the button: a single cell then stands for everything. */
  readonly whole: boolean;
  readonly format: CopyFormat;
  readonly send: (text: string) => unknown;
}

/** Fetches what is selected and not yet here, and sends it off; says how it went. Whole columns take their names along. */
export async function copyRows({
  pages,
  columns,
  rowCount,
  format,
  send,
  ...asked
}: CopyOrder): Promise<GridMessage> {
  const { top, bottom, left, right } = extent(asked, rowCount, columns.length);
  const selected = bottom - top + 1;
  try {
    const rows = await pages.rows(top, Math.min(selected, mostCopiedRows));
    const part = rows.map((row) => row.slice(left, right + 1));
    await send(toText(format, columns.slice(left, right + 1), part, selected === rowCount && rowCount > 1));
    if (selected > mostCopiedRows) return { form: "capped", rows: part.length, selected };
    return { form: "copied", rows: part.length };
  } catch (error) {
    return { form: "copy-failed", reason: error instanceof Error ? error.message : String(error) };
  }
}

function extent(
  { selection, whole }: Pick<CopyOrder, "selection" | "whole">,
  rows: number,
  columns: number,
): Block {
  const block = blockOf(selection);
  if (block && !(whole && isOneCell(block))) return block;
  return { top: 0, bottom: rows - 1, left: 0, right: columns - 1 };
}
