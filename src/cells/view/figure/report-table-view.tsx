import { useId, useState } from "react";
import type { ReportTable, ReportValue } from "../../../analyses";
import { Counted } from "./counted";
import type { ReportTableLabels } from "./labels";
import { ReportTableActions } from "./report-table-actions";
import "./figure.css";

export interface ReportTableViewProps {
  readonly table: ReportTable;
  readonly labels: ReportTableLabels;
}

/** Of a longer table the first ones stand there until the others are asked for. */
const firstRows = 50;

/** A report's table as a table: read by eye, by screen reader and by the clipboard. */
export function ReportTableView({ table, labels }: ReportTableViewProps) {
  const [isWhole, setWhole] = useState(false);
  const id = useId();
  const { rows, columns } = table;
  // Hiding two rows behind a button would be of no use to anybody.
  const isLong = rows.length > firstRows * 1.2;
  const shown = isLong && !isWhole ? rows.slice(0, firstRows) : rows;
  return (
    <div className="figure-table">
      <ReportTableActions table={table} />
      <div
        className={isLong && isWhole ? "figure-table-scroll is-tall" : "figure-table-scroll"}
        id={`${id}-rows`}
        role="region"
        aria-label={table.title}
        tabIndex={0}
      >
        <table aria-rowcount={isLong ? rows.length + 1 : undefined}>
          <caption className="visually-hidden">{table.title}</caption>
          <thead>
            <tr>
              {columns.map(({ key, label, align }) => (
                <th key={key} scope="col" className={`figure-${align}`}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, i) => (
              <Row
                key={i}
                row={row}
                columns={columns}
                isUnfinished={table.unfinished?.includes(i) ?? false}
                unfinished={labels.unfinished}
              />
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <p className="figure-none">{labels.noRows}</p>}
      </div>
      {isLong && (
        <button
          type="button"
          className="link figure-more"
          aria-expanded={isWhole}
          aria-controls={`${id}-rows`}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? labels.showFirst(firstRows) : labels.showAll(rows.length)}
        </button>
      )}
    </div>
  );
}

interface RowProps {
  readonly row: ReportTable["rows"][number];
  readonly columns: ReportTable["columns"];
  readonly isUnfinished: boolean;
  /** What is said of what is hatched. */
  readonly unfinished: string;
}

function Row({ row, columns, isUnfinished, unfinished }: RowProps) {
  return (
    <tr className={isUnfinished ? "figure-unfinished" : ""}>
      {columns.map(({ key, align }, i) => {
        const Cell = i === 0 && align === "left" ? "th" : "td";
        const value = row[key];
        const isHatched = !isUnfinished && value?.unfinished === true;
        return (
          <Cell
            key={key}
            scope={Cell === "th" ? "row" : undefined}
            className={`figure-${align}${isHatched ? " figure-unfinished" : ""}`}
            title={isHatched ? unfinished : undefined}
          >
            <Value value={value} />
            {isHatched && <span className="visually-hidden"> {unfinished}</span>}
            {i === 0 && isUnfinished && <span className="figure-note"> {unfinished}</span>}
          </Cell>
        );
      })}
    </tr>
  );
}

function Value({ value }: { value: ReportValue | undefined }) {
  return <Counted who={value?.who}>{value?.text}</Counted>;
}
