import { look } from "../../../src/cells/view/editor/live/look";
import { monaco } from "../../../src/cells/view/editor/live/monaco";

/**
 * Monaco by itself on an empty page, with Ebb's options, colours of TypeScript and a list of fixed names that costs nothing
 * to make: what a key costs before Ebb does anything for it.
 */
const names = Array.from({ length: 300 }, (_, i) => `${"abcdefg".slice(i % 3, (i % 3) + 4)}${i}`);

monaco.languages.registerCompletionItemProvider("typescript", {
  provideCompletionItems(model, position) {
    const { startColumn } = model.getWordUntilPosition(position);
    const range = new monaco.Range(position.lineNumber, startColumn, position.lineNumber, position.column);
    const kind = monaco.languages.CompletionItemKind.Variable;
    return { suggestions: names.map((label) => ({ label, kind, insertText: label, range })) };
  },
});
const lines = Array.from(
  { length: 19 },
  (_, i) => `const value_${i} = { label: "value ${i}", value: ${i} };`,
);
monaco.editor.create(document.getElementById("place")!, {
  ...look,
  theme: "vs",
  value: lines.join("\n"),
  language: "typescript",
});
