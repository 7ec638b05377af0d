import { errorsOf, folded, link, type GraphError, type GraphNode, type Linked } from "../../engine";
import { definedNames, holeFault, readNames, type CellError } from "../kinds";
import type { Cell } from "../model";
import { runOf, type Session } from "./session";

/**
 * Who reads whom in the notebook as it is now. Tables are nodes too: they define a name and read nothing. Their ids cannot
 * meet a cell's, which has no colon. Asked for many times between two changes, so the answer is remembered.
 */
export function dependencies({ notebook, tables }: Session): Linked {
  const known = linkedBefore.get(notebook.cells);
  if (known?.tables === tables) return known.linked;
  const picked = pickedTables(notebook.cells);
  const nodes = Object.keys(tables).map((table): GraphNode => ({
    id: tableNode(table),
    label: table,
    defines: [table],
    reads: [],
  }));
  const cells = notebook.cells.map((cell, i): GraphNode => {
    const { defines, reads } = namesOf(cell);
    const alsoReads = reads.flatMap((name) => picked.get(folded(name)) ?? []);
    return { id: cell.id, label: labelOf(cell, i), defines, reads: [...reads, ...alsoReads] };
  });
  const linked = link([...nodes, ...cells]);
  linkedBefore.set(notebook.cells, { tables, linked });
  return linked;
}

const linkedBefore = new WeakMap<readonly Cell[], { tables: Session["tables"]; linked: Linked }>();
const namesBefore = new WeakMap<Cell, { defines: readonly string[]; reads: readonly string[] }>();

/** A cell is never changed, only replaced: its names are found once. */
function namesOf(cell: Cell) {
  const known = namesBefore.get(cell) ?? { defines: definedNames(cell), reads: readNames(cell) };
  namesBefore.set(cell, known);
  return known;
}

/** Who reads the name of a table picker reads the table that is picked. */
function pickedTables(cells: readonly Cell[]): ReadonlyMap<string, string> {
  return new Map(
    cells.flatMap((cell) =>
      cell.kind === "input" && cell.control.form === "table" && typeof cell.value === "string" && cell.name
        ? [[folded(cell.name), cell.value] as const]
        : [],
    ),
  );
}

export function tableNode(table: string): string {
  return `table:${table}`;
}

/** Cells that read a table by its name. */
export function readersOf(session: Session, table: string): readonly string[] {
  return dependencies(session).outputs.get(tableNode(table)) ?? [];
}

/** How a message names a cell: by its name, else by its place. */
export function labelOf(cell: Cell, index: number): string {
  const isNamed = cell.kind !== "typescript" && cell.kind !== "markdown";
  return (isNamed && cell.name) || `#${index + 1}`;
}

/** What is wrong with a cell's names, before anything runs. */
export function nameError(linked: Linked, cell: Cell, session: Session): CellError | null {
  const errors = errorsOf(linked, cell.id).map((error) => asCellError(error, cell, session));
  const own = cell.kind === "sql" || cell.kind === "markdown" ? holeFault(cell) : null;
  return errors.find((error) => error !== null) ?? own;
}

function asCellError(error: GraphError, cell: Cell, session: Session): CellError | null {
  switch (error.kind) {
    case "duplicate-name": {
      const cells = error.nodes.map((node) => placedLabel(node, session)).join(", ");
      return {
        code: "duplicate-name",
        message: `duplicate name: ${error.name}`,
        values: { name: error.name, cells, nodes: idsOf(error.nodes) },
      };
    }
    case "circle": {
      const cells = error.nodes.map((node) => node.label).join(" → ");
      return { code: "circle", message: `circle: ${cells}`, values: { cells, nodes: idsOf(error.nodes) } };
    }
    case "missing-name": {
      const slot = session.notebook.data.find((one) => folded(one.table) === folded(error.name));
      if (slot?.fileName) {
        const values = { table: slot.table, file: slot.fileName };
        return { code: "missing-data", message: `missing data: ${slot.table}`, values };
      }
      // DuckDB has relations of its own (duckdb_tables, …) and JavaScript more names than anyone lists: they have the last word.
      if (cell.kind !== "analysis") return null;
      const values = { name: error.name, candidates: error.candidates.join(", ") };
      return { code: "missing-table", message: `missing table: ${error.name}`, values };
    }
  }
}

// Two cells of the same name can only be told apart by their place.
function placedLabel({ id, label }: GraphNode, session: Session): string {
  const index = session.notebook.cells.findIndex((cell) => cell.id === id);
  return index < 0 ? label : `${label} (#${index + 1})`;
}

/** Does what the cell defines stand ready, in DuckDB or in the sandbox, so that others can read it? */
export function isHeld(session: Session, node: string): boolean {
  if (node.startsWith("table:")) return true;
  const cell = session.notebook.cells.find((one) => one.id === node);
  return cell?.kind === "input" || runOf(session, node).held;
}

function idsOf(nodes: readonly GraphNode[]): string {
  return nodes.map((node) => node.id).join(",");
}
