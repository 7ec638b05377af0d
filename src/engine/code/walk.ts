import type { AnyNode } from "acorn";

/** The nodes directly inside one, in the order of the text. */
export function childrenOf(node: AnyNode): AnyNode[] {
  const found: AnyNode[] = [];
  // acorn makes the fields of a node in the order in which it reads them, but for decorations like `async`.
  const fields: unknown[] = Object.values(node);
  for (const field of fields) {
    if (isNode(field)) found.push(field);
    // One by one: an array of data may be longer than the arguments of a call.
    else if (Array.isArray(field)) for (const element of field) if (isNode(element)) found.push(element);
  }
  return found;
}

/** Calls `visit` with every node from this one on, in the order of the text. */
export function walk(node: AnyNode, visit: (node: AnyNode) => void): void {
  visit(node);
  for (const child of childrenOf(node)) walk(child, visit);
}

function isNode(field: unknown): field is AnyNode {
  return typeof field === "object" && field !== null && "type" in field && typeof field.type === "string";
}
