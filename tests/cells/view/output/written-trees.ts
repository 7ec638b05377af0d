import type { TreeElement, TreeNode } from "../../../../src/engine";

let last = 0;

type Child = TreeNode | string;

/** An element of a tree as the sandbox would send it; `space` from the prefix: "svg:rect", "math:mi", "div". */
export function node(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): TreeElement {
  const [, space, tag] = /^(?:(svg|math):)?([^]*)$/.exec(name)!;
  return {
    id: ++last,
    space: (space as "svg" | "math" | undefined) ?? "html",
    tag: tag!,
    attributes,
    children: children.map((child) => (typeof child === "string" ? { id: ++last, text: child } : child)),
  };
}

export function listening(element: TreeElement, ...listens: string[]): TreeElement {
  return { ...element, listens };
}
