import type { DataSlot } from "../../model";
import { useTexts } from "../shell/workbench-context";
import { RolesForm } from "./roles-form";

/** A cell's result that an analysis reads: what its columns mean. */
export function CellSlot({ slot }: { slot: DataSlot }) {
  const { data, count } = useTexts();
  return (
    <section className="table-card" aria-label={slot.table}>
      <h3 className="table-name">
        <span className="code">{slot.table}</span>
        <small>{count.rows(slot.rowCount)}</small>
      </h3>
      <p className="table-file">{data.ofCell}</p>
      <RolesForm slot={slot} />
    </section>
  );
}
