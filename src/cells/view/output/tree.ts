import type { TreeChange, TreeElement, TreeEvent, TreeNode } from "../../../engine";
import { allowedName, definitionTags, mostDepth, mostInDefinition, mostNodes } from "../../kinds";
import { setAllowed } from "./tree-attributes";
import { TreeEvents } from "./tree-events";
import { TypedValues } from "./typed-values";
import { keepAffordableUses } from "./tree-uses";

export interface TreeOptions {
  /** Begins every id inside, and no other id of the page. */
  readonly prefix: string;
  /** Somebody wants to follow a link out of the page. */
  readonly onLink: (address: string) => void;
}

export type SendTreeEvent = (event: Omit<TreeEvent, "part">) => void;

const spaces = {
  html: "http://www.w3.org/1999/xhtml",
  svg: "http://www.w3.org/2000/svg",
  math: "http://www.w3.org/1998/Math/MathML",
} as const;

/**
 * A tree from the sandbox as real elements in `host`, made one by one from the allow-list: no HTML text is ever parsed.
 * What may not be shown is a comment in its place, so that its neighbours are still found; changes of unknown nodes are nothing.
 */
export class ShownTree {
  readonly host: HTMLElement;
  #options: TreeOptions;
  #nodes = new Map<number, Node>();
  #ids = new WeakMap<Node, number>();
  #events: TreeEvents;
  #typed = new TypedValues();
  #uses = new Set<SVGUseElement>();

  constructor(host: HTMLElement, root: TreeNode, options: TreeOptions) {
    this.host = host;
    this.#options = options;
    this.#events = new TreeEvents(host, (node) => this.#ids.get(node), this.#typed, options.onLink);
    host.replaceChildren(this.#build(root, 0, null));
    this.#limitUses();
  }

  /** null: the code is gone; what is shown stays, its controls are off. */
  connect(send: SendTreeEvent | null): void {
    this.#events.connect(send);
  }

  apply(changes: readonly TreeChange[]): void {
    for (const change of changes) this.#apply(change);
    this.#limitUses();
  }

  close(): void {
    this.#events.close();
    this.#nodes.clear();
    this.#uses.clear();
    this.host.replaceChildren();
  }

  #apply(change: TreeChange): void {
    if (change.change === "insert") {
      const parent = this.#nodes.get(change.parent);
      if (parent instanceof Element) this.#insert(parent, change.before, change.node);
      return;
    }
    const node = this.#nodes.get(change.node);
    if (!node) return;
    switch (change.change) {
      case "remove":
        this.#forget(node);
        return node.parentNode?.removeChild(node) && undefined;
      case "text":
        if (node instanceof Text) node.data = change.text;
        return;
      case "attribute":
        if (node instanceof Element) setAllowed(node, change.name, change.value, this.#prefixFor(node));
        if (node instanceof SVGElement && node.localName === "use") this.#uses.add(node as SVGUseElement);
        return;
      case "property":
        if (node instanceof Element) this.#typed.set(node, change.name, change.value);
        return;
      case "listen":
        if (node instanceof Element) this.#events.listen(node, change.type, change.on);
    }
  }

  #insert(parent: Element, before: number | null, node: TreeNode): void {
    const next = before === null ? null : (this.#nodes.get(before) ?? null);
    // A node that is moved comes as a new one; the old one's listeners end with it.
    const old = this.#nodes.get(node.id);
    if (old?.contains(parent)) return;
    if (old) this.#forget(old);
    old?.parentNode?.removeChild(old);
    let depth = 0;
    for (let up: Element | null = parent; up && up !== this.host; up = up.parentElement) depth++;
    const definition = parent.closest(definitions);
    const room = definition ? { left: mostInDefinition - definition.getElementsByTagName("*").length } : null;
    const place = next?.parentNode === parent && next !== old ? next : null;
    parent.insertBefore(this.#build(node, depth, room), place);
  }

  #build(node: TreeNode, depth: number, room: { left: number } | null): Node {
    const made = this.#make(node, depth, room);
    this.#nodes.set(node.id, made);
    this.#ids.set(made, node.id);
    return made;
  }

  #make(node: TreeNode, depth: number, room: { left: number } | null): Node {
    if (this.#nodes.size >= mostNodes) return document.createComment("");
    if ("text" in node) return document.createTextNode(node.text);
    const name = depth < mostDepth && !(room && --room.left < 0) ? allowedName(node) : null;
    if (!name) return document.createComment("");
    const element = document.createElementNS(spaces[name.space], name.tag);
    const prefix = room ? null : this.#options.prefix;
    for (const attribute of inOrder(node.attributes))
      setAllowed(element, attribute, node.attributes[attribute]!, prefix);
    if (name.tag === "use") this.#uses.add(element as SVGUseElement);
    this.#fill(element, node, depth, room ?? roomIn(name.tag));
    return element;
  }

  #fill(element: Element, node: TreeElement, depth: number, room: { left: number } | null): void {
    const isForControl = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    if (isForControl) element.autocomplete = "off";
    for (const child of node.children) element.appendChild(this.#build(child, depth + 1, room));
    const { value, checked } = node.properties ?? {};
    if (value !== undefined) this.#typed.set(element, "value", value);
    if (checked !== undefined) this.#typed.set(element, "checked", checked);
    for (const type of node.listens ?? []) this.#events.listen(element, type, true);
  }

  #prefixFor(element: Element): string | null {
    return element.parentElement?.closest(definitions) ? null : this.#options.prefix;
  }

  #limitUses(): void {
    for (const use of this.#uses) if (!this.host.contains(use)) this.#uses.delete(use);
    if (this.#uses.size) keepAffordableUses(this.host, this.#uses);
  }

  #forget(node: Node): void {
    const id = this.#ids.get(node);
    if (id !== undefined) this.#nodes.delete(id);
    if (node instanceof Element) this.#events.forget(node);
    for (const child of node.childNodes) this.#forget(child);
  }
}

const definitions = definitionTags.join(",");

function roomIn(tag: string): { left: number } | null {
  return definitionTags.includes(tag) ? { left: mostInDefinition } : null;
}

/** The type of a control last: set before its bounds it would cut the value to those it has by itself. */
function inOrder(attributes: TreeElement["attributes"]): string[] {
  const names = Object.keys(attributes);
  return "type" in attributes ? [...names.filter((name) => name !== "type"), "type"] : names;
}
