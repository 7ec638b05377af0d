import { cellOf, fileOf } from "./cell-files";
import type { NotebookService } from "./notebook-service";
import { placeOf, spanOf } from "./places";
import type { Edit, Renaming } from "./protocol";

/** What changes when a name gets another one; `to` null asks whether it can. */
export function rename(notebook: NotebookService, cell: string, at: number, to: string | null): Renaming {
  const info = notebook.service.getRenameInfo(fileOf(cell), at, {});
  const giver = info.canRename ? giverOf(notebook, cell, at) : undefined;
  if (info.canRename && giver !== undefined)
    return { can: true, span: spanOf(info.triggerSpan), name: info.displayName, edits: [], giver };
  if (to !== null && !/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(to))
    return { can: false, reason: "no-name" };
  if (!info.canRename) return { can: false, reason: "nothing" };
  const name = info.displayName;
  const found = locationsOf(notebook, cell, at);
  // A library or our own declarations among them: the name is not one of a cell.
  if (found.some(({ fileName }) => cellOf(fileName) === null)) return { can: false, reason: "elsewhere" };
  const end = notebook.cells.textOf(cell)?.length ?? 0;
  const isShared = found.some(({ fileName, textSpan }) => fileName === fileOf(cell) && textSpan.start > end);
  const places = isShared ? everywhere(notebook, name) : found;
  const edits = places.flatMap(({ fileName, textSpan, prefixText = "", suffixText = "" }): Edit[] =>
    placeOf(notebook, fileName, textSpan).map((place) => ({
      ...place,
      text: prefixText + (to ?? name) + suffixText,
    })),
  );
  return { can: true, span: spanOf(info.triggerSpan), name, edits };
}

/** The SQL cell or the input whose name stands there. A property of it, as a column, is another name. */
function giverOf(notebook: NotebookService, cell: string, at: number): string | undefined {
  const [defined] = notebook.service.getDefinitionAtPosition(fileOf(cell), at) ?? [];
  if (defined?.kind !== "const") return undefined;
  return notebook.giverAt(defined.fileName, defined.textSpan.start);
}

/** Each cell by itself, from where its ending exports or imports the name: so `{ total }` can become `{ total: sum }`. */
function everywhere(notebook: NotebookService, name: string) {
  return notebook.cells.cells().flatMap((cell) => {
    const ending = inEnding(notebook, cell, name);
    if (ending === null) return [];
    // From an `export` TypeScript would change only what others call it.
    const defined = notebook.service.getDefinitionAtPosition(fileOf(cell), ending) ?? [];
    const own = defined.find(({ fileName }) => fileName === fileOf(cell));
    return locationsOf(notebook, cell, own?.textSpan.start ?? ending).filter(
      ({ fileName }) => fileName === fileOf(cell),
    );
  });
}

function inEnding(notebook: NotebookService, cell: string, name: string): number | null {
  const text = notebook.cells.textOf(cell)?.length ?? 0;
  const ending = notebook.cells.moduleOf(cell)?.text.slice(text) ?? "";
  const at = ending.search(new RegExp(`(?<=[{,] )${name.replaceAll("$", "\\$")}(?=,| \\})`, "u"));
  return at < 0 ? null : text + at;
}

function locationsOf({ service }: NotebookService, cell: string, at: number) {
  return service.findRenameLocations(fileOf(cell), at, false, false, true) ?? [];
}
