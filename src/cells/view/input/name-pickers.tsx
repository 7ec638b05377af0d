import { useId } from "react";
import type { InputControl } from "../../model";
import { useTexts } from "../shell/workbench-context";
import { Choice } from "./choice";
import type { ControlProps } from "./control-props";
import { Fault } from "./fault";
import { useReadableTables, type ReadableTable } from "./readable-tables";

export function TablePicker({ id, value, onValue }: ControlProps) {
  const { input } = useTexts();
  const tables = useReadableTables().map(({ name }) => name);
  const noteId = useId();
  const chosen = typeof value === "string" ? value : null;
  const isGone = chosen !== null && !tables.includes(chosen);
  return (
    <div className="input-select">
      <Choice id={id} values={tables} value={chosen} isCode describedBy={noteId} onValue={onValue} />
      <div id={noteId}>
        {isGone && <Fault>{input.tableGone(chosen)}</Fault>}
        {!isGone && tables.length === 0 && <Fault calm>{input.noTables}</Fault>}
      </div>
    </div>
  );
}

type ColumnProps = ControlProps<Extract<InputControl, { form: "column" }>>;

export function ColumnPicker({ id, control, value, onValue, onSettings }: ColumnProps) {
  const { input } = useTexts();
  const table = useReadableTables().find(({ name }) => name === control.table);
  const noteId = useId();
  const chosen = typeof value === "string" ? value : null;
  return (
    <div className="input-select">
      {(table?.columns || chosen !== null) && (
        <Choice
          id={id}
          values={table?.columns ?? (chosen === null ? [] : [chosen])}
          value={chosen}
          isCode
          describedBy={noteId}
          onValue={onValue}
        />
      )}
      <div id={noteId}>
        <ColumnNote table={table} wanted={control.table} chosen={chosen} />
        {control.table === "" && (
          <Fault calm>
            <button type="button" className="link" data-control onClick={onSettings}>
              {input.chooseTable}
            </button>
          </Fault>
        )}
      </div>
    </div>
  );
}

interface ColumnNoteProps {
  readonly table: ReadableTable | undefined;
  readonly wanted: string;
  readonly chosen: string | null;
}

function ColumnNote({ table, wanted, chosen }: ColumnNoteProps) {
  const { input } = useTexts();
  if (wanted === "") return null;
  if (!table) return <Fault>{input.tableGone(wanted)}</Fault>;
  if (!table.columns) return <Fault calm>{input.columnsUnknown(wanted)}</Fault>;
  if (chosen === null || table.columns.includes(chosen)) return null;
  return <Fault>{input.columnGone(chosen, wanted)}</Fault>;
}
