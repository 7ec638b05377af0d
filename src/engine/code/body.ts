import type { AnyNode, CallExpression, Program } from "acorn";
import { isOfTypes } from "./check-names";
import type { Edit } from "./edits";
import { tokensOf } from "./parse";

/** The last expression gives its value away, and at its very end the cell its definitions. */
export function endingEdits(code: string, program: Program, defines: readonly string[]): Edit[] {
  const last = program.body.findLast((statement) => statement.type !== "EmptyStatement");
  if (!last) return [];
  const edits: Edit[] = [];
  if (last.type === "ExpressionStatement" && isShown(last.expression)) {
    // Of the statement, not the expression: brackets around it belong to it, and so does the `;` it may end with.
    const end = code[last.end - 1] === ";" ? last.end - 1 : last.end;
    // A `;` in front, for a line before that has none; two brackets, for `a, b`.
    edits.push(insertion(last.start, ";__result(("), insertion(end, "))"));
  }
  // Right after the statement: a comment after it would swallow the call.
  if (defines.length) edits.push(insertion(last.end, `;__define({${defines.join(",")}});`));
  return edits;
}

/** `const a = view(b)` becomes `const a = __view("a", b)`. */
export function viewEdits(code: string, views: readonly View[]): Edit[] {
  return views.flatMap(({ name, call }) => {
    const { start, end } = call.callee;
    return [
      { at: start, removed: end - start, inserted: "__view" },
      insertion(openingOf(code, end), `${JSON.stringify(name)}, `),
    ];
  });
}

export interface View {
  readonly name: string;
  readonly call: CallExpression;
}

export function viewsIn(program: Program): View[] {
  return program.body.flatMap((statement) => {
    if (statement.type !== "VariableDeclaration") return [];
    return statement.declarations.flatMap(({ id, init }) =>
      id.type === "Identifier" && init && isCallOf(init, "view") ? [{ name: id.name, call: init }] : [],
    );
  });
}

/** What is left of `import { type A } from "a"`. */
export function importEdits(code: string, program: Program): Edit[] {
  return program.body.filter(isOfTypes).map(({ start, end }) => {
    const lines = code.slice(start, end).replace(/[^\n\r]+/g, "");
    return { at: start, removed: end - start, inserted: `;${lines}` };
  });
}

/** `a<!--b` is `a < !(--b)` in a module and half a comment in a function's body: a space makes it the first in both. */
export function commentEdits(code: string): Edit[] {
  if (!code.includes("<!--")) return [];
  // Only where it is a sign of its own, not in a string or a template.
  return tokensOf(code)
    .filter(({ start, end }) => end === start + 1 && code.startsWith("<!--", start))
    .map(({ end }) => insertion(end, " "));
}

/** `display(a)` and `view(a)` have shown it already, and what is left of an enum is no value of its own. */
function isShown(expression: AnyNode): boolean {
  if (expression.type === "AwaitExpression") return isShown(expression.argument);
  return !isCallOf(expression, "display") && !isCallOf(expression, "view") && !isEnum(expression);
}

function isCallOf(node: AnyNode, name: string): node is CallExpression {
  if (node.type !== "CallExpression" || node.optional) return false;
  return node.callee.type === "Identifier" && node.callee.name === name;
}

/** `(function (E) { … })(E || (E = {}))` */
function isEnum(node: AnyNode): boolean {
  if (node.type !== "CallExpression" || node.callee.type !== "FunctionExpression") return false;
  const [argument] = node.arguments;
  const [param] = node.callee.params;
  if (argument?.type !== "LogicalExpression" || argument.left.type !== "Identifier") return false;
  return param?.type === "Identifier" && param.name === argument.left.name;
}

/** The callee may stand in brackets of its own, with comments before and after. */
function openingOf(code: string, from: number): number {
  const upToBracket = /(?:\s|\)|\/\/.*|\/\*[^]*?\*\/)*\(/y;
  upToBracket.lastIndex = from;
  return upToBracket.test(code) ? upToBracket.lastIndex : from;
}

function insertion(at: number, inserted: string): Edit {
  return { at, removed: 0, inserted };
}
