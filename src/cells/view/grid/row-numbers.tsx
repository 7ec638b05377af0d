import { gutterWidth, windowOf, type GridState } from "./grid-state";
import type { GridStore } from "./grid-store";
import { measures } from "./measures";
import { chosenBlock } from "./selection";

interface RowNumbersProps {
  readonly grid: GridStore;
  readonly state: GridState;
  readonly rowCount: number;
}

/** For the eye and the mouse; assistive technology has aria-rowindex. */
export function RowNumbers({ grid, state, rowCount }: RowNumbersProps) {
  const { firstRow, lastRow } = windowOf(state, rowCount);
  const block = chosenBlock(state.selection);
  const rows = Array.from({ length: lastRow - firstRow + 1 }, (_, i) => firstRow + i);
  return (
    <div
      className="grid-numbers"
      aria-hidden="true"
      style={{ width: gutterWidth(rowCount) }}
      onClick={(event) => grid.selectRow(event.clientY - event.currentTarget.getBoundingClientRect().top)}
    >
      {rows.map((row) => (
        <span
          key={row}
          className={block && row >= block.top && row <= block.bottom ? "grid-chosen" : ""}
          style={{ transform: `translateY(${Math.round(row * measures.row - state.scroll.top)}px)` }}
        >
          {row + 1}
        </span>
      ))}
    </div>
  );
}
