import type { AnyNode } from "acorn";

/** The nodes directly inside one, in the order of the text. */
export function childrenOf(node: AnyNode): AnyNode[] {
  const found: AnyNode[] = [];
  // acorn makes the fields of a node in the order in which it reads them, but for decorations like `async`.
  const fields: unknown[] = Object.values(node);
  for (const field of fields) {
    if (isNode(field)) found.push(field);
    else if (Array.isArray(field)) found.push(...field.filter(isNode));
  }
  return found;
}

/** Every node from this one on, without recursion: only parsers need a deep stack. */
export function* nodesIn(root: AnyNode): Generator<AnyNode> {
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    waiting.push(...childrenOf(node).reverse());
  }
}

function isNode(field: unknown): field is AnyNode {
  return typeof field === "object" && field !== null && "type" in field && typeof field.type === "string";
}
