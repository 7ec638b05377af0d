import { Copy } from "lucide-react";
import { useState } from "react";
import type { ReportTable } from "../../../analyses";
import type { ReportTableLabels } from "./labels";
import { tableToTsv } from "./table-to-tsv";
import "./figure.css";

export interface ReportTableViewProps {
  readonly table: ReportTable;
  readonly labels: ReportTableLabels;
}

/** A report's table as a table: read by eye, by screen reader and by the clipboard. */
export function ReportTableView({ table, labels }: ReportTableViewProps) {
  const [said, setSaid] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(tableToTsv(table));
      setSaid(labels.copied);
    } catch (error) {
      setSaid(labels.copyFailed(error instanceof Error ? error.message : String(error)));
    }
  };
  return (
    <div className="figure-table">
      <div className="figure-table-head">
        <span className="figure-table-title">{table.title}</span>
        <span role="status">{said}</span>
        <button type="button" className="button button-quiet button-small" onClick={() => void copy()}>
          <Copy className="icon" aria-hidden />
          {labels.copy}
        </button>
      </div>
      <div className="figure-table-scroll" role="region" aria-label={table.title} tabIndex={0}>
        <table>
          <caption className="visually-hidden">{table.title}</caption>
          <thead>
            <tr>
              {table.columns.map(({ key, label, align }) => (
                <th key={key} scope="col" className={`figure-${align}`}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, i) => (
              <Row
                key={i}
                row={row}
                columns={table.columns}
                unfinished={table.unfinished?.includes(i) ? labels.unfinished : null}
              />
            ))}
          </tbody>
        </table>
        {table.rows.length === 0 && <p className="figure-none">{labels.noRows}</p>}
      </div>
    </div>
  );
}

interface RowProps {
  readonly row: ReportTable["rows"][number];
  readonly columns: ReportTable["columns"];
  /** What is said of a hatched row. */
  readonly unfinished: string | null;
}

function Row({ row, columns, unfinished }: RowProps) {
  return (
    <tr className={unfinished === null ? "" : "figure-unfinished"}>
      {columns.map(({ key, align }, i) => {
        const Cell = i === 0 && align === "left" ? "th" : "td";
        return (
          <Cell key={key} scope={Cell === "th" ? "row" : undefined} className={`figure-${align}`}>
            {row[key]?.text}
            {i === 0 && unfinished !== null && <span className="figure-note"> {unfinished}</span>}
          </Cell>
        );
      })}
    </tr>
  );
}
