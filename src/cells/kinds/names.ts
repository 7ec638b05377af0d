import { isFault, namesRead, readTemplate, statementKind, statements } from "../../engine";
import type { Cell, InputCell, MarkdownCell, SqlCell, TypescriptCell } from "../model";
import { tablesOf } from "./analysis";
import { codeOf, templateOf } from "./code";

/** Names a cell gives to others: relations and values are one world, whoever makes them. */
export function definedNames(cell: Cell): readonly string[] {
  switch (cell.kind) {
    case "sql":
    case "input":
      return cell.name ? [cell.name] : [];
    case "typescript": {
      const code = codeOf(cell);
      return isFault(code) ? [] : code.defines;
    }
    case "markdown":
    case "analysis":
    case "foreign":
      return [];
  }
}

/** Names a cell reads, whether they exist or not. */
export function readNames(cell: Cell): readonly string[] {
  switch (cell.kind) {
    case "sql":
      return [...namesRead(cell.source), ...namesInHoles(cell)];
    case "markdown":
      return namesInHoles(cell);
    case "typescript": {
      const code = codeOf(cell);
      return isFault(code) ? [] : [...code.reads, ...code.relations];
    }
    case "analysis":
      return tablesOf(cell);
    case "input":
      return namesOfOptions(cell);
    case "foreign":
      return [];
  }
}

/** Those of the names that SQL reads, in its own text or asked by code: they have to be tables. */
export function relationsIn(cell: SqlCell | MarkdownCell | TypescriptCell): readonly string[] {
  if (cell.kind === "typescript") {
    const code = codeOf(cell);
    return isFault(code) ? [] : code.relations;
  }
  const inHoles = templateOf(cell).holes.flatMap(({ code }) => (isFault(code) ? [] : code.relations));
  return [...(cell.kind === "sql" ? namesRead(cell.source) : []), ...inHoles];
}

/** An input whose choices come from a table has nothing to offer before that is there. */
function namesOfOptions({ control }: InputCell): readonly string[] {
  if (control.form === "column") return control.table ? [control.table] : [];
  const asks =
    (control.form === "select" || control.form === "multi-select") && control.options.from === "query";
  if (!asks) return [];
  const { holes } = readTemplate(control.options.sql, "sql");
  return [...namesRead(control.options.sql), ...holes.flatMap(({ name }) => name ?? [])];
}

function namesInHoles(cell: SqlCell | MarkdownCell): readonly string[] {
  return templateOf(cell).holes.flatMap(({ code }) =>
    isFault(code) ? [] : [...code.reads, ...code.relations],
  );
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
