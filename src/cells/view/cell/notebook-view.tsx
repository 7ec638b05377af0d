import { Fragment } from "react";
import "./cell.css";
import "./code.css";
import { useSession } from "../shell/workbench-context";
import { CellFrame } from "./cell-frame";
import { InsertBar } from "./insert-bar";
import { Suggestions } from "./suggestions";
import { useNotebookTypes } from "./notebook-types";
import { useOutputWidth } from "./use-output-width";

/** The notebook: cells in order, a place to insert between any two, and what the data can answer below. */
export function NotebookView() {
  const cells = useSession((session) => session.notebook.cells);
  const column = useOutputWidth();
  useNotebookTypes();
  return (
    <div className="notebook" ref={column}>
      {cells.map((cell, i) => (
        <Fragment key={cell.id}>
          <InsertBar at={i} />
          <CellFrame cell={cell} index={i} />
        </Fragment>
      ))}
      <InsertBar at={cells.length} always />
      <Suggestions />
    </div>
  );
}
