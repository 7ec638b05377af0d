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
    const names = namingIn(node, isFree).flatMap((one) =>
      one.as === "sql" ? namesRead(sqlOf(one.name)) : textOf(one.name),
    );
    for (const name of names) if (!byName.has(folded(name))) byName.set(folded(name), name);
  });
  return [...byName.values()];
}

/** What names a relation: a text that is SQL, or the name itself. */
export type Naming =
  | { readonly as: "sql"; readonly name: TemplateLiteral }
  | { readonly as: "name"; readonly name: Expression | SpreadElement };

/** Where this node by itself names relations; `isFree` as in `relationsIn`. */
export function namingIn(node: AnyNode, isFree: (node: Identifier) => boolean): readonly Naming[] {
  const calls = (callee: AnyNode, name: string) =>
    callee.type === "Identifier" && callee.name === name && isFree(callee);
  if (node.type === "TaggedTemplateExpression" && calls(node.tag, "sql"))
    return [{ as: "sql", name: node.quasi }];
  if (node.type !== "CallExpression") return [];
  const [first, second] = node.arguments;
  if (calls(node.callee, "table")) return first ? [{ as: "name", name: first }] : [];
  if (calls(node.callee, "analyse") && second?.type === "ObjectExpression") {
    return second.properties.flatMap((property): Naming[] =>
      property.type === "Property" && !property.computed && keyOf(property.key) === "table"
        ? [{ as: "name", name: property.value }]
        : [],
    );
  }
  return [];
}

/** As an SQL cell would have it: with a hole for each value. */
export function sqlOf({ quasis }: TemplateLiteral): string {
  return quasis.map(({ value }) => value.cooked ?? value.raw).join("${0}");
}

/** A name that is written out; of anything else nothing. */
export function textOf(node: Expression | SpreadElement): string[] {
  if (node.type === "Literal") return typeof node.value === "string" && node.value ? [node.value] : [];
  if (node.type !== "TemplateLiteral" || node.expressions.length) return [];
  return node.quasis.flatMap(({ value }) => value.cooked ?? []);
}

function keyOf(key: AnyNode): unknown {
  return key.type === "Identifier" ? key.name : key.type === "Literal" ? key.value : null;
}
