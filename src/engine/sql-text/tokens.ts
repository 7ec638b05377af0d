import { endOfHole } from "./hole";
import { isKeyword } from "./keywords";

/**
 * What DuckDB's own lexer would see, plus the spaces and comments between: the texts put together are the input again.
 * Any text has tokens, also a half-written one: a string or comment without an end runs to the end of the text.
 *
 * One thing DuckDB does not know: `${expression}`, a value put in before it sees the text, is one "parameter". Only where a
 * token can begin: in a string, a quoted name or a comment these are signs like others.
 */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** UTF-16 units from the start of the text, as editors count. */
  readonly start: number;
}

export type TokenKind =
  | "space"
  | "comment"
  | "keyword"
  | "name"
  | "quoted-name"
  | "string"
  | "number"
  | "parameter"
  | "operator"
  | "bracket"
  | "other";

export function tokens(text: string): Token[] {
  const found: Token[] = [];
  let start = 0;
  while (start < text.length) {
    const [kind, end] = tokenAt(text, start);
    found.push({ kind, text: text.slice(start, end), start });
    start = end;
  }
  return found;
}

export function isHole(token: Pick<Token, "kind" | "text">): boolean {
  return token.kind === "parameter" && token.text.startsWith("${");
}

/** Without spaces and comments: what a grammar is about. */
export function significantTokens(text: string): Token[] {
  return tokens(text).filter((token) => token.kind !== "space" && token.kind !== "comment");
}

// DuckDB's spaces are neither those of ASCII nor those of Unicode; all other signs above ASCII may be in a name.
// The order matters: a comment before the operators it begins like, `e'…'` before the name `e`, `1e5` before `1`.
const shapes: readonly (readonly [TokenKind, RegExp])[] = [
  ["space", /[ \t\n\r\f\v\u00a0\u2000-\u200b\u202f\u205f\u2060\u3000\ufeff]+/y],
  ["comment", /--[^\n\r]*/y],
  ["string", /[eE]'[^'\\]*(?:(?:''|\\[^])[^'\\]*)*(?:'|\\?$)/y],
  ["string", /[xXbB]?'[^']*(?:''[^']*)*(?:'|$)/y],
  ["quoted-name", /"[^"]*(?:""[^"]*)*(?:"|$)/y],
  ["number", /0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+/y],
  ["number", /(?:\d[\d_]*(?:\.(?!\.)[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d+)?/y],
  [
    "name",
    // Not the `$` that begins a hole.
    /(?![\d$])[\w$\u0080-\u009f\u00a1-\u1fff\u200c-\u202e\u2030-\u205e\u2061-\u2fff\u3001-\ufefe\uff00-\uffff]+(?<!\$(?=\{))/y,
  ],
  ["parameter", /\$(?:\d+|[A-Za-z_][A-Za-z0-9_]*)|\?/y],
  ["bracket", /[()[\]{}]/y],
  ["operator", /::|:=|\.\.|[,;.:]/y],
];

const dollarQuote = /\$(?:[A-Za-z_\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*)?\$/y;
const operatorSigns = /[~!@#^&|`+\-*/%<>=]/y;

function tokenAt(text: string, start: number): readonly [TokenKind, number] {
  if (text.startsWith("/*", start)) return ["comment", endOfBlockComment(text, start)];
  if (text.startsWith("${", start)) return ["parameter", endOfHole(text, start) ?? text.length];
  const quote = match(dollarQuote, text, start);
  if (quote) return ["string", endAfter(text, quote, start + quote.length)];
  for (const [kind, shape] of shapes) {
    const found = match(shape, text, start);
    if (!found) continue;
    return [kind === "name" && isKeyword(found) ? "keyword" : kind, start + found.length];
  }
  if (match(operatorSigns, text, start)) return ["operator", endOfOperator(text, start)];
  return ["other", start + 1];
}

function match(shape: RegExp, text: string, start: number): string | undefined {
  shape.lastIndex = start;
  return shape.exec(text)?.[0];
}

function endAfter(text: string, closing: string, from: number): number {
  const at = text.indexOf(closing, from);
  return at < 0 ? text.length : at + closing.length;
}

// DuckDB counts nested block comments, so the first */ need not be the end.
function endOfBlockComment(text: string, start: number): number {
  const marks = /\/\*|\*\//g;
  marks.lastIndex = start;
  let depth = 0;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    depth += mark[0] === "/*" ? 1 : -1;
    if (depth === 0) return marks.lastIndex;
  }
  return text.length;
}

// `a*--b` is a multiplication and a comment: an operator ends where a comment begins.
// `a=-1` compares with minus one: PostgreSQL, and so DuckDB, ends no operator with a sign unless a rare character is in it.
function endOfOperator(text: string, start: number): number {
  let end = start;
  while (match(operatorSigns, text, end) && !/^(?:--|\/\*)/.test(text.slice(end, end + 2))) end++;
  if (/[~!@#^&|`%]/.test(text.slice(start, end))) return end;
  while (end > start + 1 && /[+-]/.test(text[end - 1]!)) end--;
  return end;
}
