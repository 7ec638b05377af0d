import { itemsAt } from "../completion-provider";
import type { monaco } from "../monaco";
import { completion } from "./completion";
import { standsInHole } from "./model-places";

/** In `${…}` of SQL and prose: at first the names people put there, with the first letter all that TypeScript knows. */
export const completionInHoles: monaco.languages.CompletionItemProvider = {
  triggerCharacters: ["{", ...(completion.triggerCharacters ?? [])],

  provideCompletionItems(model, position, context, token) {
    if (!standsInHole(model, position)) return null;
    if (context.triggerCharacter !== "{")
      return completion.provideCompletionItems(model, position, context, token);
    const isOpened = model.getValueInRange({
      startLineNumber: position.lineNumber,
      startColumn: Math.max(1, position.column - 2),
      endLineNumber: position.lineNumber,
      endColumn: position.column,
    });
    return isOpened === "${" ? { suggestions: itemsAt(model, position), incomplete: true } : null;
  },

  resolveCompletionItem: completion.resolveCompletionItem,
};
