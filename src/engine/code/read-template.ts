import { endOfHole, isHole, tokens } from "../sql-text";
import { checkNames } from "./check-names";
import { usesOf } from "./compile-cell";
import type { CodeFault, Template, TemplateHole } from "./compiled-cell";
import { markdownHoles } from "./markdown-holes";
import { expressionIn } from "./object-literal";
import { orFault, Trouble } from "./trouble";
import { readNames } from "./uses";

/**
 * Finds `${expression}` in a text and compiles each. Parts and holes put together are the text again.
 *
 * SQL: a hole stands where a value or a name could. In strings, quoted names, `$$…$$` and comments `${` is plain text, as
 * it is for DuckDB; `$1` and `$name` are its own parameters. A hole without its `}` runs to the end and is a fault.
 * Markdown: not in code, neither fenced nor between backticks, and not after a backslash; without its `}` in the same
 * paragraph `${` is plain text.
 */
export function readTemplate(text: string, language: "sql" | "markdown"): Template {
  const found = holePlaces(text, language);
  const starts = [0, ...found.map(({ end }) => end)];
  const ends = [...found.map(({ start }) => start), text.length];
  return {
    parts: starts.map((start, i) => text.slice(start, ends[i])),
    holes: found.map((hole) => compiledHole(text, hole)),
  };
}

/** Offsets of the `$` and of the place after the `}`, or of the text's end where there is none. */
export interface HolePlace {
  readonly start: number;
  readonly end: number;
  readonly isClosed: boolean;
}

/** Where the holes of a text are, without a look into them. */
export function holePlaces(text: string, language: "sql" | "markdown"): HolePlace[] {
  return language === "sql" ? sqlHoles(text) : markdownHoles(text);
}

function sqlHoles(text: string): HolePlace[] {
  // `tokens` takes a while for a long text, and most have no hole.
  if (!text.includes("${")) return [];
  return tokens(text)
    .filter(isHole)
    .map((token) => {
      const end = token.start + token.text.length;
      return { start: token.start, end, isClosed: endOfHole(text, token.start) !== null };
    });
}

function compiledHole(whole: string, { start, end, isClosed }: HolePlace): TemplateHole {
  const text = whole.slice(start + 2, isClosed ? end - 1 : end);
  const code = isClosed
    ? orFault(() => compiledExpression(text), whole, start + 2)
    : orFault(() => unclosed(), whole, start);
  return { text, start, end, name: nameOf(text, code), code };
}

function unclosed(): never {
  throw new Trouble("syntax", "a hole without its end: ${ needs a }", 0);
}

type HoleCode = Exclude<TemplateHole["code"], CodeFault>;

function compiledExpression(text: string): HoleCode {
  if (!text.trim())
    throw new Trouble("syntax", "an empty hole: write a name or an expression between ${ and }", 0);
  const expression = expressionIn(text);
  const names = readNames(expression.program);
  checkNames(expression.program, names, expression);
  return { body: `return (${expression.code}\n)`, ...usesOf(expression.program, names) };
}

/** Only of a name that a cell could define: `${NaN}` and `${width}` are expressions. */
function nameOf(text: string, code: HoleCode | CodeFault): string | null {
  const name = text.trim();
  return !("place" in code) && code.reads.length === 1 && code.reads[0] === name ? name : null;
}
