import type { AnyNode, Expression, Identifier, Program, SpreadElement, TemplateLiteral } from "acorn";
import { folded, namesRead } from "../sql-text";
import { walk } from "./walk";

/**
 * Relations that a program names in so many words: in sql`…`, table("…") and analyse("…", { table: "…" }). One that is put
 * together while it runs is not among them.
 *
 * @param isFree whether an identifier is the one in scope, not one that the program declares itself
 */
export function relationsIn(program: Program, isFree: (node: Identifier) => boolean): string[] {
  const byName = new Map<string, string>();
  walk(program, (node) => {
    for (const name of namedIn(node, isFree)) if (!byName.has(folded(name))) byName.set(folded(name), name);
  });
  return [...byName.values()];
}

function namedIn(node: AnyNode, isFree: (node: Identifier) => boolean): readonly string[] {
  const calls = (callee: AnyNode, name: string) =>
    callee.type === "Identifier" && callee.name === name && isFree(callee);
  if (node.type === "TaggedTemplateExpression" && calls(node.tag, "sql")) return namesRead(sqlOf(node.quasi));
  if (node.type !== "CallExpression") return [];
  const [first, second] = node.arguments;
  if (calls(node.callee, "table")) return textOf(first);
  if (calls(node.callee, "analyse") && second?.type === "ObjectExpression") {
    return second.properties.flatMap((property) =>
      property.type === "Property" && !property.computed && keyOf(property.key) === "table"
        ? textOf(property.value)
        : [],
    );
  }
  return [];
}

/** As an SQL cell would have it: with a hole for each value. */
function sqlOf({ quasis }: TemplateLiteral): string {
  return quasis.map(({ value }) => value.cooked ?? value.raw).join("${0}");
}

function textOf(node: Expression | SpreadElement | undefined): string[] {
  if (node?.type === "Literal") return typeof node.value === "string" && node.value ? [node.value] : [];
  if (node?.type !== "TemplateLiteral" || node.expressions.length) return [];
  return node.quasis.flatMap(({ value }) => value.cooked ?? []);
}

function keyOf(key: AnyNode): unknown {
  return key.type === "Identifier" ? key.name : key.type === "Literal" ? key.value : null;
}
