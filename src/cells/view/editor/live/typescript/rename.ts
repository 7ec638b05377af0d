import { language } from "../../language/client";
import type { Edit } from "../../language/protocol";
import { words } from "../../words";
import { cellOfCode, mountedOn, say } from "../mounted";
import { cellIdOf, keptModel, replaceText } from "../models";
import type { monaco } from "../monaco";
import { answerTo, askAt, rangeAt } from "./model-places";

/** Monaco asks for the name, we change this cell through it and the others by telling the page. */
export const rename: monaco.languages.RenameProvider = {
  async resolveRenameLocation(model, position) {
    const ask = askAt(model, position);
    const found = await answerTo("rename", ask && { ...ask, to: null });
    if (found?.can) return { range: rangeAt(model, found.span), text: found.name };
    const rejectReason = found?.reason === "elsewhere" ? words().renamedElsewhere : words().nothingToRename;
    // Monaco reads only the reason.
    return { range: rangeAt(model, { from: 0, to: 0 }), text: "", rejectReason };
  },

  async provideRenameEdits(model, position, newName) {
    const ask = askAt(model, position);
    const found = await answerTo("rename", ask && { ...ask, to: newName });
    const mounted = mountedOn(model);
    if (!found?.can) {
      if (mounted) say(mounted.editor, words().noName(newName));
      return { edits: [] };
    }
    if (found.giver !== undefined) {
      mounted?.tell().onRenameCell?.(cellOfCode(found.giver), newName);
      return { edits: [] };
    }
    const own = cellIdOf(model);
    changeOthers(
      found.edits.filter(({ cell }) => cell !== own),
      mounted?.tell().onEditCells,
    );
    const edits = found.edits
      .filter(({ cell }) => cell === own)
      .map(({ span, text }) => ({
        resource: model.uri,
        versionId: undefined,
        textEdit: { range: rangeAt(model, span), text },
      }));
    return { edits };
  },
};

function changeOthers(
  edits: readonly Edit[],
  report: ((changes: { cell: string; value: string }[]) => void) | undefined,
): void {
  if (!report) return;
  const cells = [...new Set(edits.map(({ cell }) => cell))];
  const changes = cells.flatMap((cell) => {
    const text = language.textOf(cell);
    if (text === undefined) return [];
    const value = changed(
      text,
      edits.filter((edit) => edit.cell === cell),
    );
    // Where the cell was edited before, its own undo knows this change.
    const kept = keptModel(cell);
    if (kept) replaceText(kept, value);
    language.write(cell, value);
    return [{ cell: cellOfCode(cell), value }];
  });
  if (changes.length) report(changes);
}

/** From the end, so that no edit moves the next one. */
export function changed(text: string, edits: readonly Pick<Edit, "span" | "text">[]): string {
  return [...edits]
    .sort((a, b) => b.span.from - a.span.from)
    .reduce((now, { span, text }) => now.slice(0, span.from) + text + now.slice(span.to), text);
}
