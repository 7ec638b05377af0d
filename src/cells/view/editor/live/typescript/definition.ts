import { language } from "../../language/client";
import { rangeOf } from "../../place";
import { cellOfCode, type Mounted } from "../mounted";
import { monaco } from "../monaco";
import { answerTo, askAt, rangeAt } from "./model-places";

/** F12, and a click with Ctrl or Cmd: to where a name is defined, in this cell or another. */
export function followDefinitions({ editor, cellId, tell }: Mounted): void {
  const follow = async (position: monaco.IPosition) => {
    const model = editor.getModel();
    const [place] = (await answerTo("definition", model && askAt(model, position))) ?? [];
    if (!model || !place || model.isDisposed()) return;
    if (place.cell !== cellId) {
      const text = language.textOf(place.cell) ?? "";
      tell().onOpenCell?.(cellOfCode(place.cell), rangeOf(text, place.span.from, place.span.to));
      return;
    }
    const range = rangeAt(model, place.span);
    editor.setSelection(range);
    editor.revealRangeInCenterIfOutsideViewport(range);
  };
  editor.addAction({
    id: "ebb.definition",
    label: "definition",
    keybindings: [monaco.KeyCode.F12],
    precondition: "editorTextFocus",
    run: () => {
      const position = editor.getPosition();
      return position ? follow(position) : undefined;
    },
  });
  editor.onMouseUp(({ event, target }) => {
    const isText = target.type === monaco.editor.MouseTargetType.CONTENT_TEXT;
    if (isText && event.leftButton && (event.ctrlKey || event.metaKey)) void follow(target.position);
  });
}
