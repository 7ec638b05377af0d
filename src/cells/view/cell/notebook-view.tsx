import { Fragment, memo } from "react";
import "./cell.css";
import "./prose-head.css";
import "./code.css";
import "./several.css";
import { useSession } from "../shell/workbench-context";
import { CellFrame } from "./cell-frame";
import { InsertBar } from "./insert-bar";
import { Gallery } from "../gallery";
import { useNotebookTypes } from "./notebook-types";
import { cellAt, cellOrder } from "./cell-order";
import { useOutputWidth } from "./use-output-width";

/** The notebook: cells in order, a place to insert between any two, and what the data can answer below. */
export function NotebookView() {
  const order = useSession(cellOrder);
  const column = useOutputWidth();
  useNotebookTypes();
  return (
    <div className="notebook" ref={column}>
      {order.map((id, i) => (
        <Fragment key={id}>
          <InsertBar at={i} />
          <CellInOrder id={id} index={i} />
        </Fragment>
      ))}
      <InsertBar at={order.length} always />
      <Gallery />
    </div>
  );
}

/** Looks after its own cell, so that a key typed in it goes past the others. */
const CellInOrder = memo(function CellInOrder({ id, index }: { id: string; index: number }) {
  const cell = useSession((session) => cellAt(session, id, index));
  return cell && <CellFrame cell={cell} index={index} />;
});
