import type { Column } from "../../data/table";
import type { Batches } from "../batches";
import type { cellTexts } from "../text/cell-texts";

const [narrowest, widest] = [8, 60];
const looked = 200;

/** `<col>` elements: room for the names and for the first rows, in widths of a digit. */
export function columnWidths(
  columns: readonly Column[],
  readers: readonly ReturnType<typeof cellTexts>[],
  { batches: [first], fields }: Batches,
): string {
  return columns
    .map(({ name }, c) => {
      const texts = first ? readers[c]!(first.columns[c]!, fields[c]!) : () => null;
      let width = name.length;
      for (let row = 0; row < Math.min(looked, first?.rowCount ?? 0); row++)
        width = Math.max(width, texts(row)?.length ?? 0);
      const shown = Math.min(widest, Math.max(narrowest, width)) + 2;
      return `<col min="${c + 1}" max="${c + 1}" width="${shown}" customWidth="1"/>`;
    })
    .join("");
}
