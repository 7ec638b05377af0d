/**
 * A cell's TypeScript as something that can be run, and what it gives to and takes from others. Nothing runs here.
 *
 * `body` is the body of an async function: types are gone, lines are still 1:1 with the cell's text. It calls three names
 * that its surroundings give it: `__result(value)` with the value of a last expression statement, `__define({ a, b })`
 * with everything in `defines` at its end, and `__view("name", element)` for `const name = view(element)`.
 */
export interface CompiledCell {
  readonly body: string;
  /** Top-level values (`const`, `let`, `var`, function, class, enum, destructured), in order. Never a type. */
  readonly defines: readonly string[];
  /** Those of `defines` that come from `const name = view(…)`: their value changes without a run. */
  readonly views: readonly string[];
  /** Free names that neither the language nor `scopeNames` has: values of other cells. */
  readonly reads: readonly string[];
  /** Names of `scopeNames` it uses; a cell that uses `width` runs again when the page changes its width. */
  readonly scope: readonly string[];
  /** Relations it reads: in sql`…`, table("…") and `table: "…"` of analyse(…), where they are written out. */
  readonly relations: readonly string[];
}

/** Why a text cannot be run. Lines and columns begin at 1. */
export interface CodeFault {
  readonly code: "syntax" | "import" | "export" | "reserved-name" | "assigns-foreign" | "double-name";
  readonly message: string;
  readonly place: { readonly line: number; readonly column: number };
  /** What the hint shows: the module of an import, the name. */
  readonly values: Readonly<Record<string, string>>;
}

/** Everything a cell can use without anybody defining it; cells cannot define these names. */
export const scopeNames = [
  "Plot",
  "d3",
  "sql",
  "table",
  "html",
  "svg",
  "md",
  "analyse",
  "display",
  "view",
  "invalidation",
  "width",
  "random",
] as const;

/** A text with `${expression}` in it (SQL, Markdown): the parts between, and the expressions with their place. */
export interface Template {
  /** One more than `holes`. */
  readonly parts: readonly string[];
  readonly holes: readonly TemplateHole[];
}

export interface TemplateHole {
  /** What stands between `${` and `}`. */
  readonly text: string;
  /** Offset of the `$` and of the place after the `}` in the whole text. */
  readonly start: number;
  readonly end: number;
  /** The hole is nothing but this name, and the name is one that a cell could define: not `NaN`, not `width`. */
  readonly name: string | null;
  /** As an expression body (`return (…)`), or why it is none. */
  readonly code: Pick<CompiledCell, "body" | "reads" | "scope" | "relations"> | CodeFault;
}
