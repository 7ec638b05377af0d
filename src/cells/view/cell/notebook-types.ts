import { useEffect, useSyncExternalStore } from "react";
import { typeOfInput } from "../../kinds";
import type { Cell, MarkdownCell, SqlCell } from "../../model";
import { columnsOf, type Session } from "../../session";
import type { CodeMarker, NotebookDescription } from "../editor";
import type * as NotebookTypes from "../editor/notebook-types";
import { useWorkbench } from "../shell/workbench-context";

const none: readonly CodeMarker[] = [];
const problems = new Map<string, readonly CodeMarker[]>();
const listeners = new Set<() => void>();

/** Tells the editor what the notebook's code can read, whenever that changes, and hears what it finds wrong. */
export function useNotebookTypes(): void {
  const { session, subscribe } = useWorkbench();
  useEffect(() => {
    let seen: Session | null = null;
    let editor: typeof NotebookTypes | null = null;
    let ends = false;
    let stop = () => {};
    const load = async () => {
      const loaded = await import("../editor/notebook-types");
      if (ends) return;
      editor = loaded;
      stop = loaded.onProblems((cell, markers) => {
        problems.set(cell, markers);
        for (const listener of listeners) listener();
      });
      loaded.describeNotebook(described(session()));
    };
    const look = () => {
      const now = session();
      if (seen && !isOther(seen, now)) return;
      seen = now;
      if (editor) editor.describeNotebook(described(now));
      else if (hasCode(now)) void load();
    };
    look();
    const leave = subscribe(look);
    return () => {
      ends = true;
      leave();
      stop();
    };
  }, [session, subscribe]);
}

/** What TypeScript finds wrong in a cell, before anything runs. */
export function useProblems(cell: string): readonly CodeMarker[] {
  return useSyncExternalStore(listen, () => problems.get(cell) ?? none);
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function isOther(before: Session, now: Session): boolean {
  return (
    before.notebook.cells !== now.notebook.cells ||
    before.tables !== now.tables ||
    before.runs !== now.runs ||
    before.ahead !== now.ahead
  );
}

function hasCode({ notebook }: Session): boolean {
  return notebook.cells.some(
    (cell) => cell.kind === "typescript" || (hasText(cell) && cell.source.includes("${")),
  );
}

/** Text of another language that may have code in `${…}`. */
function hasText(cell: Cell): cell is SqlCell | MarkdownCell {
  return cell.kind === "sql" || cell.kind === "markdown";
}

function described(session: Session): NotebookDescription {
  const { id, cells } = session.notebook;
  const tables = Object.values(session.tables).map(({ loaded }) => ({
    name: loaded.name,
    columns: loaded.columns,
  }));
  const results = cells.flatMap((cell) =>
    cell.kind === "sql" && cell.name
      ? [{ name: cell.name, columns: columnsOf(session, cell), cell: cell.id }]
      : [],
  );
  return {
    notebook: id,
    cells: cells.flatMap((cell) =>
      cell.kind === "typescript" || hasText(cell)
        ? [{ id: cell.id, text: cell.source, language: cell.kind }]
        : [],
    ),
    relations: [...tables, ...results],
    values: cells.flatMap((cell) =>
      cell.kind === "input" && cell.name ? [{ name: cell.name, ...typeOfInput(cell), cell: cell.id }] : [],
    ),
  };
}
