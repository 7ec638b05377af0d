import type { Identifier, Program } from "acorn";
import { commentEdits, endingEdits, importEdits, viewEdits, viewsIn } from "./body";
import { checkNames } from "./check-names";
import type { CodeFault, CompiledCell } from "./compiled-cell";
import { edited } from "./edits";
import { isKnownName, isScopeName } from "./known-names";
import { objectLiteral } from "./object-literal";
import { parseProgram } from "./parse";
import { relationsIn } from "./relations";
import { stripTypes, type Stripped } from "./strip-types";
import { orFault } from "./trouble";
import { readNames, type Names } from "./uses";

/**
 * A cell's TypeScript as the body of `async function (__result, __define, __view, ...reads, ...scope) { "use strict"; … }`.
 * Types are not checked, only cut out. What a top-level `var`, `let`, `const`, function, class or enum declares is defined
 * at the end, all at once: a cell that throws defines nothing, and one that has no names calls no `__define`. Of a last
 * expression that is `display(…)` or `view(…)` no result is given: they have shown it.
 *
 * Pure; wants 5 ms for 100 lines, so ask through `remembered`.
 */
export function compileCell(text: string): CompiledCell | CodeFault {
  return orFault(() => compiled(text), text);
}

function compiled(text: string): CompiledCell {
  const object = objectLiteral(text);
  if (object) {
    const names = readNames(object.program);
    checkNames(object.program, names, object);
    // What comes after it is a comment at most.
    const body = `;__result((${object.code.slice(0, object.end)}))${object.code.slice(object.end)}`;
    return { body, defines: [], views: [], ...usesOf(object.program, names) };
  }
  const stripped = stripTypes(text);
  const program = parseProgram(text, stripped);
  const names = readNames(program);
  checkNames(program, names, stripped);
  return compiledProgram(stripped, program, names);
}

function compiledProgram({ code }: Stripped, program: Program, names: Names): CompiledCell {
  const views = viewsIn(program);
  const body = edited(code, [
    ...importEdits(code, program),
    ...commentEdits(code),
    ...viewEdits(code, views),
    ...endingEdits(code, program, names.top),
  ]);
  const replaced = new Set(views.map(({ call }) => call.callee.start));
  const free = names.free.filter(({ node }) => !replaced.has(node.start));
  return {
    body,
    defines: names.top,
    views: views.map(({ name }) => name),
    ...usesOf(program, { ...names, free }),
  };
}

/** The free names of a program, sorted by who has them. */
export function usesOf(
  program: Program,
  { free }: Names,
): Pick<CompiledCell, "reads" | "scope" | "relations"> {
  const names = [...new Set(free.map(({ node }) => node.name))];
  const nodes = new Set<Identifier>(free.map(({ node }) => node));
  return {
    reads: names.filter((name) => !isKnownName(name) && !isScopeName(name)),
    scope: names.filter(isScopeName),
    relations: naming.some((name) => names.includes(name))
      ? relationsIn(program, (node) => nodes.has(node))
      : [],
  };
}

const naming = ["sql", "table", "analyse"];
