import type { Cell, MarkdownCell, TextKind } from "../model";

export type TextCell = Extract<Cell, { kind: TextKind }>;

export function isTextCell(cell: Cell | undefined): cell is TextCell {
  return cell?.kind === "sql" || cell?.kind === "markdown" || cell?.kind === "typescript";
}

/** Texts of one kind, all on or all off, whose attached pictures do not go by the same name. */
export function canMerge(cells: readonly Cell[]): boolean {
  const [first, ...others] = cells;
  if (!isTextCell(first) || others.length === 0) return false;
  return (
    others.every((cell) => cell.kind === first.kind && cell.disabled === first.disabled) &&
    !pictureClash(cells)
  );
}

/** The first cell with all texts, a blank line between two; its name and id stay. null: they cannot be one. */
export function mergedCell(cells: readonly Cell[]): TextCell | null {
  if (!canMerge(cells)) return null;
  const texts = cells.filter(isTextCell);
  const source = texts
    .map((cell) => cell.source.replace(/^\n+|\n+$/g, ""))
    .filter((text) => text !== "")
    .join("\n\n");
  const merged = { ...texts[0]!, source, name: texts.find(({ name }) => name)?.name ?? "" };
  if (merged.kind !== "markdown") return merged;
  const attachments = Object.assign({}, ...texts.map((cell) => (cell as MarkdownCell).attachments)) as object;
  return Object.keys(attachments).length ? { ...merged, attachments: { ...attachments } } : merged;
}

/**
 * The text before the place stays with the cell, its name too; the rest begins a new cell under `id`. A blank line at the cut goes.
 * null where there is no such place.
 */
export function splitCell(cell: Cell, at: number, id: string): readonly [TextCell, TextCell] | null {
  if (!isTextCell(cell) || at < 0 || at > cell.source.length) return null;
  const before = cell.source.slice(0, at).replace(/\n+$/, "");
  const after = cell.source.slice(at).replace(/^\n+/, "");
  return [
    { ...cell, source: before },
    // Pictures are in both: either text may show them.
    { ...cell, id, name: "", source: after, saved: null },
  ];
}

function pictureClash(cells: readonly Cell[]): boolean {
  const seen = new Map<string, string>();
  return cells.some((cell) =>
    Object.entries((cell.kind === "markdown" && cell.attachments) || {}).some(([name, picture]) => {
      const text = JSON.stringify(picture);
      const other = seen.get(name);
      seen.set(name, text);
      return other !== undefined && other !== text;
    }),
  );
}
