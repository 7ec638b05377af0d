import type { Cell } from "../../model";

/** A line of the outline: a heading of a text, or a cell. */
export interface Entry {
  readonly cell: Cell;
  readonly place: number;
  /** null for a cell, which stands below the heading before it. */
  readonly heading: string | null;
  /** 1 for the outermost. */
  readonly level: number;
}

export function contentsOf(cells: readonly Cell[]): readonly Entry[] {
  let level = 0;
  return cells.flatMap((cell, place): Entry[] => {
    if (cell.kind !== "markdown") return [{ cell, place, heading: null, level: level + 1 }];
    return headingsIn(cell.source).map(({ text, depth }) => {
      level = depth;
      return { cell, place, heading: text, level: depth };
    });
  });
}

/** Headings of a Markdown text, without its marks; what stands in fenced code is none. */
export function headingsIn(source: string): readonly { readonly text: string; readonly depth: number }[] {
  let fence: string | null = null;
  return source.split(/\r\n|\r|\n/).flatMap((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark) {
      if (fence === null) fence = mark;
      else if (mark.startsWith(fence)) fence = null;
      return [];
    }
    const found = fence === null ? /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#*)?[ \t]*$/.exec(line) : null;
    const text = found ? plain(found[2] ?? "") : "";
    return found && text ? [{ text, depth: found[1]!.length }] : [];
  });
}

function plain(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/(\*\*|__|\*|~~|`)/g, "")
    .trim();
}
