import type { PointerEvent } from "react";
import type { Column } from "../../../engine";
import { BodyRow } from "./body-row";
import { gutterWidth, windowOf, type GridState } from "./grid-state";
import type { GridStore } from "./grid-store";
import { measures } from "./measures";
import { chosenBlock } from "./selection";

interface BodyRowsProps {
  readonly grid: GridStore;
  readonly state: GridState;
  readonly columns: readonly Column[];
  readonly rowCount: number;
}

/** The rows in the window, and the focused one wherever it is: an element that leaves the page takes the focus with it. */
export function BodyRows({ grid, state, columns, rowCount }: BodyRowsProps) {
  const { firstRow, lastRow, firstColumn, lastColumn } = windowOf(state, rowCount);
  const { selection, scroll } = state;
  const { focus } = selection;
  const block = chosenBlock(selection);
  // Positions count from a row nearby: browsers lose exactness far out.
  const base = Math.floor(firstRow / 1000) * 1000;
  const rows = Array.from({ length: Math.max(0, lastRow - firstRow + 1) }, (_, i) => firstRow + i);
  const isAway = focus.row >= 0 && focus.row < rowCount && (focus.row < firstRow || focus.row > lastRow);

  const point = (event: PointerEvent<HTMLElement>, extend: boolean) => {
    const box = event.currentTarget.getBoundingClientRect();
    grid.point(event.clientX - box.left, event.clientY - box.top, extend);
  };
  return (
    <div
      className="grid-body"
      role="rowgroup"
      style={{ left: gutterWidth(rowCount) }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        point(event, event.shiftKey);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && point(event, true)}
      onDoubleClick={() => grid.open(true)}
    >
      <div
        className="grid-slide"
        role="presentation"
        style={{
          transform: `translate(${-state.left}px, ${Math.round(base * measures.row - scroll.top)}px)`,
        }}
      >
        {(isAway ? [...rows, focus.row] : rows).map((row) => (
          <BodyRow
            key={row}
            row={row}
            top={
              row === focus.row && isAway ? (firstRow - base - 3) * measures.row : (row - base) * measures.row
            }
            texts={grid.pages.row(row)}
            columns={columns}
            first={firstColumn}
            last={lastColumn}
            lefts={state.lefts}
            focused={row === focus.row ? focus.column : null}
            takeFocus={grid.takeFocus}
            chosen={block && row >= block.top && row <= block.bottom ? block : null}
          />
        ))}
      </div>
    </div>
  );
}
