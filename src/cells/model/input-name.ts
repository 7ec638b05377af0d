import { scopeNames } from "../../engine";
import { validRelationName, type NameProblem } from "./relation-name";

export type InputNameProblem = NameProblem | "code-word" | "in-scope";

/**
 * The name of an input is read in TypeScript and, as `${name}`, in SQL and Markdown: it must be an identifier there, and
 * none that code has a meaning for already.
 */
export function validInputName(name: string): "ok" | InputNameProblem {
  if (codeWords.has(name)) return "code-word";
  if (scopeNames.some((one) => one === name)) return "in-scope";
  const relation = validRelationName(name);
  if (relation !== "ok") return relation;
  return isIdentifier(name) ? "ok" : "not-a-word";
}

export function isIdentifier(name: string): boolean {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name) && !codeWords.has(name);
}

// Words of the language, also those of strict code and of async functions, and names that code cannot define anew.
const codeWords = new Set(
  `arguments async await break case catch class const continue debugger default delete do else enum eval export extends
  false finally for function globalThis if implements import in instanceof interface let new null of package private
  protected public return static super switch this throw true try typeof undefined var void while with yield NaN
  Infinity`.split(/\s+/),
);
