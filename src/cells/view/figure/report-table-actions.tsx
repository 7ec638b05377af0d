import { useContext, useId, useMemo } from "react";
import type { ReportTable } from "../../../analyses";
import { ExportMenu, reportColumns } from "../export";
import { Surrounding } from "../shell/workbench-context";

/** The table's title, and the ways to take all its rows along. */
export function ReportTableActions({ table }: { table: ReportTable }) {
  const id = useId();
  const words = useContext(Surrounding)?.texts.exporting.report;
  const columns = useMemo(() => (words ? reportColumns(table, words) : []), [table, words]);
  return (
    <div className="figure-table-head">
      <span className="figure-table-title">{table.title}</span>
      <ExportMenu
        id={`report ${id}`}
        title={table.title}
        what={columns}
        rowCount={table.rows.length}
        columnCount={columns.length}
      />
    </div>
  );
}
