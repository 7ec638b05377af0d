import { anyActivity, guessRoles } from "../../analyses";
import { folded } from "../../engine";
import { tablesOf, type CellOutput } from "../kinds";
import type { AnalysisCell, Cell, DataSlot, Notebook } from "../model";
import type { Session } from "./session";

/** A cell's result as a data set: analyses read it like a loaded table, and its columns have a meaning too. */
export function withCellSlot(session: Session, table: string): Session {
  const known = session.notebook.data.some((slot) => folded(slot.table) === folded(table));
  const cell = session.notebook.cells.find((one) => one.kind === "sql" && folded(one.name) === folded(table));
  const output = cell && session.runs[cell.id]?.output;
  if (known || !cell || output?.form !== "table") return session;
  return withSlot(session, cell.name, output);
}

function withSlot(
  session: Session,
  table: string,
  { columns, rowCount }: Extract<CellOutput, { form: "table" }>,
): Session {
  const slot: DataSlot = {
    table,
    fileName: "",
    bytes: 0,
    rowCount,
    columns,
    roles: guessRoles(columns),
    rule: anyActivity,
    endIsLastPaidDay: true,
    plan: null,
  };
  return withData(session, [...session.notebook.data, slot]);
}

/** An analysis names this cell, which had not run when it was chosen. */
function isAskedAbout({ notebook }: Session, name: string): boolean {
  const isName = (table: string) => folded(table) === folded(name);
  return (
    !notebook.data.some((slot) => isName(slot.table)) &&
    notebook.cells.some((one) => one.kind === "analysis" && tablesOf(one).some(isName))
  );
}

/** The same for every table that the parameters of an analysis name. */
export function withSlotsOf(session: Session, id: string, params: AnalysisCell["params"]): Session {
  const cell = session.notebook.cells.find((one) => one.id === id);
  if (cell?.kind !== "analysis") return session;
  return tablesOf({ ...cell, params }).reduce(withCellSlot, session);
}

/** After a run the columns may be others; roles that name a column which is gone are open again. */
export function withFreshSlot(session: Session, cell: Cell, output: CellOutput): Session {
  if (cell.kind !== "sql" || !cell.name || output.form !== "table") return session;
  const { columns, rowCount } = output;
  if (isAskedAbout(session, cell.name)) return withSlot(session, cell.name, output);
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
