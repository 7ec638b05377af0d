import type { Session } from "../../session";
import { completionTables } from "../../session";
import { useSession } from "../shell/workbench-context";

export interface ReadableTable {
  readonly name: string;
  /** null while nobody knows them: a cell that has not run. */
  readonly columns: readonly string[] | null;
}

/** What can be read by name: loaded tables, files that the notebook waits for, and named SQL cells. */
export function readableTables(session: Session): readonly ReadableTable[] {
  const known = new Map<string, ReadableTable>();
  const add = (name: string, columns: readonly { name: string }[]) => {
    const names = columns.length ? columns.map((column) => column.name) : null;
    if (!known.get(name)?.columns) known.set(name, { name, columns: names });
  };
  for (const { name, columns } of completionTables(session)) add(name, columns);
  for (const { table, columns } of session.notebook.data) add(table, columns);
  return [...known.values()];
}

export function useReadableTables(): readonly ReadableTable[] {
  return readableTables(useSession((session) => session));
}
