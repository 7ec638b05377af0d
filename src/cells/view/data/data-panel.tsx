import { FilePlus2, FolderPlus } from "lucide-react";
import "./data.css";
import { useSession, useTexts, useWorkbench } from "../shell/workbench-context";
import { CellSlot } from "./cell-slot";
import { LoadRow } from "./load-row";
import { MemoryGauge } from "./memory-gauge";
import { TableCard } from "./table-card";
import { WaitingSlot } from "./waiting-slot";

/** Left: files, tables, columns, and what the columns mean. */
export function DataPanel() {
  const { chooseFiles, chooseFolder } = useWorkbench();
  const { data, joined } = useTexts();
  const loads = useSession((session) => session.loads);
  const slots = useSession((session) => session.notebook.data);
  const tables = useSession((session) => session.tables);
  const reading = new Set(loads.map((load) => load.table));
  return (
    <aside className="data" aria-label={data.title}>
      <header className="data-head">
        <h2>{data.title}</h2>
        <button type="button" className="button button-quiet button-small" onClick={() => chooseFiles()}>
          <FilePlus2 className="icon" aria-hidden="true" />
          {data.add}
        </button>
        <button
          type="button"
          className="button button-quiet button-small button-icon"
          aria-label={joined.folder}
          title={joined.folder}
          onClick={chooseFolder}
        >
          <FolderPlus className="icon" aria-hidden="true" />
        </button>
      </header>
      {loads.map((load) => (
        <LoadRow key={load.id} load={load} />
      ))}
      {slots.map((slot) => {
        const table = tables[slot.table];
        if (table) return <TableCard key={slot.table} table={table} slot={slot} />;
        if (!slot.fileName) return <CellSlot key={slot.table} slot={slot} />;
        return reading.has(slot.table) ? null : <WaitingSlot key={slot.table} slot={slot} />;
      })}
      <MemoryGauge />
      {slots.length + loads.length === 0 && <p className="data-empty">{data.empty}</p>}
    </aside>
  );
}
