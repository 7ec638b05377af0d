import { holePlaces, references, significantTokens, type HolePlace } from "../../../../engine";
import type { CodeLanguage } from "../code";
import { isIdentifier } from "./declarations";
import type { Hole } from "./protocol";

/** The TypeScript of a cell, at the offsets that it has in the cell's own text. */
export interface CodeWithin {
  readonly code: string;
  /** Where a person wrote TypeScript; undefined in a cell that is nothing else. */
  readonly holes?: readonly Hole[];
}

/**
 * What TypeScript reads of a text of another language. It is as long as the text, line by line, so that no place needs to
 * be translated: `${a.b}` becomes `;(a.b)`, a relation of SQL stands there as the name it is, all else is blank.
 */
export function codeWithin(text: string, language: CodeLanguage): CodeWithin {
  if (language === "typescript") return { code: text };
  const places = holesOf(text, language);
  const pieces = places.filter((place) => !isBlank(text, place)).map((place) => pieceOf(text, place));
  if (language === "sql") pieces.push(...relationPieces(text));
  return {
    code: laidOut(text, pieces),
    holes: places.map((place) => ({ from: place.start + 2, to: endInside(place), isClosed: place.isClosed })),
  };
}

/** Whether what stands at the offset is an expression in a hole. */
export function isInHole(text: string, language: CodeLanguage, at: number): boolean {
  if (language === "typescript") return false;
  return holesOf(text, language).some((place) => place.start + 2 <= at && at <= endInside(place));
}

/** What is written in the holes of a text, without the braces. */
export function holeTexts(text: string, language: CodeLanguage): string[] {
  if (language === "typescript") return [];
  return holesOf(text, language).map((place) => text.slice(place.start + 2, endInside(place)));
}

function holesOf(text: string, language: "sql" | "markdown"): HolePlace[] {
  return text.includes("${") ? holePlaces(text, language) : [];
}

interface Piece {
  readonly at: number;
  readonly code: string;
}

function pieceOf(text: string, place: HolePlace): Piece {
  const inside = text.slice(place.start + 2, endInside(place));
  return { at: place.start, code: `;(${inside}${place.isClosed ? ")" : ""}` };
}

function endInside({ end, isClosed }: HolePlace): number {
  return isClosed ? end - 1 : end;
}

/** Nothing to read yet: an empty pair of brackets would make half a function of the next hole. */
function isBlank(text: string, place: HolePlace): boolean {
  return !text.slice(place.start + 2, endInside(place)).trim();
}

/** `from rows`, and `rows` in `rows.id`: names that a TypeScript cell may define, and rename. */
function relationPieces(text: string): Piece[] {
  const found = references(text).relations.filter(({ qualifier }) => !qualifier.length);
  const named = new Set(found.map(({ name }) => name).filter(isIdentifier));
  if (!named.size) return [];
  const words = significantTokens(text);
  const qualifiers = words.filter(
    ({ text: word, start }, i) =>
      named.has(word) && words[i + 1]?.text === "." && words[i - 1]?.text !== "." && start > 0,
  );
  return [
    ...found.flatMap(({ name, start, end }) =>
      isPlain(text, name, start, end) ? [{ at: start, name }] : [],
    ),
    ...qualifiers.map((word) => ({ at: word.start, name: word.text })),
  ].map(({ at, name }) => ({ at: at - 1, code: `${text[at - 1] === "\n" ? "\n" : ";"}${name}` }));
}

/** Not quoted, and no word that TypeScript keeps for itself. */
function isPlain(text: string, name: string, start: number, end: number): boolean {
  return isIdentifier(name) && start > 0 && text.slice(start, end) === name;
}

function laidOut(text: string, pieces: readonly Piece[]): string {
  let code = "";
  for (const piece of [...pieces].sort((a, b) => a.at - b.at)) {
    if (piece.at < code.length) continue;
    code += blank(text.slice(code.length, piece.at)) + piece.code;
  }
  return code + blank(text.slice(code.length));
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}
