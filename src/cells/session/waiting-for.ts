import { folded, type Shape } from "../../engine";
import type { DataSlot } from "../model";
import type { Session } from "./session";

/** The one table that waits for its rows; null where none does, or several: then only a name or a person can tell. */
export function onlyWaiting({ notebook, tables, loads }: Session): DataSlot | null {
  const waiting = notebook.data.filter(({ table, fileName }) => {
    const isComing = loads.some((load) => !load.error && folded(load.table) === folded(table));
    return fileName !== "" && !tables[table] && !isComing;
  });
  return waiting.length === 1 ? waiting[0]! : null;
}

/** Whether a file under another name, next month's or the same one renamed, has just the columns that a table waits for. */
export function hasItsColumns({ columns, plan }: DataSlot, { headers }: Shape): boolean {
  // A member of an archive, and a table of many files, are more than columns.
  if (plan?.entry != null || plan?.joined) return false;
  const wanted = plan ? plan.columns.map(({ header }) => header) : columns.map(({ name }) => name);
  const [one, other] = [wanted, headers].map((names) => names.map((name) => folded(name.trim())).toSorted());
  return one!.some(Boolean) && JSON.stringify(one) === JSON.stringify(other);
}
