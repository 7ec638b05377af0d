import type { DomNode } from "./node";

/** `document.createTreeWalker`, forwards and by node types. */
export class TreeWalker {
  currentNode: DomNode;

  constructor(
    readonly root: DomNode,
    private readonly whatToShow = 0xffffffff,
  ) {
    this.currentNode = root;
  }

  nextNode(): DomNode | null {
    for (let at = this.after(this.currentNode); at; at = this.after(at)) {
      if (this.whatToShow & (1 << (at.nodeType - 1))) return (this.currentNode = at);
    }
    return null;
  }

  private after(node: DomNode): DomNode | null {
    if (node.firstChild) return node.firstChild;
    for (let at: DomNode | null = node; at && at !== this.root; at = at.parentNode)
      if (at.nextSibling) return at.nextSibling;
    return null;
  }
}
