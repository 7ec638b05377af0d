import { folded, references } from "../sql-text";
import { CannotRename } from "./cannot-rename";
import { edited, type Edit } from "./edits";
import { holePlaces } from "./read-template";
import { relationEdits } from "./rename-relation";
import { codeEdits, readsOfCode } from "./rename-code";
import { Trouble } from "./trouble";

type Language = "sql" | "markdown" | "typescript";

/**
 * A text that reads a name of another cell, with the other name that the cell has got: relations of SQL, values in code and in
 * `${…}`, relations that code names. The same text where it does not read it, or cannot be read itself. Null where the new name
 * would mean something else there, or cannot be written: a query of that name in `with`, a variable, a word of the language.
 */
export function renamedRead(text: string, language: Language, from: string, to: string): string | null {
  try {
    const next = edited(text, editsOf(text, language, from, to));
    return next === text || saysTheSame(text, next, language, from, to) ? next : null;
  } catch (error) {
    if (error instanceof CannotRename) return null;
    throw error;
  }
}

function editsOf(text: string, language: Language, from: string, to: string): Edit[] {
  if (language === "typescript") return whereReadable(() => codeEdits(text, false, from, to));
  const inHoles = holePlaces(text, language)
    .filter(({ isClosed }) => isClosed)
    .flatMap(({ start, end }) =>
      whereReadable(() => codeEdits(text.slice(start + 2, end - 1), true, from, to)).map((edit) => ({
        ...edit,
        at: edit.at + start + 2,
      })),
    );
  return language === "sql" ? [...relationEdits(text, from, to), ...inHoles] : inHoles;
}

/** A half-written text reads nothing yet. */
function whereReadable<Found>(read: () => Found[]): Found[] {
  try {
    return read();
  } catch (error) {
    if (error instanceof Trouble) return [];
    throw error;
  }
}

/** All that was read is still read, in the same order and under the one new name; nothing was caught by a name inside. */
function saysTheSame(before: string, after: string, language: Language, from: string, to: string): boolean {
  const [was, is] = [before, after].map((text) => readsIn(text, language).map(folded));
  const expected = was?.map((name) => (name === folded(from) ? folded(to) : name));
  return expected?.join("\n") === is?.join("\n");
}

function readsIn(text: string, language: Language): string[] {
  if (language === "typescript") return whereReadable(() => readsOfCode(text, false));
  const inHoles = holePlaces(text, language)
    .filter(({ isClosed }) => isClosed)
    .flatMap(({ start, end }) => whereReadable(() => readsOfCode(text.slice(start + 2, end - 1), true)));
  const relations = language === "sql" ? references(text).relations.map(({ name }) => name) : [];
  return [...relations, ":", ...inHoles];
}
