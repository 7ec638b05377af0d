import type { Described } from "../../language/protocol";
import { monaco } from "../monaco";
import { mountedOn } from "../mounted";
import { answerTo, askAt, rangeAt } from "./model-places";

const { CompletionItemKind: Kind, CompletionItemTag } = monaco.languages;

/** Where each candidate came from: its description is asked for when it is looked at. */
const origins = new WeakMap<monaco.languages.CompletionItem, { cell: string; at: number; name: string }>();

export const completion: monaco.languages.CompletionItemProvider = {
  triggerCharacters: [".", '"', "'", "`"],

  async provideCompletionItems(model, position, context, token) {
    const ask = askAt(model, position);
    const found = await answerTo("complete", ask);
    if (!ask || !found || token.isCancellationRequested || model.isDisposed()) return null;
    if (hasMovedOn(model, position)) return null;
    const isQuote = context.triggerCharacter !== undefined && context.triggerCharacter !== ".";
    // A quote opens a list only where texts are known, not one of every word.
    if (isQuote && found.entries.some(({ kind }) => kind !== "column" && kind !== "string")) return null;
    const word = model.getWordUntilPosition(position);
    const typed = new monaco.Range(
      position.lineNumber,
      word.startColumn,
      position.lineNumber,
      position.column,
    );
    const suggestions = found.entries.map((entry) => {
      // There may be two thousand of them: the model is asked only where something else than the word is replaced.
      const range = entry.replace ? rangeAt(model, entry.replace) : typed;
      const isWord = range === typed || entry.kind === "column";
      const item: monaco.languages.CompletionItem = {
        label: entry.name,
        filterText: isWord ? entry.name : textBefore(model, range, typed) + entry.name,
        kind: icons[entry.kind] ?? Kind.Property,
        insertText: entry.insert ?? entry.name,
        sortText: entry.sort,
        range,
        tags: entry.isDeprecated ? [CompletionItemTag.Deprecated] : [],
      };
      origins.set(item, { ...ask, name: entry.name });
      return item;
    });
    return { suggestions };
  },

  async resolveCompletionItem(item) {
    const origin = origins.get(item);
    const described = item.kind === icons.column ? null : await answerTo("describe", origin);
    if (!described) return item;
    return { ...item, detail: described.code, documentation: { value: described.text } };
  },
};

/** A dot that is replaced too has to match as well. */
function textBefore(model: monaco.editor.ITextModel, range: monaco.Range, typed: monaco.Range): string {
  return model.getValueInRange(
    monaco.Range.fromPositions(range.getStartPosition(), typed.getStartPosition()),
  );
}

/**
 * Whether another word is being written than the one that was asked about. Monaco would offer it the candidates of the
 * old place and ask no more; with none, it asks for the new place.
 */
function hasMovedOn(model: monaco.editor.ITextModel, asked: monaco.IPosition): boolean {
  const caret = mountedOn(model)?.editor.getPosition();
  if (!caret || caret.lineNumber !== asked.lineNumber) return true;
  return model.getWordUntilPosition(caret).startColumn > asked.column;
}

/** A type as code, and what its author says of it. */
export function markdownOf({ code, text }: Described): monaco.IMarkdownString[] {
  return [{ value: "```typescript\n" + code + "\n```" }, ...(text ? [{ value: text }] : [])];
}

const icons: Readonly<Record<string, monaco.languages.CompletionItemKind>> = {
  keyword: Kind.Keyword,
  "primitive type": Kind.Keyword,
  var: Kind.Variable,
  let: Kind.Variable,
  const: Kind.Variable,
  "local var": Kind.Variable,
  alias: Kind.Variable,
  parameter: Kind.Variable,
  property: Kind.Field,
  getter: Kind.Field,
  setter: Kind.Field,
  column: Kind.Field,
  string: Kind.Value,
  function: Kind.Function,
  "local function": Kind.Function,
  method: Kind.Function,
  enum: Kind.Enum,
  "enum member": Kind.EnumMember,
  module: Kind.Module,
  class: Kind.Class,
  interface: Kind.Interface,
  type: Kind.Interface,
};
