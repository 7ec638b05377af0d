/**
 * Where an expression in braces, `${…}`, ends. Not a parser of TypeScript: it only tells braces from braces in strings,
 * templates, comments and regular expressions. One answer for the tokens of SQL, for Markdown, and for what is compiled.
 *
 * @param start offset of the `$`
 * @returns offset after the closing `}`; null when there is none
 */
export function endOfHole(text: string, start: number): number | null {
  // Innermost last: "{" waits for its brace, "`" for the end of a template.
  const open: ("{" | "`")[] = ["{"];
  let at = start + 2;
  let previous = "";
  while (at < text.length) {
    const inTemplate = open[open.length - 1] === "`";
    const piece = pieceAt(
      inTemplate ? ofTemplate : canBeginRegex(previous) ? ofCode : ofCodeAfterValue,
      text,
      at,
    );
    at += piece.length;
    if (piece === "`" && inTemplate) open.pop();
    else if (piece === "`") open.push("`");
    else if (piece === "${" || (piece === "{" && !inTemplate)) open.push("{");
    else if (piece === "}" && !inTemplate) open.pop();
    if (open.length === 0) return at;
    if (!/^(?:\s|\/[/*])/.test(piece)) previous = piece === "${" ? "{" : piece;
  }
  return null;
}

const trivia = String.raw`\s+|\/\/[^\n\r]*|\/\*[^]*?(?:\*\/|$)`;
// A string ends at its line's end at the latest, so that a lone quote does not swallow the rest.
const strings = String.raw`"(?:[^"\\\n]|\\[^])*"?|'(?:[^'\\\n]|\\[^])*'?`;
const regex = String.raw`\/(?![*/])(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/`;
const words = String.raw`[\p{ID_Continue}$]+`;
const ofCode = new RegExp(`${trivia}|${strings}|${regex}|${words}|[^]`, "uy");
const ofCodeAfterValue = new RegExp(`${trivia}|${strings}|${words}|[^]`, "uy");
const ofTemplate = /[^`\\$]+|\\[^]|\$\{|[^]/uy;

function pieceAt(shape: RegExp, text: string, at: number): string {
  shape.lastIndex = at;
  // A sticky pattern in Unicode mode steps back to the start of a pair of surrogates; `at` never stands inside one.
  return shape.exec(text)?.[0] ?? text.charAt(at);
}

const wordsBeforeValue =
  /^(?:return|typeof|case|in|of|delete|void|instanceof|new|await|throw|do|else|yield)$/;

/** After a value `/` divides; after an operator, or nothing, it begins a regular expression. */
function canBeginRegex(previous: string): boolean {
  if (/^[\p{ID_Continue}$]/u.test(previous)) return wordsBeforeValue.test(previous);
  return !/^["'`)\]}]|^\/./.test(previous);
}
