import type { TreeChange, TreeElement, TreeNode } from "../../../../src/engine";

type Writable =
  | { -readonly [K in keyof TreeElement]: K extends "children" ? Copy[] : TreeElement[K] }
  | { id: number; text: string };
type Copy = Writable;

/** What the page knows of a shown tree: the plain tree, changed as it is told. Throws where a change names what is not there. */
export class PageCopy {
  private root: Copy;

  constructor(root: TreeNode) {
    this.root = structuredClone(root) as Copy;
  }

  get tree(): TreeNode {
    return this.root as TreeNode;
  }

  apply(changes: readonly TreeChange[]): void {
    for (const change of changes) this.applyOne(change);
  }

  private applyOne(change: TreeChange): void {
    if (change.change === "insert") {
      const children = this.element(change.parent).children;
      const at =
        change.before === null ? children.length : children.findIndex(({ id }) => id === change.before);
      if (at < 0) throw new Error(`no node to insert before: ${change.before}`);
      if (this.find(change.node.id, this.root)) throw new Error(`already there: ${change.node.id}`);
      children.splice(at, 0, structuredClone(change.node) as Copy);
      return;
    }
    if (change.change === "remove") {
      if (!this.take(change.node, this.root)) throw new Error(`no node to remove: ${change.node}`);
      return;
    }
    if (change.change === "text") {
      Object.assign(this.find(change.node, this.root) ?? missing(change.node), { text: change.text });
      return;
    }
    const element = this.element(change.node);
    if (change.change === "attribute") {
      const { [change.name]: _, ...others } = element.attributes;
      element.attributes =
        change.value === null ? others : { ...element.attributes, [change.name]: change.value };
    } else if (change.change === "property")
      element.properties = { ...element.properties, [change.name]: change.value };
    else {
      const others = (element.listens ?? []).filter((type) => type !== change.type);
      element.listens = change.on ? [...others, change.type] : others;
    }
  }

  private element(id: number) {
    const node = this.find(id, this.root) ?? missing(id);
    if ("text" in node) throw new Error(`a text has no attributes: ${id}`);
    return node;
  }

  private find(id: number, node: Copy): Copy | null {
    if (node.id === id) return node;
    if ("text" in node) return null;
    for (const child of node.children) {
      const found = this.find(id, child);
      if (found) return found;
    }
    return null;
  }

  private take(id: number, node: Copy): boolean {
    if ("text" in node) return false;
    const at = node.children.findIndex((child) => child.id === id);
    if (at >= 0) node.children.splice(at, 1);
    return at >= 0 || node.children.some((child) => this.take(id, child));
  }
}

function missing(id: number): never {
  throw new Error(`no such node: ${id}`);
}

/** Without numbers and without what is empty, children in order: what can be seen of a tree. */
export function seen(node: TreeNode): unknown {
  if ("text" in node) return node.text;
  return {
    tag: node.tag,
    space: node.space,
    attributes: Object.fromEntries(Object.entries(node.attributes).sort()),
    listens: [...(node.listens ?? [])].sort(),
    properties: { ...node.properties },
    children: node.children.map(seen),
  };
}
