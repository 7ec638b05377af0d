import { memo } from "react";
import type { Column } from "../../../engine";
import { isNumeric } from "./columns";
import type { GridRow } from "./grid";
import type { Block } from "./selection";

interface BodyRowProps {
  readonly row: number;
  readonly top: number;
  /** Undefined while they are on their way. */
  readonly texts: GridRow | undefined;
  readonly columns: readonly Column[];
  readonly first: number;
  readonly last: number;
  readonly lefts: readonly number[];
  readonly focused: number | null;
  readonly chosen: Block | null;
  readonly takeFocus: (cell: HTMLElement | null) => void;
}

export const BodyRow = memo(function BodyRow(props: BodyRowProps) {
  const { row, top, texts, columns, first, last, lefts, focused, chosen, takeFocus } = props;
  const seen = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const isAway = focused !== null && (focused < first || focused > last);
  return (
    <div
      className={`grid-row ${row % 2 ? "grid-odd" : ""}`}
      role="row"
      aria-rowindex={row + 2}
      aria-busy={texts === undefined}
      style={{ transform: `translateY(${top}px)`, width: lefts.at(-1) }}
    >
      {(isAway ? [...seen, focused] : seen).map((column) => {
        const isChosen = chosen !== null && column >= chosen.left && column <= chosen.right;
        const look = [
          "grid-cell",
          isNumeric(columns[column]!) && "grid-number",
          isChosen && "grid-chosen",
          column === focused && "grid-focus",
        ];
        return (
          <div
            key={column}
            ref={column === focused ? takeFocus : null}
            role="gridcell"
            aria-colindex={column + 1}
            aria-selected={isChosen}
            tabIndex={column === focused ? 0 : -1}
            className={look.filter(Boolean).join(" ")}
            style={{ left: lefts[column], width: lefts[column + 1]! - lefts[column]! }}
          >
            <CellText text={texts?.[column]} />
          </div>
        );
      })}
    </div>
  );
});

const longest = 300;

function CellText({ text }: { readonly text: string | null | undefined }) {
  if (text === undefined) return <span className="grid-pending" />;
  if (text === null) return <span className="grid-null">NULL</span>;
  const line = text.slice(0, longest).replace(/\r\n|\r|\n/g, " ↵ ");
  return (
    <span className="grid-cut" title={text.length > 12 ? text.slice(0, 2000) : undefined}>
      {text.length > longest ? `${line}…` : line}
    </span>
  );
}
