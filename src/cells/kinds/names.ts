import { namesRead, statementKind, statements } from "../../engine";
import type { Cell } from "../model";

/** Relations a cell gives to others. */
export function definedNames(cell: Cell): readonly string[] {
  return cell.kind === "sql" && cell.name ? [cell.name] : [];
}

/** Relations a cell reads, whether they exist or not. */
export function readNames(cell: Cell): readonly string[] {
  switch (cell.kind) {
    case "sql":
      return namesRead(cell.source);
    case "analysis":
      return cell.table ? [cell.table] : [];
    case "markdown":
    case "typescript":
    case "input":
    case "foreign":
      return [];
  }
}

/** The one query of an SQL cell, or the word that makes it something else. */
export function queryOf(source: string): { query: string; line: number } | { refused: string } | null {
  const parts = statements(source);
  const first = parts[0];
  if (!first) return null;
  if (parts.length > 1) return { refused: ";" };
  const kind = statementKind(first.text);
  if (deeds.has(kind)) return { refused: kind.toUpperCase() };
  return { query: first.text, line: source.slice(0, first.start).split("\n").length };
}

// A word that is none of these is a slip of the pen: DuckDB says where. It cannot do harm, because the text only
// ever stands behind `create table … as`.
const deeds = new Set(
  `abort alter analyze attach begin call checkpoint comment commit copy create deallocate delete detach drop execute
  export grant import insert install load merge pragma prepare reset revoke rollback set start truncate update use
  vacuum`.split(/\s+/),
);
