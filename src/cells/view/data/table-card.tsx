import { useState } from "react";
import { name, sql, written } from "../../../engine";
import { newCell, validRelationName, type DataSlot } from "../../model";
import type { TableState } from "../../session";
import { ExportMenu } from "../export";
import { Confirm } from "../shell/confirm";
import { useSession, useTexts, useWorkbench } from "../shell/workbench-context";
import { ExploredColumns } from "./explored-columns";
import { DriftNote } from "./drift-note";
import { HowRead } from "./how-read";
import { JoinedFiles } from "./joined-files";
import { ReadNotes } from "./read-notes";
import { RolesForm } from "./roles-form";

/** One loaded table: its size, its columns at a glance, what they mean. */
export function TableCard({ table, slot }: { table: TableState; slot: DataSlot }) {
  const { send } = useWorkbench();
  const { data, count } = useTexts();
  const cells = useSession((session) => session.notebook.cells.length);
  const [open, setOpen] = useState(true);
  const { loaded, profile } = table;
  const query = () => {
    const { text } = sql`select *
      from ${validRelationName(loaded.name) === "ok" ? written(loaded.name) : name(loaded.name)}`;
    const cell = { ...newCell("sql"), source: text };
    send({ type: "cell-inserted", cell, at: cells, edit: false });
  };
  return (
    <section className="table-card" aria-label={loaded.name}>
      <h3>
        <button type="button" className="table-name" aria-expanded={open} onClick={() => setOpen(!open)}>
          <span className="code">{loaded.name}</span>
          <small>
            {count.rows(loaded.rowCount)} · {count.size(loaded.file.bytes)}
          </small>
        </button>
      </h3>
      {open && (
        <>
          <p className="table-file">{loaded.file.name}</p>
          <HowRead table={table} />
          <JoinedFiles loaded={loaded} />
          <DriftNote table={table} slot={slot} />
          <ReadNotes loaded={loaded} />
          <RolesForm slot={slot} />
          <h4>{data.columns}</h4>
          <ExploredColumns key={table.load} loaded={loaded} profile={profile} />
          <p className="table-actions">
            <button type="button" className="link" onClick={query}>
              {data.insert}
            </button>
            <ExportMenu
              id={`table ${loaded.name}`}
              title={loaded.name}
              what={{ table: loaded.name }}
              rowCount={loaded.rowCount}
              columnCount={loaded.columns.length}
            />
            <Confirm
              label={data.remove}
              question={data.removeSure(loaded.name)}
              yes={data.remove}
              onYes={() => send({ type: "table-removed", table: loaded.name })}
            />
          </p>
        </>
      )}
    </section>
  );
}
