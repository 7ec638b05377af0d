import type { KeyCommand } from "../code";
import { monaco } from "./monaco";

type Editor = monaco.editor.IStandaloneCodeEditor;

/** Tells the notebook's keys from the editor's own. Open lists, hints and search keep the arrow keys and Escape. */
export function reportKeys(editor: Editor, report: (command: KeyCommand) => void): void {
  const { KeyCode, KeyMod } = monaco;
  const atTop = editor.createContextKey<boolean>("ebbAtTop", false);
  const atBottom = editor.createContextKey<boolean>("ebbAtBottom", false);
  const place = () => {
    const selection = editor.getSelection();
    const last = editor.getModel()?.getLineCount() ?? 1;
    atTop.set(!!selection?.isEmpty() && selection.startLineNumber === 1);
    atBottom.set(!!selection?.isEmpty() && selection.startLineNumber === last);
  };
  editor.onDidChangeCursorSelection(place);
  editor.onDidChangeModelContent(place);
  place();

  const on = (command: KeyCommand, key: number, precondition: string) =>
    editor.addAction({
      id: `ebb.${command}.${key}`,
      label: command,
      keybindings: [key],
      precondition,
      run: () => {
        // A list left open after a run would take the next Escape for itself.
        editor.trigger("ebb", "hideSuggestWidget", {});
        report(command);
      },
    });
  on("run-and-next", KeyMod.Shift | KeyCode.Enter, "editorTextFocus");
  on("run", KeyMod.CtrlCmd | KeyCode.Enter, "editorTextFocus");
  on("run-and-insert", KeyMod.Alt | KeyCode.Enter, "editorTextFocus");
  const quiet = "editorTextFocus && !suggestWidgetVisible && !findWidgetVisible && !parameterHintsVisible";
  on(
    "leave",
    KeyCode.Escape,
    `${quiet} && !inSnippetMode && !editorHasMultipleSelections && !editorHoverVisible && !messageVisible`,
  );
  on("above", KeyCode.UpArrow, `${quiet} && ebbAtTop`);
  on("below", KeyCode.DownArrow, `${quiet} && ebbAtBottom`);
}
