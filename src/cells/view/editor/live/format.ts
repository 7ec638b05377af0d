import { caretAfter } from "../format/caret-after";
import { formatSql, type Formatted } from "../format/format-sql";
import { language } from "../language/client";
import { metrics } from "../metrics";
import { words } from "../words";
import { keptModel } from "./models";
import { say, mountedOn, type Mounted } from "./mounted";
import { monaco } from "./monaco";
import { answerTo } from "./typescript/model-places";
import { changed } from "./typescript/rename";

/** Shift+Alt+F. */
export function formatOnKey({ editor, cellId }: Mounted): void {
  editor.addAction({
    id: "ebb.format",
    label: "format",
    keybindings: [monaco.KeyMod.Shift | monaco.KeyMod.Alt | monaco.KeyCode.KeyF],
    precondition: "editorTextFocus",
    run: async () => {
      const model = editor.getModel();
      if (!model) return;
      const formatted = await formatCell(cellId, model.getLanguageId(), model.getValue());
      if (!formatted.done) say(editor, words().cannotFormat(formatted.where));
    },
  });
}

/**
 * The text of a cell in good order. Where the cell is or was edited, its editor takes the change as one step of undo and
 * keeps the caret; the caller puts `text` into the notebook. Texts of other languages come back as they are.
 */
export async function formatCell(cellId: string, languageId: string, text: string): Promise<Formatted> {
  const formatted =
    languageId === "sql"
      ? await formatSql(text, metrics.tabSize)
      : languageId === "typescript"
        ? await formatTypescript(cellId, text)
        : { done: true as const, text };
  const model = keptModel(cellId);
  if (formatted.done && model && model.getValue() === text) replace(model, formatted.text);
  return formatted;
}

async function formatTypescript(cellId: string, text: string): Promise<Formatted> {
  language.write(cellId, text, "typescript");
  const edits = await answerTo("format", { cell: cellId, tabSize: metrics.tabSize });
  if (!edits) return { done: false, where: "TypeScript" };
  return { done: true, text: changed(text, edits) };
}

function replace(model: monaco.editor.ITextModel, text: string): void {
  const before = model.getValue();
  if (before === text) return;
  const editor = mountedOn(model)?.editor;
  const caret = editor?.getPosition();
  const edit = { range: model.getFullModelRange(), text };
  if (!editor || !caret) {
    model.pushStackElement();
    model.pushEditOperations([], [edit], () => null);
    model.pushStackElement();
    return;
  }
  const at = caretAfter(before, text, model.getOffsetAt(caret));
  editor.pushUndoStop();
  editor.executeEdits("format", [edit], () => {
    const position = model.getPositionAt(at);
    return [new monaco.Selection(position.lineNumber, position.column, position.lineNumber, position.column)];
  });
  editor.pushUndoStop();
}
