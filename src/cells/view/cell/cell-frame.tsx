import { memo, Suspense, useEffect, useRef } from "react";
import type { Cell } from "../../model";
import { disabledCells, isAmongSelected, labelOf, runOf, type Session } from "../../session";
import { isWriting } from "../shell/paste";
import { DragHandle } from "../drag/drag-handle";
import { useSession, useTexts, useWorkbench } from "../shell/workbench-context";
import { AnalysisCellView } from "./analysis-cell";
import { CellBoundary } from "./cell-boundary";
import { CellHead } from "./cell-head";
import { ForeignCellView } from "./foreign-cell";
import { heightOf } from "../editor";
import { InputCellView } from "./later";
import { MarkdownCellView } from "./markdown-cell";
import { SqlCellView } from "./sql-cell";
import { TypescriptCellView } from "./typescript-cell";

interface CellFrameProps {
  readonly cell: Cell;
  readonly index: number;
}

/** What every cell has: selection, focus, head. A key typed in one cell of a long notebook must not draw the others anew. */
export const CellFrame = memo(function CellFrame({ cell, index }: CellFrameProps) {
  const { send } = useWorkbench();
  const texts = useTexts();
  const frame = useRef<HTMLElement>(null);
  // Each subscription of each cell is asked at each key: one for both.
  const place = useSession((session) =>
    session.selected !== cell.id
      ? isAmongSelected(session, cell.id)
        ? "among"
        : "elsewhere"
      : session.editing
        ? "in its code"
        : "on it",
  );
  const selected = place === "on it" || place === "in its code";
  const editing = place === "in its code";
  const run = useSession((session) => runOf(session, cell.id));
  const off = useSession((session) => offBecause(session, cell.id));
  const label = labelOf(cell, index);
  const reached = useRef(false);
  // By pointer or Tab: the eyes are there already, and what is being clicked must not move away.
  const reach = (event: { readonly shiftKey?: boolean }) => {
    if (event.shiftKey && !editing) return;
    if (selected) return;
    reached.current = true;
    send({ type: "selected", cell: cell.id, edit: false });
  };

  // Focus follows the selection in command mode, so that keys and screen readers are where the eyes are.
  useEffect(() => {
    const byHand = reached.current;
    reached.current = false;
    if (!selected || editing || byHand) return;
    const at = document.activeElement;
    if (!at || at === document.body || at.closest("[data-cell]") !== frame.current) {
      if (at instanceof HTMLElement && at.closest(".data, .topbar, dialog, [role='dialog']")) return;
      frame.current?.focus({ preventScroll: true });
    }
    frame.current?.scrollIntoView({ block: "nearest" });
  }, [selected, editing]);

  return (
    <section
      ref={frame}
      className={`cell is-${cell.kind}${selected ? " is-selected" : ""}${editing ? " is-editing" : ""}${place === "among" ? " is-among" : ""}`}
      data-cell={cell.id}
      tabIndex={selected ? 0 : -1}
      aria-label={texts.cell.label(texts.cell[cell.kind], label)}
      aria-current={selected ? "true" : undefined}
      style={{ containIntrinsicBlockSize: `auto ${heightUnseen(cell)}px` }}
      onMouseDown={(event) => {
        if (!event.shiftKey || selected || isWriting(event.target)) return reach(event);
        // Shift and a click select from there to here, and no text in between.
        event.preventDefault();
        send({ type: "selection-extended-to", cell: cell.id });
      }}
      onFocus={() => reach({})}
    >
      <DragHandle cell={cell.id} />
      <CellHead cell={cell} label={label} run={run} selected={selected} off={off} />
      <CellBoundary shown={[cell, run]} again={texts.data.retry}>
        <Suspense fallback={<p className="cell-coming">{texts.grid.loading}</p>}>
          {cell.kind === "sql" && (
            <SqlCellView cell={cell} index={index} run={run} editing={editing} label={label} />
          )}
          {cell.kind === "typescript" && (
            <TypescriptCellView cell={cell} index={index} run={run} editing={editing} label={label} />
          )}
          {cell.kind === "markdown" && (
            <MarkdownCellView cell={cell} index={index} run={run} editing={editing} label={label} />
          )}
          {cell.kind === "analysis" && <AnalysisCellView cell={cell} index={index} run={run} label={label} />}
          {cell.kind === "input" && <InputCellView cell={cell} editing={editing} />}
          {cell.kind === "foreign" && <ForeignCellView cell={cell} label={label} />}
        </Suspense>
      </CellBoundary>
    </section>
  );
});

/** About how high a cell is, in CSS pixels, until it has been near the screen: what the page's scrollbar goes by. */
function heightUnseen(cell: Cell): number {
  const head = 40;
  switch (cell.kind) {
    case "sql":
    case "typescript":
      return head + heightOf(cell.source.split("\n").length);
    case "markdown":
      return cell.source.split("\n").length * 26;
    case "analysis":
      return 800;
    case "input":
    case "foreign":
      return head * 2;
  }
}

/** "" when the cell itself is switched off, the label of the cell that it depends on, or null. */
function offBecause(session: Session, id: string): string | null {
  const by = disabledCells(session).get(id);
  if (by === undefined) return null;
  const { cells } = session.notebook;
  const at = cells.findIndex((cell) => cell.id === by);
  return by === id || at < 0 ? "" : labelOf(cells[at]!, at);
}
