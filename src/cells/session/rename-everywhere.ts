import { analysisById } from "../../analyses";
import { folded, renamedRead } from "../../engine";
import { definedNames } from "../kinds";
import { validInputName, validRelationName, type Cell, type InputCell, type Notebook } from "../model";

/** The cells under the new name, or why it cannot be: `in` is the cell that cannot take it. */
export type RenamedNotebook =
  | { readonly notebook: Notebook }
  | { readonly problem: "nothing" | "no-name" | "taken" }
  | { readonly problem: "means-another"; readonly in: string };

/**
 * The name of an SQL cell or an input, and with it everything that reads it: relations of SQL, also in sql`…` and table("…"),
 * values in code and in `${…}`, tables that analyses and inputs were given. What the columns of its result mean goes along.
 */
export function renamedEverywhere(
  notebook: Notebook,
  tables: readonly string[],
  id: string,
  to: string,
): RenamedNotebook {
  const cell = notebook.cells.find((one) => one.id === id);
  if (!cell || (cell.kind !== "sql" && cell.kind !== "input")) return { problem: "nothing" };
  if ((cell.kind === "input" ? validInputName : validRelationName)(to) !== "ok")
    return { problem: "no-name" };
  const isOf = (name: string) => (other: string) => folded(other) === folded(name);
  const others = [
    ...tables,
    ...notebook.cells.filter((one) => one.id !== id).flatMap((one) => [...definedNames(one)]),
  ];
  // Whose readers they are cannot be told where two have the name.
  if (others.some(isOf(to)) || (cell.name && others.some(isOf(cell.name)))) return { problem: "taken" };
  const cells: Cell[] = [];
  for (const one of notebook.cells) {
    const next = cell.name ? withReads(one, cell.name, to) : one;
    if (!next) return { problem: "means-another", in: one.id };
    cells.push(one.id === id ? ({ ...next, name: to } as Cell) : next);
  }
  const slot = notebook.data.find(({ table, fileName }) => !fileName && isOf(cell.name)(table));
  const isKnown = notebook.data.some(({ table }) => isOf(to)(table));
  // The old one stays for the way back.
  const data = slot && !isKnown ? [...notebook.data, { ...slot, table: to }] : notebook.data;
  return { notebook: { ...notebook, cells, data } };
}

/** The cell as it reads the new name; null where that would mean something else. The same cell where it does not read it. */
export function withReads(cell: Cell, from: string, to: string): Cell | null {
  switch (cell.kind) {
    case "sql":
    case "markdown":
    case "typescript": {
      const source = renamedRead(cell.source, cell.kind, from, to);
      return source === null ? null : source === cell.source ? cell : { ...cell, source };
    }
    case "analysis": {
      const specs = analysisById(cell.analysis)?.params ?? {};
      const given = Object.entries(cell.params).filter(
        ([key, value]) => specs[key]?.type === "table" && isName(value, from),
      );
      const own = isName(cell.table, from);
      if (!own && !given.length) return cell;
      const params = { ...cell.params, ...Object.fromEntries(given.map(([key]) => [key, to])) };
      return { ...cell, table: own ? to : cell.table, params: given.length ? params : cell.params };
    }
    case "input":
      return withReadsOfInput(cell, from, to);
    case "foreign":
      return cell;
  }
}

function withReadsOfInput(cell: InputCell, from: string, to: string): InputCell | null {
  const { control, value } = cell;
  if (control.form === "column" && isName(control.table, from))
    return { ...cell, control: { ...control, table: to } };
  if (control.form === "table" && isName(value, from)) return { ...cell, value: to };
  const isList = control.form === "select" || control.form === "multi-select";
  if (!isList || control.options.from !== "query") return cell;
  const sql = renamedRead(control.options.sql, "sql", from, to);
  if (sql === null) return null;
  if (sql === control.options.sql) return cell;
  return { ...cell, control: { ...control, options: { from: "query", sql } } };
}

function isName(value: unknown, name: string): boolean {
  return typeof value === "string" && folded(value) === folded(name);
}
