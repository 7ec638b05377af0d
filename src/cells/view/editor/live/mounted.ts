import type { CodeProps } from "../code";
import type { monaco } from "./monaco";

/** The one live editor, for providers that Monaco asks for all. */
export interface Mounted {
  readonly cellId: string;
  readonly editor: monaco.editor.IStandaloneCodeEditor;
  /** As of the last render. */
  readonly tell: () => Pick<CodeProps, "onOpenCell" | "onEditCells" | "onRenameCell">;
}

const mounted = new Map<monaco.editor.ITextModel, Mounted>();

export function setMounted(model: monaco.editor.ITextModel, one: Mounted | null): void {
  if (one) mounted.set(model, one);
  else mounted.delete(model);
}

export function mountedOn(model: monaco.editor.ITextModel): Mounted | undefined {
  return mounted.get(model);
}

/** Where the caret is in the code that is being written, and what is selected there; null when nobody writes code. */
export function caret(): {
  readonly line: number;
  readonly column: number;
  readonly selected: string;
} | null {
  for (const { editor } of mounted.values()) {
    const [position, selection] = [editor.getPosition(), editor.getSelection()];
    if (!editor.hasTextFocus() || !position || !selection) continue;
    const selected = editor.getModel()?.getValueInRange(selection) ?? "";
    return { line: position.lineNumber, column: position.column, selected };
  }
  return null;
}

/** Says something beside the caret for a moment; Escape takes it away. */
export function say(editor: monaco.editor.IStandaloneCodeEditor, text: string): void {
  const messages = editor.getContribution("editor.contrib.messageController");
  const position = editor.getPosition();
  if (messages && position && "showMessage" in messages && typeof messages.showMessage === "function")
    messages.showMessage(text, position);
}

/** `cellId` is the notebook's id, a slash, and the cell's. */
export function cellOfCode(cellId: string): string {
  return cellId.slice(cellId.lastIndexOf("/") + 1);
}
