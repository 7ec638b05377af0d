import type { TreeChange, TreeElement, TreeNode } from "../../output";
import { DomText } from "./character-data";
import type { DomElement } from "./element";
import { inOrder } from "./in-order";
import { type DomNode, type Watcher, watch } from "./node";
import { isShown, snapshotOf } from "./snapshot";

interface Sent {
  readonly node: DomNode;
  children: readonly DomNode[];
}

/**
 * A tree that is shown: keeps what the page knows of it, and tells the difference when asked. So whatever happens between
 * two tellings, a node is sent once and as it is then.
 */
export class LiveTree implements Watcher {
  private readonly known = new Map<number, Sent>();
  private readonly parents = new Set<DomNode>();
  private readonly texts = new Set<DomText>();
  private readonly attributes = new Map<DomElement, Set<string>>();
  private readonly properties = new Map<DomElement, Set<"value" | "checked">>();
  private readonly listening = new Map<DomElement, Map<string, boolean>>();
  private fresh = new Set<DomNode>();
  private isGone = false;

  /** `holder` stands in the document; `root` is put into it. `changed` is called at each first change after a telling. */
  constructor(
    readonly holder: DomElement,
    readonly root: DomNode,
    private readonly changed: () => void,
  ) {
    holder.append(root);
    watch(holder, this);
  }

  /** Everything, for the first showing. `everywhere`: types of events that somebody wants to hear from wherever. */
  snapshot(everywhere: readonly string[]): TreeNode {
    const root = this.send(this.root)!;
    this.forgetChanges();
    if ("text" in root || !everywhere.length) return root;
    const element: TreeElement = root;
    return { ...element, listens: [...new Set([...(element.listens ?? []), ...everywhere])] };
  }

  find(number: number): DomNode | null {
    return this.known.get(number)?.node ?? null;
  }

  /** What happened since the last telling. */
  changes(): readonly TreeChange[] {
    const changes: TreeChange[] = [];
    if (this.root.parentNode !== this.holder) {
      if (!this.isGone) changes.push({ change: "remove", node: this.root.number });
      this.isGone = true;
    } else {
      const parents = [...this.parents].filter((parent) => this.known.has(parent.number));
      for (const parent of parents) this.removals(parent, changes);
      for (const parent of parents) this.insertions(parent, changes);
      this.ownChanges(changes);
    }
    this.forgetChanges();
    return changes;
  }

  end(): void {
    watch(this.holder, null);
    this.holder.remove();
  }

  childrenChanged(parent: DomNode): void {
    this.parents.add(parent);
    this.changed();
  }

  textChanged(text: DomNode): void {
    if (text instanceof DomText) this.texts.add(text);
    this.changed();
  }

  attributeChanged(element: DomNode, name: string): void {
    entry(this.attributes, element as DomElement, () => new Set<string>()).add(name);
    this.changed();
  }

  propertyChanged(element: DomNode, name: "value" | "checked"): void {
    entry(this.properties, element as DomElement, () => new Set<"value" | "checked">()).add(name);
    this.changed();
  }

  listeningChanged(element: DomNode, type: string, isOn: boolean): void {
    entry(this.listening, element as DomElement, () => new Map<string, boolean>()).set(type, isOn);
    this.changed();
  }

  // Removals of all parents come before the insertions of any: a moved node may not be removed at its new place.
  private removals(parent: DomNode, changes: TreeChange[]): void {
    const sent = this.known.get(parent.number);
    if (!sent) return;
    const here = sent.children.filter((child) => child.parentNode === parent);
    const places = new Map(here.map((child, i) => [child, i]));
    const staying = inOrder(
      parent.childNodes.filter((child) => places.has(child)),
      (child) => places.get(child)!,
    );
    for (const child of sent.children) {
      if (staying.has(child)) continue;
      changes.push({ change: "remove", node: child.number });
      this.forget(child);
    }
    sent.children = sent.children.filter((child) => staying.has(child));
  }

  private insertions(parent: DomNode, changes: TreeChange[]): void {
    const sent = this.known.get(parent.number);
    if (!sent) return;
    const has = new Set(sent.children);
    const children = parent.childNodes.filter(isShown);
    for (let i = children.length - 1; i >= 0; i--) {
      const node = has.has(children[i]!) ? null : this.send(children[i]!);
      const before = children[i + 1]?.number ?? null;
      if (node) changes.push({ change: "insert", parent: parent.number, before, node });
    }
    sent.children = children;
  }

  private ownChanges(changes: TreeChange[]): void {
    const isOld = (node: DomNode) => this.known.has(node.number) && !this.fresh.has(node);
    for (const text of this.texts)
      if (isOld(text)) changes.push({ change: "text", node: text.number, text: text.data });
    for (const [element, names] of this.attributes) {
      if (!isOld(element)) continue;
      for (const name of names)
        changes.push({
          change: "attribute",
          node: element.number,
          name,
          value: element.attributeValues.get(name) ?? null,
        });
    }
    for (const [element, names] of this.properties) {
      const live = "live" in element ? (element.live as { value?: string; checked?: boolean }) : {};
      for (const name of names) {
        const value = live[name];
        if (isOld(element) && value !== undefined)
          changes.push({ change: "property", node: element.number, name, value });
      }
    }
    for (const [element, types] of this.listening) {
      if (isOld(element))
        for (const [type, on] of types) changes.push({ change: "listen", node: element.number, type, on });
    }
  }

  private send(node: DomNode): TreeNode | null {
    return snapshotOf(node, (one, children) => {
      this.known.set(one.number, { node: one, children });
      this.fresh.add(one);
    });
  }

  private forget(node: DomNode): void {
    const sent = this.known.get(node.number);
    if (!sent) return;
    this.known.delete(node.number);
    for (const child of sent.children) this.forget(child);
  }

  private forgetChanges(): void {
    for (const changed of [this.parents, this.texts, this.attributes, this.properties, this.listening])
      changed.clear();
    this.fresh = new Set();
  }
}

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
