import type { CodeLabels, CompletionSource } from "../code";
import { candidates, wordStart, type Candidate } from "../completion/candidates";
import { monaco } from "./monaco";
import { standsInHole } from "./typescript/model-places";

export interface Completing {
  readonly model: monaco.editor.ITextModel;
  readonly source: () => CompletionSource;
  readonly kinds: CodeLabels["kinds"];
}

/** Set while an editor is live; Monaco asks one provider for all models. */
let completing: Completing | null = null;

export function completeFrom(next: Completing | null): void {
  completing = next;
}

export function registerCompletion(): void {
  monaco.languages.registerCompletionItemProvider("sql", {
    triggerCharacters: [".", '"', " "],
    provideCompletionItems(model, position, context) {
      const before = model.getValue().slice(0, model.getOffsetAt(position));
      if (context.triggerCharacter === " " && !/\b(?:from|join)\s$/i.test(before)) return { suggestions: [] };
      // What stands there is TypeScript's to say.
      if (standsInHole(model, position)) return { suggestions: [] };
      return { suggestions: itemsAt(model, position) };
    },
  });
}

/** What is known of the notebook without TypeScript: tables and columns, in `${…}` inputs and names that code defines. */
export function itemsAt(
  model: monaco.editor.ITextModel,
  position: monaco.Position,
): monaco.languages.CompletionItem[] {
  if (!completing || completing.model !== model) return [];
  const { source, kinds } = completing;
  const text = model.getValue();
  const offset = model.getOffsetAt(position);
  const range = monaco.Range.fromPositions(model.getPositionAt(wordStart(text, offset)), position);
  const typed = model.getValueInRange(range);
  return candidates(text, offset, source()).map((each) => item(each, range, typed, kinds));
}

function item(
  { kind, label, insert, detail, rank }: Candidate,
  range: monaco.IRange,
  typed: string,
  kinds: CodeLabels["kinds"],
): monaco.languages.CompletionItem {
  return {
    label: { label, description: detail || (kinds[kind] ?? "") },
    kind: icons[kind],
    insertText: kind === "function" ? insert : insert.replaceAll("$", "\\$"),
    insertTextRules: monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet,
    // With an open quote typed, `"Left on"` has to match as a whole.
    filterText: typed.startsWith('"') ? `"${label}"` : label,
    sortText: `${rank}${label.toLowerCase()}`,
    range,
  };
}

const icons = {
  table: monaco.languages.CompletionItemKind.Struct,
  column: monaco.languages.CompletionItemKind.Field,
  function: monaco.languages.CompletionItemKind.Function,
  keyword: monaco.languages.CompletionItemKind.Keyword,
  value: monaco.languages.CompletionItemKind.Variable,
};
