import { useCallback } from "react";
import type { SqlCell } from "../../model";
import type { Run } from "../../session";
import { ResultGrid } from "../grid";
import { useTexts, useWorkbench } from "../shell/workbench-context";
import { CellCode } from "./cell-code";
import { ErrorBox } from "./error-box";
import { SavedTable } from "./saved-result";

interface SqlCellProps {
  readonly cell: SqlCell;
  readonly index: number;
  readonly run: Run;
  readonly editing: boolean;
  readonly label: string;
}

export function SqlCellView({ cell, index, run, editing, label }: SqlCellProps) {
  return (
    <>
      <CellCode cell={cell} index={index} language="sql" editing={editing} label={label} error={run.error} />
      <div className={`cell-output is-${run.status}`}>
        {run.error && <ErrorBox error={run.error} />}
        {run.output?.form === "table" && <Rows cell={cell} run={run} label={label} />}
        {!run.output && run.status === "saved" && cell.saved && (
          <SavedTable saved={cell.saved} label={label} />
        )}
      </div>
    </>
  );
}

function Rows({ cell, run, label }: { cell: SqlCell; run: Run; label: string }) {
  const { rows } = useWorkbench();
  const { grid } = useTexts();
  const loadRows = useCallback(
    (offset: number, limit: number, order: Parameters<typeof rows>[3]) =>
      rows({ cell: cell.id }, offset, limit, order),
    [rows, cell.id],
  );
  if (run.output?.form !== "table") return null;
  const { columns, rowCount, first } = run.output;
  return (
    <ResultGrid
      resultKey={`${cell.id} ${run.finishedAt}`}
      columns={columns}
      rowCount={rowCount}
      loadRows={loadRows}
      initialRows={first}
      labels={{ ...grid, name: grid.name(label) }}
    />
  );
}
