import { parse, type Options, type Program, type Token } from "acorn";
import type { Stripped } from "./strip-types";
import { syntaxTrouble } from "./syntax-trouble";

// As a module, because only there `import` is read as what it is, and because a cell is strict and may await anywhere.
// A body of a function knows no `#!` line. Not "latest": `using` would end what other cells are to read.
const options: Options = { ecmaVersion: 2025, sourceType: "module", allowHashBang: false };

/** @throws Trouble "syntax", "double-name", "export" */
export function parseProgram(text: string, { code, originalOffset }: Stripped): Program {
  return parsed(text, code, options, originalOffset);
}

/** As `parseProgram`, but brackets are nodes: tells `(a)` from `(a) + (b)`. */
export function parseWithParens(text: string, { code, originalOffset }: Stripped): Program {
  return parsed(text, code, { ...options, preserveParens: true }, originalOffset);
}

function parsed(
  text: string,
  code: string,
  how: Options,
  originalOffset: (offset: number) => number,
): Program {
  try {
    return parse(code, how);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw syntaxTrouble(text, error, originalOffset);
  }
}

/** Of a code that `parseProgram` has taken. Without comments; a template's text is a token. */
export function tokensOf(code: string): readonly Token[] {
  const tokens: Token[] = [];
  parse(code, { ...options, onToken: tokens });
  return tokens;
}
