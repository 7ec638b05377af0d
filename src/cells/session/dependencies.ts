import { errorsOf, folded, link, type GraphError, type GraphNode, type Linked } from "../../engine";
import { definedNames, readNames, type CellError } from "../kinds";
import type { Cell } from "../model";
import { runOf, type Session } from "./session";

/** Tables are nodes too: they define a name and read nothing. Their ids cannot meet a cell's, which has no colon. */
export function dependencies(session: Session): Linked {
  const tables = Object.keys(session.tables).map((table): GraphNode => ({
    id: tableNode(table),
    label: table,
    defines: [table],
    reads: [],
  }));
  const cells = session.notebook.cells.map((cell, i): GraphNode => ({
    id: cell.id,
    label: labelOf(cell, i),
    defines: definedNames(cell),
    reads: readNames(cell),
  }));
  return link([...tables, ...cells]);
}

export function tableNode(table: string): string {
  return `table:${table}`;
}

/** How a message names a cell: by its name, else by its place. */
export function labelOf(cell: Cell, index: number): string {
  return cell.name || `#${index + 1}`;
}

/** What is wrong with a cell's names, before anything runs. */
export function nameError(linked: Linked, cell: Cell, session: Session): CellError | null {
  const errors = errorsOf(linked, cell.id).map((error) => asCellError(error, cell, session));
  return errors.find((error) => error !== null) ?? null;
}

function asCellError(error: GraphError, cell: Cell, session: Session): CellError | null {
  switch (error.kind) {
    case "duplicate-name": {
      const cells = error.nodes.map((node) => placedLabel(node, session)).join(", ");
      return {
        code: "duplicate-name",
        message: `duplicate name: ${error.name}`,
        values: { name: error.name, cells },
      };
    }
    case "circle": {
      const cells = error.nodes.map((node) => node.label).join(" → ");
      return { code: "circle", message: `circle: ${cells}`, values: { cells } };
    }
    case "missing-name": {
      const slot = session.notebook.data.find((one) => folded(one.table) === folded(error.name));
      if (slot?.fileName) {
        const values = { table: slot.table, file: slot.fileName };
        return { code: "missing-data", message: `missing data: ${slot.table}`, values };
      }
      // DuckDB has relations of its own (duckdb_tables, …): for SQL it has the last word.
      if (cell.kind === "sql") return null;
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

/** Does the cell's relation stand in DuckDB, so that others can read it? */
export function isHeld(session: Session, node: string): boolean {
  return node.startsWith("table:") || runOf(session, node).held;
}
