import { useCallback } from "react";
import type { SqlCell } from "../../model";
import { showsSaved, type Run } from "../../session";
import { ExportMenu } from "../export";
import { ExploredGrid } from "../explorer";
import { ResultGrid } from "../grid";
import { useTexts, useWorkbench } from "../shell/workbench-context";
import { CellCode } from "./cell-code";
import { ErrorBox } from "./error-box";
import { WithReceipt } from "../receipt/receipt-context";
import { ReceiptPlace } from "./receipt-place";
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
        {run.error && <ErrorBox error={run.error} cell={cell} />}
        {run.output?.form === "table" && (
          <WithReceipt cell={cell}>
            <Rows cell={cell} run={run} label={label} />
          </WithReceipt>
        )}
        {showsSaved(run) && cell.saved && <SavedTable saved={cell.saved} label={label} />}
        <ReceiptPlace cell={cell} run={run} />
      </div>
    </>
  );
}

function Rows({ cell, run, label }: { cell: SqlCell; run: Run; label: string }) {
  const { rows } = useWorkbench();
  const { grid, exporting } = useTexts();
  const output = run.output?.form === "table" ? run.output : null;
  // After the engine was replaced only the first rows are still here.
  const onlyFirst = !run.held && run.status !== "running";
  const first = output?.first;
  const loadRows = useCallback(
    (offset: number, limit: number, order: Parameters<typeof rows>[3]) =>
      onlyFirst && first
        ? Promise.resolve(first.slice(offset, offset + limit))
        : rows({ cell: cell.id }, offset, limit, order),
    [rows, cell.id, onlyFirst, first],
  );
  if (!output) return null;
  const Grid = onlyFirst ? ResultGrid : ExploredGrid;
  return (
    <>
      <Grid
        shown={{ cell: cell.id }}
        key={onlyFirst ? "first" : "all"}
        resultKey={`${cell.id} ${run.finishedAt}`}
        columns={output.columns}
        rowCount={onlyFirst ? output.first.length : output.rowCount}
        loadRows={loadRows}
        initialRows={output.first}
        takeAlong={
          onlyFirst
            ? undefined
            : (order) => (
                <ExportMenu
                  id={`cell ${cell.id}`}
                  title={cell.name || exporting.result(label.replace(/^#/, ""))}
                  what={{ cell: cell.id }}
                  order={order}
                  rowCount={output.rowCount}
                  columnCount={output.columns.length}
                />
              )
        }
        labels={{ ...grid, name: grid.name(label) }}
      />
      {onlyFirst && <p className="saved-note">{grid.savedFirst(output.first.length, output.rowCount)}</p>}
    </>
  );
}
