import type { AnyNode, Program } from "acorn";
import { isCallOfBody, isReservedName } from "./known-names";
import { importTrouble } from "./lost-syntax";
import type { Stripped } from "./strip-types";
import { exportTrouble } from "./syntax-trouble";
import { Trouble } from "./trouble";
import type { Names } from "./uses";
import { walk } from "./walk";

/**
 * What the language allows and a notebook does not: modules, names that are not the cell's own to define or to change.
 *
 * @throws Trouble for the first one in the text
 */
export function checkNames(program: Program, names: Names, { originalOffset }: Stripped): void {
  const found: { at: number; trouble: (offset: number) => Trouble }[] = [];
  walk(program, (node) => {
    const trouble = moduleTrouble(node);
    if (trouble) found.push({ at: node.start, trouble });
  });
  for (const { node, isWrite } of names.free) {
    const trouble = isCallOfBody(node.name) || (isWrite && isReservedName(node.name)) ? reserved : foreign;
    if (isWrite || isCallOfBody(node.name)) found.push({ at: node.start, trouble: trouble(node.name) });
  }
  for (const name of names.top.filter(isReservedName)) {
    found.push({ at: declarationOf(name, program), trouble: reserved(name) });
  }
  const first = found.sort((a, b) => a.at - b.at)[0];
  if (first) throw first.trouble(originalOffset(first.at));
}

function moduleTrouble(node: AnyNode): ((offset: number) => Trouble) | null {
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- most kinds of node take the default
  switch (node.type) {
    case "ImportDeclaration":
      return isOfTypes(node) ? null : (offset) => importTrouble(String(node.source.value), offset);
    case "ImportExpression":
      return (offset) => importTrouble(moduleOf(node.source), offset);
    case "MetaProperty":
      return node.meta.name === "import"
        ? (offset) => new Trouble("syntax", "import.meta: a cell is no module", offset)
        : null;
    case "ExportAllDeclaration":
    case "ExportDefaultDeclaration":
    case "ExportNamedDeclaration":
      return exportTrouble;
    default:
      return null;
  }
}

/** `import { type A } from "a"` has become `import {} from "a"`: it asks for nothing. */
export function isOfTypes(node: AnyNode): boolean {
  return node.type === "ImportDeclaration" && !node.specifiers.length && node.source.start - node.start > 8;
}

function moduleOf(source: AnyNode): string {
  return source.type === "Literal" && typeof source.value === "string" ? source.value : "import(…)";
}

function reserved(name: string): (offset: number) => Trouble {
  return (offset) =>
    new Trouble("reserved-name", `always there, not to be redefined: ${name}`, offset, { name });
}

function foreign(name: string): (offset: number) => Trouble {
  const message = `only the cell that defines a name can assign to it: ${name}`;
  return (offset) => new Trouble("assigns-foreign", message, offset, { name });
}

/** Where a name of the top level is declared: the first declaration of that name is it, or is not far from it. */
function declarationOf(name: string, program: Program): number {
  let found: number | null = null;
  const visitId = (node: AnyNode) => {
    if (node.type === "Identifier" && node.name === name) found ??= node.start;
  };
  walk(program, (node) => {
    const declares = "id" in node && node.type !== "FunctionExpression" && node.type !== "ClassExpression";
    if (declares && node.id) walk(node.id, visitId);
  });
  return found ?? 0;
}
