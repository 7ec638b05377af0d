import { Copy, Download } from "lucide-react";
import { useState } from "react";
import { csvText, fileNameOf } from "./csv-text";
import { download } from "./download";
import type { ReportTableViewProps } from "./report-table-view";
import { tableCells } from "./table-cells";
import { tableToTsv } from "./table-to-tsv";

/** The table's title, and the ways to take all its rows along. */
export function ReportTableActions({ table, labels }: ReportTableViewProps) {
  const [said, setSaid] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(tableToTsv(table));
      setSaid(labels.copied);
    } catch (error) {
      setSaid(labels.copyFailed(error instanceof Error ? error.message : String(error)));
    }
  };
  const save = () => {
    const [header = [], ...rows] = tableCells(table);
    const file = new Blob([csvText(header, rows)], { type: "text/csv;charset=utf-8" });
    download(file, `${fileNameOf(table.title)}.csv`);
  };
  return (
    <div className="figure-table-head">
      <span className="figure-table-title">{table.title}</span>
      <span role="status">{said}</span>
      <button type="button" className="button button-quiet button-small" onClick={() => void copy()}>
        <Copy className="icon" aria-hidden />
        {labels.copy}
      </button>
      <button type="button" className="button button-quiet button-small" onClick={save}>
        <Download className="icon" aria-hidden />
        {labels.saveCsv}
      </button>
    </div>
  );
}
