import type { CodeLanguage } from "../code";
import { metrics } from "../metrics";
import { monaco } from "./monaco";

type Model = monaco.editor.ITextModel;
type ViewState = monaco.editor.ICodeEditorViewState;

/** One model a cell, kept while the page lives: undo and caret outlast the editor that showed them. */
const models = new Map<string, Model>();
const cellIds = new WeakMap<Model, string>();
const viewStates = new Map<string, ViewState>();

export function modelOf(cellId: string, language: CodeLanguage, text: string): Model {
  const kept = models.get(cellId);
  if (!kept) {
    const model = monaco.editor.createModel(
      text,
      language,
      monaco.Uri.parse(`cell:/${encodeURIComponent(cellId)}`),
    );
    model.updateOptions({
      tabSize: metrics.tabSize,
      insertSpaces: true,
      bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
    });
    models.set(cellId, model);
    cellIds.set(model, cellId);
    return model;
  }
  if (kept.getLanguageId() !== language) monaco.editor.setModelLanguage(kept, language);
  replaceText(kept, text);
  return kept;
}

/** The model of a cell that has been edited before. */
export function keptModel(cellId: string): Model | undefined {
  return models.get(cellId);
}

export function cellIdOf(model: Model): string | undefined {
  return cellIds.get(model);
}

/** A change from outside (undo of the notebook, another tool) that can itself be undone. */
export function replaceText(model: Model, text: string): void {
  if (model.getValue() === text) return;
  model.pushStackElement();
  model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
  model.pushStackElement();
}

export function viewStateOf(cellId: string): ViewState | undefined {
  return viewStates.get(cellId);
}

export function keepViewState(cellId: string, state: ViewState | null): void {
  if (state) viewStates.set(cellId, state);
}

/** For a cell that is gone for good. */
export function forget(cellId: string): void {
  models.get(cellId)?.dispose();
  models.delete(cellId);
  viewStates.delete(cellId);
}
