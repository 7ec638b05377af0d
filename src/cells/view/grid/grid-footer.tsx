import { Copy, X } from "lucide-react";
import type { CopyFormat, GridLabels, ResultGridProps } from "./grid";
import type { GridMessage, GridState } from "./grid-state";
import type { GridStore } from "./grid-store";
import { chosenBlock } from "./selection";

interface GridFooterProps extends ResultGridProps {
  readonly grid: GridStore;
  readonly state: GridState;
  readonly onCopyAll: (format: CopyFormat) => void;
}

/** How much there is, what is chosen, the focused value, and copying. One line, always there. */
export function GridFooter(props: GridFooterProps) {
  const { grid, state, columns, rowCount, labels, takeAlong, onCopyAll } = props;
  const { focus } = state.selection;
  const text = focus.row < 0 ? undefined : grid.pages.row(focus.row)?.[focus.column];
  const column = columns[focus.column];
  const { failure } = grid.pages;
  return (
    <div className="grid-footer">
      {state.isOpen && column && focus.row >= 0 && (
        <section className="grid-value">
          <header>
            {labels.row(focus.row + 1)} · {column.name}
            <button
              type="button"
              className="button button-quiet button-small button-icon"
              aria-label={labels.close}
              onClick={() => grid.open(false)}
            >
              <X className="icon" aria-hidden />
            </button>
          </header>
          <pre tabIndex={0}>{text ?? "NULL"}</pre>
        </section>
      )}
      <span className="grid-status" role="status">
        {failure !== null ? (
          <>
            <span className="grid-failure">{labels.loadFailed(failure)}</span>
            <button type="button" className="link" onClick={grid.retry}>
              {labels.retry}
            </button>
          </>
        ) : (
          statusOf(state, rowCount, columns.length, labels)
        )}
      </span>
      <span className="grid-actions">
        {rowCount > 0 && (
          <button type="button" className="button button-quiet button-small" onClick={() => onCopyAll("tsv")}>
            <Copy className="icon" aria-hidden />
            {labels.copy}
          </button>
        )}
        {takeAlong
          ? takeAlong(state.order)
          : rowCount > 0 && (
              <button
                type="button"
                className="button button-quiet button-small"
                onClick={() => onCopyAll("markdown")}
              >
                {labels.copyMarkdown}
              </button>
            )}
      </span>
    </div>
  );
}

function statusOf(
  { selection, message }: GridState,
  rows: number,
  columns: number,
  labels: GridLabels,
): string {
  if (message) return messageText(message, labels);
  const block = chosenBlock(selection);
  if (!block) return labels.size(rows, columns);
  return labels.selected(block.bottom - block.top + 1, block.right - block.left + 1);
}

function messageText(message: GridMessage, labels: GridLabels): string {
  switch (message.form) {
    case "copied":
      return labels.copied(message.rows);
    case "capped":
      return labels.copyCapped(message.rows, message.selected);
    case "copy-failed":
      return labels.copyFailed(message.reason);
  }
}
