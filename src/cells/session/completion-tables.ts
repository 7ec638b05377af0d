import { isFault } from "../../engine";
import { codeOf, typeOfInput } from "../kinds";
import { columnsOf } from "./columns-ahead";
import type { Session } from "./session";

/** Everything SQL may read, with columns: loaded tables, and named cells as far as their columns are known. */
export function completionTables(session: Session) {
  const tables = Object.values(session.tables).map(({ loaded }) => ({
    name: loaded.name,
    columns: loaded.columns,
  }));
  const cells = session.notebook.cells.flatMap((cell) =>
    cell.kind === "sql" && cell.name ? [{ name: cell.name, columns: columnsOf(session, cell) ?? [] }] : [],
  );
  return [...tables, ...cells];
}

/** What may stand in `${…}`: inputs with their types, and names that code defines. */
export function completionValues(
  session: Session,
): readonly { readonly name: string; readonly type: string }[] {
  return session.notebook.cells.flatMap((cell) => {
    if (cell.kind === "input" && cell.name) return [{ name: cell.name, type: typeOfInput(cell).type }];
    if (cell.kind !== "typescript") return [];
    const code = codeOf(cell);
    return isFault(code) ? [] : code.defines.map((name) => ({ name, type: "" }));
  });
}
