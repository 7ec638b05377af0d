import type { Session } from "./session";

/** Everything SQL may read, with columns: loaded tables, and named cells that have run. */
export function completionTables(session: Session) {
  const tables = Object.values(session.tables).map(({ loaded }) => ({
    name: loaded.name,
    columns: loaded.columns,
  }));
  const cells = session.notebook.cells.flatMap((cell) => {
    const output = session.runs[cell.id]?.output;
    return cell.kind === "sql" && cell.name
      ? [{ name: cell.name, columns: output?.form === "table" ? output.columns : [] }]
      : [];
  });
  return [...tables, ...cells];
}
