import { fileOf } from "./cell-files";
import { columnTextAt, spanInside } from "./column-texts";
import { describedFrom, plain } from "./described";
import type { NotebookService } from "./notebook-service";
import { placeOf, spanOf } from "./places";
import type { Completions, QuestionName, Questions, Span } from "./protocol";
import { rename } from "./rename";

type Answering = {
  readonly [Q in QuestionName]: (
    notebook: NotebookService,
    ask: Questions[Q]["ask"],
  ) => Questions[Q]["answer"];
};

/** How each question about a notebook is answered. */
export const answers: Answering = {
  complete(notebook, { cell, at }) {
    const column = columnTextAt(notebook, cell, at);
    if (column) return columnsAt(column.columns, spanInside(column.node));
    const found = notebook.service.getCompletionsAtPosition(fileOf(cell), at, {
      quotePreference: "double",
      // `row["paid at"]` after `row.`, and `row?.price` where the row may be null.
      includeCompletionsWithInsertText: true,
      includeAutomaticOptionalChainCompletions: true,
    });
    if (!found) return null;
    return {
      isMember: found.isMemberCompletion,
      entries: found.entries.map((entry) => ({
        name: entry.name,
        kind: entry.kind,
        sort: notebook.isOfNotebook(entry.name) ? ownName : entry.sortText,
        insert: entry.insertText,
        isDeprecated: entry.kindModifiers?.includes("deprecated") ?? false,
        replace: entry.replacementSpan && spanOf(entry.replacementSpan),
      })),
    };
  },

  describe({ service }, { cell, at, name, source }) {
    const found = service.getCompletionEntryDetails(fileOf(cell), at, name, undefined, source, {}, undefined);
    return found ? describedFrom(found) : null;
  },

  hover({ service }, { cell, at }) {
    const found = service.getQuickInfoAtPosition(fileOf(cell), at);
    return found ? { ...describedFrom(found), span: spanOf(found.textSpan) } : null;
  },

  signature({ service }, { cell, at, retrigger }) {
    const triggerReason = { kind: retrigger ? ("retrigger" as const) : ("invoked" as const) };
    const found = service.getSignatureHelpItems(fileOf(cell), at, { triggerReason });
    if (!found) return null;
    return {
      active: found.selectedItemIndex,
      activeParameter: found.argumentIndex,
      all: found.items.map((item) => {
        const parameters = item.parameters.map((one) => ({
          label: plain(one.displayParts),
          text: plain(one.documentation),
        }));
        const list = parameters.map(({ label }) => label).join(plain(item.separatorDisplayParts));
        const label = plain(item.prefixDisplayParts) + list + plain(item.suffixDisplayParts);
        return { label, text: plain(item.documentation), parameters };
      }),
    };
  },

  definition(notebook, { cell, at }) {
    const found = notebook.service.getDefinitionAtPosition(fileOf(cell), at) ?? [];
    return found.flatMap(({ fileName, textSpan }) => {
      const giver = notebook.giverAt(fileName, textSpan.start);
      return giver === undefined
        ? placeOf(notebook, fileName, textSpan)
        : [{ cell: giver, span: { from: 0, to: 0 } }];
    });
  },

  rename: (notebook, { cell, at, to }) => rename(notebook, cell, at, to),

  format(notebook, { cell, tabSize }) {
    const edits = notebook.service.getFormattingEditsForDocument(fileOf(cell), {
      indentSize: tabSize,
      tabSize,
      newLineCharacter: "\n",
      convertTabsToSpaces: true,
      insertSpaceAfterCommaDelimiter: true,
      insertSpaceAfterSemicolonInForStatements: true,
      insertSpaceBeforeAndAfterBinaryOperators: true,
      insertSpaceAfterKeywordsInControlFlowStatements: true,
      insertSpaceAfterOpeningAndBeforeClosingNonemptyBraces: true,
    });
    const length = notebook.cells.textOf(cell)?.length ?? 0;
    return edits
      .map(({ span, newText }) => ({ cell, span: spanOf(span), text: newText }))
      .filter(({ span }) => span.to <= length);
  },
};

/** As TypeScript sorts names of the file itself. */
const ownName = "11";

function columnsAt(columns: readonly string[], replace: Span): Completions {
  return {
    isMember: true,
    entries: columns.map((name, i) => ({
      name,
      kind: "column",
      sort: String(i).padStart(4, "0"),
      isDeprecated: false,
      replace,
    })),
  };
}
