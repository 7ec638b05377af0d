import type { MarkdownCell } from "../../model";
import { MarkdownView } from "../markdown";
import { useTexts, useWorkbench } from "../shell/workbench-context";
import { CellCode } from "./cell-code";

interface MarkdownCellProps {
  readonly cell: MarkdownCell;
  readonly index: number;
  readonly editing: boolean;
  readonly label: string;
}

/** Prose; a double click or Enter opens the text. */
export function MarkdownCellView({ cell, index, editing, label }: MarkdownCellProps) {
  const { send } = useWorkbench();
  const { cell: texts } = useTexts();
  if (editing)
    return <CellCode cell={cell} index={index} language="markdown" editing label={label} error={null} />;
  return (
    <div className="cell-prose" onDoubleClick={() => send({ type: "selected", cell: cell.id, edit: true })}>
      {cell.source.trim() ? (
        <MarkdownView
          source={cell.source}
          attachments={cell.attachments}
          labels={{ imageDropped: texts.attachment, done: texts.taskDone, open: texts.taskOpen }}
        />
      ) : (
        <p className="cell-empty">{texts.emptyText}</p>
      )}
    </div>
  );
}
