import { cellOf } from "./cell-files";
import type { NotebookService } from "./notebook-service";
import type { Place, Span } from "./protocol";
import type { ts } from "./typescript";

export function spanOf({ start, length }: ts.TextSpan): Span {
  return { from: start, to: start + length };
}

/** In a person's text; nothing for libraries and for the ending we add. */
export function placeOf(notebook: NotebookService, fileName: string, span: ts.TextSpan): Place[] {
  const cell = cellOf(fileName);
  const text = cell === null ? undefined : notebook.cells.textOf(cell);
  if (cell === null || text === undefined || span.start + span.length > text.length) return [];
  return [{ cell, span: spanOf(span) }];
}
