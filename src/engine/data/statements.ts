export interface Statement {
  readonly text: string;
  /** Where it begins in the whole text, in UTF-16 units. */
  readonly start: number;
}

/**
 * The statements of a text, without the semicolons between them and without empty ones. DuckDB runs all but the last
 * of several in one go that cannot be cancelled, so they are sent to it one by one.
 */
export function statementsIn(text: string): readonly Statement[] {
  const statements: Statement[] = [];
  let start = 0;
  let filled = false;
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (token !== ";") {
      filled ||= !/^(\s|--|\/\*)/.test(token);
      continue;
    }
    if (filled) statements.push({ text: text.slice(start, index), start });
    [start, filled] = [index + 1, false];
  }
  if (filled) statements.push({ text: text.slice(start), start });
  return statements;
}

// Blanks, comments, quoted names, strings (also e'…' with backslashes and $tag$…$tag$), a semicolon, or anything else.
// What is not closed runs to the end, where DuckDB will complain.
const tokens =
  /\s+|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"]|"")*(?:"|$)|\be'(?:[^'\\]|\\[\s\S]|'')*(?:'|$)|'(?:[^']|'')*(?:'|$)|\$(\w*)\$[\s\S]*?(?:\$\1\$|$)|;|[\p{L}\p{N}_]+|[\s\S]/giu;
