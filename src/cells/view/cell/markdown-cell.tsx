import { Suspense, useMemo } from "react";
import { hasHoles, templateOf } from "../../kinds";
import type { MarkdownCell } from "../../model";
import { proseValues, type Run } from "../../session";
import type { CodeMarker } from "../editor";
import { proseOf } from "../markdown/prose-of";
import { useSurroundings, useTexts } from "../shell/workbench-context";
import { CellCode } from "./cell-code";
import { ErrorBox } from "./error-box";
import { MarkdownView } from "./later";
import { useProblems } from "./notebook-types";

interface MarkdownCellProps {
  readonly cell: MarkdownCell;
  readonly index: number;
  readonly run: Run;
  readonly editing: boolean;
  readonly label: string;
}

/** Prose; a double click or Enter opens the text. */
export function MarkdownCellView({ cell, index, run, editing, label }: MarkdownCellProps) {
  const { workbench, texts, region } = useSurroundings();
  const { cell: words, elsewhere } = texts;
  const source = useMemo(() => filled(cell, run, region, texts.run.noValue), [cell, run, region, texts]);
  const labels = useMemo(
    () => ({
      imageDropped: words.attachment,
      blocked: elsewhere.blocked,
      done: words.taskDone,
      open: words.taskOpen,
    }),
    [words, elsewhere],
  );
  const problems = useProblems(cell.id);
  if (editing)
    return <CellCode cell={cell} index={index} language="markdown" editing label={label} error={run.error} />;
  return (
    <div
      className={hasHoles(cell) ? `cell-prose is-${run.status}` : "cell-prose"}
      onDoubleClick={() => workbench.send({ type: "selected", cell: cell.id, edit: true })}
    >
      {cell.source.trim() ? (
        <Suspense fallback={<p className="cell-prose-coming">{source}</p>}>
          <MarkdownView source={source} attachments={cell.attachments} labels={labels} />
        </Suspense>
      ) : (
        <p className="cell-empty">{words.emptyText}</p>
      )}
      {run.error && <ErrorBox error={run.error} cell={cell} />}
      {!run.error && problems.length > 0 && <Problems all={problems} />}
    </div>
  );
}

/** The text is not shown, so that nothing can be underlined: what is wrong in it is said below. */
function Problems({ all }: { all: readonly CodeMarker[] }) {
  const { place } = useTexts();
  return (
    <div className="error-box is-calm">
      <div>
        {all.map(({ message, line, column }, i) => (
          <p key={i} className="error-says">
            {message} <span className="error-place">· {place(line, column)}</span>
          </p>
        ))}
      </div>
    </div>
  );
}

/** The text with its values in it: of the last run, else as they were saved. A value is text, never Markdown. */
function filled(cell: MarkdownCell, run: Run, region: string, noValue: string): string {
  if (!hasHoles(cell)) return cell.source;
  const values = proseValues(cell, run, region);
  return proseOf(templateOf(cell).parts, values, noValue);
}
