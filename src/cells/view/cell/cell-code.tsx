import { useMemo } from "react";
import { quotedHoles, type CellError } from "../../kinds";
import type { MarkdownCell, SqlCell, TypescriptCell } from "../../model";
import { completionTables, completionValues } from "../../session";
import { CodeArea, type CodeLanguage, type KeyCommand } from "../editor";
import { runAndInsert, runAndNext } from "../shell/notebook-keys";
import { useSession, useTexts, useWorkbench } from "../shell/workbench-context";
import { renameEverywhere } from "./rename-everywhere";
import { errorText } from "./error-text";
import { useProblems } from "./notebook-types";

interface CellCodeProps {
  readonly cell: SqlCell | MarkdownCell | TypescriptCell;
  readonly index: number;
  readonly language: CodeLanguage;
  readonly editing: boolean;
  readonly label: string;
  readonly error: CellError | null;
}

/** The code of a cell: live where it is being written, coloured text elsewhere. */
export function CellCode({ cell, index, language, editing, label, error }: CellCodeProps) {
  const workbench = useWorkbench();
  const { send, session } = workbench;
  const notebook = useSession(({ notebook }) => notebook.id);
  const texts = useTexts();
  const onKeyCommand = (command: KeyCommand) => {
    const place = { send, session: session(), cell, at: index };
    switch (command) {
      case "run":
        send({ type: "run-requested", cells: [cell.id] });
        return cell.kind === "markdown" ? send({ type: "selected", cell: cell.id, edit: false }) : undefined;
      case "run-and-next":
        return runAndNext(place);
      case "run-and-insert":
        return runAndInsert(place);
      case "leave":
        return send({ type: "selected", cell: cell.id, edit: false });
      case "above":
      case "below": {
        const next = session().notebook.cells[index + (command === "above" ? -1 : 1)];
        return next ? send({ type: "selected", cell: next.id, edit: true }) : undefined;
      }
    }
  };
  const { source } = cell;
  const found = useProblems(cell.id);
  const markers = useMemo(() => {
    const thrown = error?.place
      ? [{ ...error.place, message: errorText(error, texts).says, level: "error" as const }]
      : [];
    const quoted = language === "sql" ? quotedHoles(source) : [];
    return [
      ...thrown,
      ...found,
      ...quoted.map((at) => ({ ...at, message: texts.run.quotedHole, level: "warning" as const })),
    ];
  }, [error, texts, found, language, source]);
  const placeholders = {
    sql: texts.cell.sqlPlaceholder,
    typescript: texts.run.codePlaceholder,
    markdown: texts.cell.textPlaceholder,
  };
  return (
    <CodeArea
      active={editing}
      onActivate={() => send({ type: "selected", cell: cell.id, edit: true })}
      // Copies of a notebook have cells of the same id; their undo must not meet.
      cellId={`${notebook}/${cell.id}`}
      language={language}
      value={cell.source}
      wrap={language === "markdown"}
      onChange={(source) => send({ type: "source-changed", cell: cell.id, source })}
      onKeyCommand={onKeyCommand}
      markers={markers}
      onOpenCell={(target) => send({ type: "selected", cell: target, edit: true })}
      onRenameCell={(target, name) => renameEverywhere(workbench, texts, target, name)}
      onEditCells={(edits) => {
        for (const edit of edits) send({ type: "source-changed", cell: edit.cell, source: edit.value });
      }}
      completions={
        language === "typescript"
          ? undefined
          : () => ({ tables: completionTables(session()), values: completionValues(session()) })
      }
      labels={{
        name: texts.cell.code(label),
        placeholder: placeholders[language],
        kinds: texts.cell.kinds,
      }}
    />
  );
}
