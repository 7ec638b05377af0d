import type { DataSlot } from "../../model";
import { ReadAgain } from "./read-again";
import { useTexts, useWorkbench } from "../shell/workbench-context";

/** The notebook knows what it needs, but its rows are not here. */
export function WaitingSlot({ slot }: { slot: DataSlot }) {
  const { chooseFiles } = useWorkbench();
  const { data } = useTexts();
  const columns = slot.columns.map((column) => column.name).join(", ");
  return (
    <div className="load is-waiting" data-waits-for={slot.table}>
      <p>
        {data.waiting} <strong>{slot.table}</strong>
      </p>
      <p className="load-hint">{data.bringText(slot.fileName, columns)}</p>
      <button type="button" className="button button-small" onClick={() => chooseFiles(slot.table)}>
        {data.bring}
      </button>
      <ReadAgain table={slot.table} load={null} />
    </div>
  );
}
