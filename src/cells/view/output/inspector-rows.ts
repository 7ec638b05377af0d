import type { Inspected } from "../../../engine";
import { isComposite, isLong } from "../../kinds/inspected-text";

/** What is open, and what was fetched in place of a value that had been cut; by path. */
export interface Opened {
  readonly open: ReadonlySet<string>;
  readonly fetched: ReadonlyMap<string, Inspected>;
}

export type InspectorRow = ValueRow | MoreRow;

export interface ValueRow {
  readonly row: "value";
  /** Numbers of entries from the root, "0.3.1". */
  readonly path: string;
  readonly level: number;
  readonly key: string | Inspected | null;
  readonly value: Inspected;
  /** null: there is nothing to open. */
  readonly isOpen: boolean | null;
}

/** Stands for the entries that are not here. */
export interface MoreRow {
  readonly row: "more";
  readonly path: string;
  readonly level: number;
  readonly count: number;
  /** null: they cannot be had. */
  readonly owner: { readonly path: string; readonly ref: number } | null;
}

/** More of one value is for a table or a query. */
const mostEntries = 5_000;

/** The rows that are to be seen, from top to bottom. */
export function inspectorRows(root: Inspected, opened: Opened): InspectorRow[] {
  const rows: InspectorRow[] = [];
  const add = (given: Inspected, key: ValueRow["key"], path: string, level: number): void => {
    const value = opened.fetched.get(path) ?? given;
    const isOpen = canOpen(value) ? opened.open.has(path) : null;
    rows.push({ row: "value", path, level, key, value, isOpen });
    if (!isOpen || !isComposite(value)) return;
    const shown = value.entries.slice(0, mostEntries);
    shown.forEach((entry, i) => add(entry.value, entry.key, `${path}.${i}`, level + 1));
    const count = value.size - shown.length;
    // What was fetched and is still not whole will not become so by asking again.
    const isFinal =
      opened.fetched.has(path) && isComposite(given) && given.entries.length >= value.entries.length;
    const isFull = shown.length >= mostEntries;
    const owner = value.ref === null || isFinal || isFull ? null : { path, ref: value.ref };
    if (count > 0) rows.push({ row: "more", path: `${path}.more`, level: level + 1, count, owner });
  };
  add(root, null, "0", 1);
  return rows;
}

function canOpen(value: Inspected): boolean {
  return isComposite(value) ? value.size > 0 : isLong(value);
}

/** The row that a key leads to; null when the key is not for the tree. */
export function rowAfter(rows: readonly InspectorRow[], at: number, key: string): number | null {
  const level = rows[at]?.level ?? 1;
  switch (key) {
    case "ArrowDown":
      return Math.min(at + 1, rows.length - 1);
    case "ArrowUp":
      return Math.max(at - 1, 0);
    case "Home":
      return 0;
    case "End":
      return rows.length - 1;
    case "ArrowLeft":
      return Math.max(
        0,
        rows.slice(0, at).findLastIndex((row) => row.level < level),
      );
    default:
      return null;
  }
}
