import type { Program } from "acorn";
import { parseWithParens } from "./parse";
import { stripTypes } from "./strip-types";
import { Trouble } from "./trouble";

/** A text read as one expression in brackets; `code` is without the brackets. */
export interface BracketedExpression {
  readonly program: Program;
  readonly code: string;
  originalOffset(offset: number): number;
}

/**
 * An expression and nothing else, by putting it in brackets: `a) + (b` is none.
 *
 * @throws Trouble, its offset in `text`
 */
export function expressionIn(text: string): BracketedExpression {
  // The line end closes a comment at the end of the text.
  const bracketed = `(${text}\n)`;
  const inText = (offset: number) => Math.max(0, Math.min(offset - 1, text.length));
  try {
    const stripped = stripTypes(bracketed);
    const program = parseWithParens(bracketed, stripped);
    const [statement] = program.body;
    const { code } = stripped;
    const isOne = statement?.type === "ExpressionStatement" && statement.end === code.length;
    if (!isOne || statement.expression.type !== "ParenthesizedExpression" || statement.start !== 0) {
      throw new Trouble("syntax", "not one expression", 1);
    }
    return {
      program,
      code: code.slice(1, -2),
      originalOffset: (offset) => inText(stripped.originalOffset(offset)),
    };
  } catch (error) {
    if (error instanceof Trouble)
      throw new Trouble(error.code, error.message, inText(error.offset), error.values);
    throw error;
  }
}

/** As `BracketedExpression`, with the place after the object's `}` in `code`. */
export interface ObjectLiteral extends BracketedExpression {
  readonly end: number;
}

/**
 * A cell that is nothing but `{ a: 1, b }`: to the language a block, to a person an object. null for everything else,
 * an empty block too.
 */
export function objectLiteral(text: string): ObjectLiteral | null {
  if (!/^(?:\s|\/\/.*|\/\*[^]*?\*\/)*\{/.test(text)) return null;
  try {
    const found = expressionIn(text);
    const [statement] = found.program.body;
    const outer = statement?.type === "ExpressionStatement" ? statement.expression : null;
    const inner = outer?.type === "ParenthesizedExpression" ? outer.expression : null;
    return inner?.type === "ObjectExpression" && inner.properties.length
      ? { ...found, end: inner.end - 1 }
      : null;
  } catch (error) {
    if (error instanceof Trouble) return null;
    throw error;
  }
}
