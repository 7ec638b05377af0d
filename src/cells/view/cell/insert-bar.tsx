import { Plus } from "lucide-react";
import { newCell } from "../../model";
import { useTexts, useWorkbench } from "../shell/workbench-context";

/** Between two cells: quiet until the pointer or the focus comes near. */
export function InsertBar({ at, always = false }: { at: number; always?: boolean }) {
  const { send } = useWorkbench();
  const { cell } = useTexts();
  const insert = (kind: "markdown" | "sql") =>
    send({ type: "cell-inserted", cell: newCell(kind), at, edit: true });
  return (
    <div className={always ? "insert-bar is-always" : "insert-bar"} role="group" aria-label={cell.insertHere}>
      <button type="button" className="button button-quiet button-small" onClick={() => insert("sql")}>
        <Plus className="icon" aria-hidden="true" />
        {cell.addSql}
      </button>
      <button type="button" className="button button-quiet button-small" onClick={() => insert("markdown")}>
        <Plus className="icon" aria-hidden="true" />
        {cell.addText}
      </button>
    </div>
  );
}
