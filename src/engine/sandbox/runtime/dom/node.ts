import { DomEventTarget } from "./event";

export const spaces = {
  html: "http://www.w3.org/1999/xhtml",
  svg: "http://www.w3.org/2000/svg",
  math: "http://www.w3.org/1998/Math/MathML",
  xlink: "http://www.w3.org/1999/xlink",
  xmlns: "http://www.w3.org/2000/xmlns/",
} as const;

/** A shown tree that wants to know what changes in it. */
export interface Watcher {
  childrenChanged(parent: DomNode): void;
  textChanged(text: DomNode): void;
  attributeChanged(element: DomNode, name: string): void;
  propertyChanged(element: DomNode, name: "value" | "checked"): void;
  listeningChanged(element: DomNode, type: string, isOn: boolean): void;
}

/** The document, as far as nodes need to know it. */
export interface NodeOwner {
  createTextNode(text: string): DomNode;
  listenerFailed(error: unknown): void;
  readonly defaultView: unknown;
}

export class NodeList<T = DomNode> extends Array<T> {
  item(index: number): T | null {
    return this[index] ?? null;
  }
}

export class HTMLCollection<T = DomNode> extends Array<T> {
  item(index: number): T | null {
    return this[index] ?? null;
  }
}

let lastNumber = 0;

/** Children are a linked list: inserting among ten thousand siblings costs as much as among two. */
export class DomNode extends DomEventTarget {
  /** Names the node to the page. */
  readonly number = ++lastNumber;
  parentNode: DomNode | null = null;
  previousSibling: DomNode | null = null;
  nextSibling: DomNode | null = null;
  firstChild: DomNode | null = null;
  lastChild: DomNode | null = null;
  watcher: Watcher | null = null;
  private nodes: NodeList | null = null;

  static readonly ELEMENT_NODE = 1;
  static readonly TEXT_NODE = 3;
  static readonly COMMENT_NODE = 8;
  static readonly DOCUMENT_NODE = 9;
  static readonly DOCUMENT_FRAGMENT_NODE = 11;
  static readonly DOCUMENT_POSITION_PRECEDING = 2;
  static readonly DOCUMENT_POSITION_FOLLOWING = 4;

  constructor(
    readonly owner: NodeOwner | null,
    readonly nodeType: number,
    readonly nodeName: string,
  ) {
    super();
  }

  get ownerDocument(): NodeOwner | null {
    return this.owner;
  }

  get parentElement(): DomNode | null {
    return this.parentNode?.nodeType === 1 ? this.parentNode : null;
  }

  get childNodes(): NodeList {
    if (!this.nodes) {
      this.nodes = new NodeList();
      for (let child = this.firstChild; child; child = child.nextSibling) this.nodes.push(child);
    }
    return this.nodes;
  }

  get isConnected(): boolean {
    return this.getRootNode().nodeType === 9;
  }

  get textContent(): string | null {
    let text = "";
    for (let child = this.firstChild; child; child = child.nextSibling)
      if (child.nodeType !== 8) text += child.textContent;
    return text;
  }

  set textContent(text: string | null) {
    this.replaceChildren(...(text === null || text === "" ? [] : [String(text)]));
  }

  get nodeValue(): string | null {
    return null;
  }

  hasChildNodes(): boolean {
    return this.firstChild !== null;
  }

  getRootNode(): DomNode {
    return this.parentNode ? this.parentNode.getRootNode() : this;
  }

  contains(other: DomNode | null): boolean {
    for (let at = other; at; at = at.parentNode) if (at === this) return true;
    return false;
  }

  appendChild<T extends DomNode>(child: T): T {
    return this.insertBefore(child, null);
  }

  insertBefore<T extends DomNode>(child: T, before: DomNode | null): T {
    if (!(child instanceof DomNode)) throw new TypeError(`not a node: ${String(child)}`);
    if (before && before.parentNode !== this)
      throw new Error(`not a child of <${this.nodeName}>: ${before.nodeName}`);
    if (child.contains(this)) throw new Error(`<${child.nodeName}> cannot be put inside itself`);
    if (child.nodeType === 11) {
      while (child.firstChild) this.insertBefore(child.firstChild, before);
      return child;
    }
    if (child === before) return child;
    child.parentNode?.unlink(child);
    this.link(child, before ?? null);
    return child;
  }

  removeChild<T extends DomNode>(child: T): T {
    if (child.parentNode !== this) throw new Error(`not a child of <${this.nodeName}>: ${child.nodeName}`);
    this.unlink(child);
    return child;
  }

  replaceChild<T extends DomNode>(child: DomNode, old: T): T {
    const next = old.nextSibling === child ? child.nextSibling : old.nextSibling;
    this.removeChild(old);
    this.insertBefore(child, next);
    return old;
  }

  append(...children: readonly (DomNode | string)[]): void {
    for (const child of children) this.insertBefore(this.asNode(child), null);
  }

  prepend(...children: readonly (DomNode | string)[]): void {
    const first = this.firstChild;
    for (const child of children) this.insertBefore(this.asNode(child), first);
  }

  replaceChildren(...children: readonly (DomNode | string)[]): void {
    while (this.firstChild) this.unlink(this.firstChild);
    this.append(...children);
  }

  before(...nodes: readonly (DomNode | string)[]): void {
    for (const node of nodes) this.parentNode?.insertBefore(this.asNode(node), this);
  }

  after(...nodes: readonly (DomNode | string)[]): void {
    const next = this.nextSibling;
    for (const node of nodes) this.parentNode?.insertBefore(this.asNode(node), next);
  }

  replaceWith(...nodes: readonly (DomNode | string)[]): void {
    const [parent, next] = [this.parentNode, this.nextSibling];
    if (!parent) return;
    parent.unlink(this);
    for (const node of nodes) parent.insertBefore(this.asNode(node), next);
  }

  remove(): void {
    this.parentNode?.unlink(this);
  }

  /** 2: the other comes before; 4: after; 10 and 20 when one holds the other. */
  compareDocumentPosition(other: DomNode): number {
    if (other === this) return 0;
    if (this.contains(other)) return 20;
    if (other.contains(this)) return 10;
    const [mine, theirs] = [lineage(this), lineage(other)];
    if (mine[0] !== theirs[0]) return 1;
    const fork = mine.findIndex((node, i) => node !== theirs[i]);
    for (let at: DomNode | null = mine[fork]!; at; at = at.nextSibling) if (at === theirs[fork]) return 4;
    return 2;
  }

  cloneNode(deep = false): DomNode {
    const copy = this.copy();
    if (deep)
      for (let child = this.firstChild; child; child = child.nextSibling) copy.append(child.cloneNode(true));
    return copy;
  }

  override eventParent(): DomEventTarget | null {
    return this.parentNode;
  }

  override listenerFailed(error: unknown): void {
    if (this.owner) this.owner.listenerFailed(error);
    else super.listenerFailed(error);
  }

  /** This node alone. */
  copy(): DomNode {
    throw new Error(`cannot be copied: ${this.nodeName}`);
  }

  /** Children came or went. */
  protected childrenChanged(): void {
    this.nodes = null;
    this.watcher?.childrenChanged(this);
  }

  private asNode(node: DomNode | string): DomNode {
    if (node instanceof DomNode) return node;
    const owner = this.owner ?? (this as unknown as NodeOwner);
    return owner.createTextNode(String(node));
  }

  private link(child: DomNode, before: DomNode | null): void {
    const previous = before ? before.previousSibling : this.lastChild;
    child.parentNode = this;
    child.previousSibling = previous;
    child.nextSibling = before;
    if (previous) previous.nextSibling = child;
    else this.firstChild = child;
    if (before) before.previousSibling = child;
    else this.lastChild = child;
    watch(child, this.watcher);
    this.childrenChanged();
  }

  private unlink(child: DomNode): void {
    const { previousSibling: previous, nextSibling: next } = child;
    if (previous) previous.nextSibling = next;
    else this.firstChild = next;
    if (next) next.previousSibling = previous;
    else this.lastChild = previous;
    child.parentNode = child.previousSibling = child.nextSibling = null;
    watch(child, null);
    this.childrenChanged();
  }
}

/** The node and everything in it belongs to this shown tree, or to none. */
export function watch(node: DomNode, watcher: Watcher | null): void {
  if (node.watcher === watcher) return;
  node.watcher = watcher;
  for (let child = node.firstChild; child; child = child.nextSibling) watch(child, watcher);
}

function lineage(node: DomNode): DomNode[] {
  const line: DomNode[] = [];
  for (let at: DomNode | null = node; at; at = at.parentNode) line.unshift(at);
  return line;
}
