import { folded } from "../../../engine";
import type { Session } from "../../session";
import { useSession } from "../shell/workbench-context";

/** Loaded tables, files that the notebook waits for, and named cells whose result can be asked about like a table. */
export function useTableNames(): readonly string[] {
  const slots = useSession((session) => session.notebook.data);
  const cells = useSession((session) => session.notebook.cells);
  return tableNames({ data: slots, cells });
}

export function tableNames({ data, cells }: Pick<Session["notebook"], "data" | "cells">): readonly string[] {
  const named = cells.flatMap((cell) => (cell.kind === "sql" && cell.name ? [cell.name] : []));
  const all = [...data.map((slot) => slot.table), ...named];
  // A cell whose columns have a meaning stands in both lists.
  return all.filter((name, i) => all.findIndex((other) => folded(other) === folded(name)) === i);
}
