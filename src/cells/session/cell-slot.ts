import { anyActivity, guessRoles } from "../../analyses";
import { folded } from "../../engine";
import type { CellOutput } from "../kinds";
import type { Cell, DataSlot, Notebook } from "../model";
import type { Session } from "./session";

/** A cell's result as a data set: analyses read it like a loaded table, and its columns have a meaning too. */
export function withCellSlot(session: Session, table: string): Session {
  const known = session.notebook.data.some((slot) => folded(slot.table) === folded(table));
  const cell = session.notebook.cells.find((one) => one.kind === "sql" && folded(one.name) === folded(table));
  const output = cell && session.runs[cell.id]?.output;
  if (known || !cell || output?.form !== "table") return session;
  const slot: DataSlot = {
    table: cell.name,
    fileName: "",
    bytes: 0,
    rowCount: output.rowCount,
    columns: output.columns,
    roles: guessRoles(output.columns),
    rule: anyActivity,
    endIsLastPaidDay: true,
    options: null,
  };
  return withData(session, [...session.notebook.data, slot]);
}

/** After a run the columns may be others; roles that name a column which is gone are open again. */
export function withFreshSlot(session: Session, cell: Cell, output: CellOutput): Session {
  if (cell.kind !== "sql" || !cell.name || output.form !== "table") return session;
  const { columns, rowCount } = output;
  const names = new Set(columns.map((column) => column.name));
  const data = session.notebook.data.map((slot) => {
    if (slot.fileName || folded(slot.table) !== folded(cell.name)) return slot;
    const kept = Object.fromEntries(Object.entries(slot.roles).filter(([, column]) => names.has(column)));
    return { ...slot, columns, rowCount, roles: { ...guessRoles(columns), ...kept } };
  });
  return data.some((slot, i) => slot !== session.notebook.data[i]) ? withData(session, data) : session;
}

function withData(session: Session, data: Notebook["data"]): Session {
  return { ...session, notebook: { ...session.notebook, data } };
}
