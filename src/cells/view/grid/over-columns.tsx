import { useEffect } from "react";
import type { Column } from "../../../engine";
import type { ColumnStrip } from "./grid";
import { columnAt } from "./columns";
import type { GridState } from "./grid-state";

interface OverColumnsProps {
  readonly strip: ColumnStrip;
  readonly state: GridState;
  readonly columns: readonly Column[];
  /** Width of the row numbers, CSS px. */
  readonly gutter: number;
}

/** A strip above the header that goes sideways with it; only what is over the columns in the window is there. */
export function OverColumns({ strip, state, columns, gutter }: OverColumnsProps) {
  const { lefts, left, view, widths } = state;
  const [first, last] = [columnAt(lefts, left), columnAt(lefts, left + view.width)];
  const { onSeen } = strip;
  useEffect(() => {
    onSeen(columns.slice(first, last + 1).map(({ name }) => name));
  }, [onSeen, columns, first, last]);
  return (
    <div className="grid-over" style={{ height: strip.height, marginLeft: gutter }}>
      {columns.slice(first, last + 1).map((column, i) => {
        const index = first + i;
        return (
          <div
            key={column.name}
            className="grid-over-column"
            style={{ left: lefts[index]! - left, width: widths[index] }}
          >
            {strip.cell(column)}
          </div>
        );
      })}
    </div>
  );
}
