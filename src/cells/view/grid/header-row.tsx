import { ArrowDown, ArrowUp } from "lucide-react";
import type { PointerEvent } from "react";
import type { Column } from "../../../engine";
import { isNumeric } from "./columns";
import type { GridLabels } from "./grid";
import type { GridStore } from "./grid-store";
import { gutterWidth, windowOf, type GridState } from "./grid-state";

interface HeaderRowProps {
  readonly grid: GridStore;
  readonly state: GridState;
  readonly columns: readonly Column[];
  readonly rowCount: number;
  readonly labels: GridLabels;
}

export function HeaderRow({ grid, state, columns, rowCount, labels }: HeaderRowProps) {
  const { firstColumn, lastColumn } = windowOf(state, rowCount);
  const { focus } = state.selection;
  const seen = Array.from({ length: lastColumn - firstColumn + 1 }, (_, i) => firstColumn + i);
  const isAway = focus.row === -1 && (focus.column < firstColumn || focus.column > lastColumn);
  return (
    <div className="grid-header" role="row" aria-rowindex={1} style={{ left: gutterWidth(rowCount) }}>
      <div className="grid-slide" role="presentation" style={{ transform: `translateX(${-state.left}px)` }}>
        {(isAway ? [...seen, focus.column] : seen).map((column) => (
          <HeaderCell
            key={column}
            grid={grid}
            state={state}
            column={columns[column]!}
            index={column}
            labels={labels}
          />
        ))}
      </div>
    </div>
  );
}

interface HeaderCellProps {
  readonly grid: GridStore;
  readonly state: GridState;
  readonly column: Column;
  readonly index: number;
  readonly labels: GridLabels;
}

function HeaderCell({ grid, state, column, index, labels }: HeaderCellProps) {
  const { takeFocus } = grid;
  const { focus } = state.selection;
  const hasFocus = focus.row === -1 && focus.column === index;
  const direction = state.order?.column === column.name ? state.order.direction : null;
  return (
    <div
      ref={hasFocus ? takeFocus : null}
      role="columnheader"
      aria-colindex={index + 1}
      aria-sort={direction ?? "none"}
      aria-description={labels.headerHelp}
      tabIndex={hasFocus ? 0 : -1}
      className={`grid-head ${isNumeric(column) ? "grid-number" : ""}`}
      style={{ left: state.lefts[index], width: state.widths[index] }}
      title={`${column.name}\n${column.type}`}
      onClick={() => grid.sort(index)}
      onFocus={() => hasFocus || grid.focusHeader(index)}
    >
      <span className="grid-name">
        <span className="grid-cut">{column.name}</span>
        {direction === "ascending" && <ArrowUp className="grid-arrow" aria-hidden />}
        {direction === "descending" && <ArrowDown className="grid-arrow" aria-hidden />}
      </span>
      <span className="grid-type grid-cut">{column.type}</span>
      <WidthHandle grid={grid} column={index} label={labels.resize(column.name)} />
    </div>
  );
}

function WidthHandle({ grid, column, label }: { grid: GridStore; column: number; label: string }) {
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const left = event.currentTarget.parentElement!.getBoundingClientRect().left;
    grid.setWidth(column, event.clientX - left);
  };
  return (
    <span
      className="grid-handle"
      title={label}
      aria-hidden="true"
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onClick={(event) => event.stopPropagation()}
    />
  );
}
