import {
  compileCell,
  isFault,
  readTemplate,
  placeAt,
  remembered,
  tokens,
  type CodeFault,
  type CompiledCell,
  type Template,
} from "../../engine";
import type { Cell, MarkdownCell, SqlCell, TypescriptCell } from "../model";
import type { CellError } from "./output";

// The graph asks on every key; only the cell that is being written has a new text.
const compiled = remembered(compileCell);
const template = remembered(readTemplate);

/** What a TypeScript cell's text says; nothing of it runs here. */
export function codeOf(cell: TypescriptCell): CompiledCell | CodeFault {
  return compiled(cell.source);
}

/** The text of an SQL or Markdown cell with its `${…}` told apart. */
export function templateOf(cell: SqlCell | MarkdownCell): Template {
  return template(cell.source, cell.kind);
}

/** Where `${…}` stands inside quotes of SQL: a text like any other there, and surely meant as a value. */
export function quotedHoles(source: string): readonly { readonly line: number; readonly column: number }[] {
  return tokens(source)
    .filter(({ kind }) => kind === "string" || kind === "quoted-name")
    .flatMap(({ text, start }) => {
      const at = text.search(/\$\{[^}]+\}/);
      return at < 0 ? [] : [placeAt(source, start + at)];
    });
}

/** The first hole of a cell that is no expression. */
export function holeFault(cell: SqlCell | MarkdownCell): CellError | null {
  const fault = templateOf(cell)
    .holes.map((hole) => hole.code)
    .find(isFault);
  return fault ? faultAsError(fault) : null;
}

export function faultAsError({ code, message, place, values }: CodeFault): CellError {
  return { code: `code-${code}`, message, place, values };
}

/** A cell whose text uses the width of the page, so that it runs again when that changes. */
export function readsWidth(cell: Cell): boolean {
  return scopeOf(cell).includes("width");
}

/** A cell whose code asks analyses: it reads what the columns mean, and on which day a week begins. */
export function asksAnalyses(cell: Cell): boolean {
  return scopeOf(cell).includes("analyse");
}

/** What the code of a cell, or in its holes, uses of what every cell has. */
function scopeOf(cell: Cell): readonly string[] {
  if (cell.kind === "typescript") return scopeIn(codeOf(cell));
  if (cell.kind !== "sql" && cell.kind !== "markdown") return [];
  return templateOf(cell).holes.flatMap(({ code }) => scopeIn(code));
}

function scopeIn(code: Pick<CompiledCell, "scope"> | CodeFault): readonly string[] {
  return isFault(code) ? [] : code.scope;
}

/** Prose with live values in it runs; prose without is only read. */
export function hasHoles(cell: SqlCell | MarkdownCell): boolean {
  return templateOf(cell).holes.length > 0;
}
