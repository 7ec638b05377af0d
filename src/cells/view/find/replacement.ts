import { folded } from "../../../engine";
import { definedNames } from "../../kinds";
import {
  validInputName,
  validRelationName,
  type Cell,
  type InputNameProblem,
  type NameProblem,
} from "../../model";
import type { Session } from "../../session";
import { replaced, type Hit, type SearchedText } from "./find-all";

export interface Replacement {
  readonly texts: readonly { readonly cell: string; readonly source?: string; readonly name?: string }[];
  /** Names that would not be names, by cell. */
  readonly refused: ReadonlyMap<string, NameProblem | InputNameProblem | "taken">;
}

/** What is looked in: texts that a person wrote, and names that a person gave. */
export function searchedTexts(cells: readonly Cell[]): readonly SearchedText[] {
  return cells.flatMap((cell): SearchedText[] => {
    const { id } = cell;
    const named = cell.kind === "sql" || cell.kind === "input";
    const name = named && cell.name ? [{ cell: id, field: "name" as const, text: cell.name }] : [];
    const source =
      "source" in cell && cell.kind !== "foreign"
        ? [{ cell: id, field: "source" as const, text: cell.source }]
        : [];
    return [...name, ...source];
  });
}

/** The new texts of all cells with chosen hits. A text that has changed since it was searched stays as it is. */
export function replacementOf(
  session: Session,
  texts: readonly SearchedText[],
  hits: readonly Hit[],
): Replacement {
  const { cells } = session.notebook;
  const refused = new Map<string, NameProblem | InputNameProblem | "taken">();
  const found: { cell: string; source?: string; name?: string }[] = [];
  const named = new Map(cells.map((cell) => [cell.id, definedNames(cell)] as const));
  for (const one of texts) {
    const cell = cells.find(({ id }) => id === one.cell);
    const now = cell && (one.field === "name" ? cell.name : "source" in cell ? cell.source : undefined);
    const next = replaced(one, hits);
    if (!cell || now !== one.text || next === one.text) continue;
    if (one.field === "source") {
      found.push({ cell: cell.id, source: next });
      continue;
    }
    const problem = cell.kind === "input" ? validInputName(next) : validRelationName(next);
    const others = [...named].flatMap(([id, names]) => (id === cell.id ? [] : names));
    const isTaken = [...Object.keys(session.tables), ...others].some((name) => folded(name) === folded(next));
    if (problem !== "ok" || isTaken) refused.set(cell.id, problem === "ok" ? "taken" : problem);
    else {
      found.push({ cell: cell.id, name: next });
      named.set(cell.id, [next]);
    }
  }
  const ids = [...new Set(found.map(({ cell }) => cell))];
  return {
    refused,
    texts: ids.map(
      (id) => Object.assign({ cell: id }, ...found.filter(({ cell }) => cell === id)) as (typeof found)[0],
    ),
  };
}
