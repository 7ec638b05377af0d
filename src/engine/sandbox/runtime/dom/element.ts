import { AttributeList } from "./attribute-list";
import type { DomDocument } from "./document";
import { DomNode, HTMLCollection, type NodeList, spaces } from "./node";
import { parseInto } from "./parse";
import { firstMatching, isMatching, allMatching } from "./selector";
import { htmlOf } from "./serialise";
import { type ElementStyle, styleOf } from "./style";
import { TokenList } from "./token-list";

export class DomElement extends DomNode {
  /** By qualified name: `xlink:href`. */
  readonly attributeValues = new Map<string, string>();
  private styleOfThis: ElementStyle | null = null;
  private classesOfThis: TokenList | null = null;
  private attributesOfThis: AttributeList | null = null;

  constructor(
    override readonly owner: DomDocument,
    readonly namespaceURI: string,
    readonly localName: string,
  ) {
    super(owner, 1, namespaceURI === spaces.html ? localName.toUpperCase() : localName);
  }

  get tagName(): string {
    return this.nodeName;
  }

  override get ownerDocument(): DomDocument {
    return this.owner;
  }

  get attributes(): AttributeList {
    return (this.attributesOfThis ??= new AttributeList(this));
  }

  getAttribute(name: string): string | null {
    return this.attributeValues.get(this.attributeName(name)) ?? null;
  }

  setAttribute(name: string, value: unknown): void {
    this.writeAttribute(this.attributeName(name), String(value));
  }

  removeAttribute(name: string): void {
    this.dropAttribute(this.attributeName(name));
  }

  hasAttribute(name: string): boolean {
    return this.attributeValues.has(this.attributeName(name));
  }

  toggleAttribute(name: string, force = !this.hasAttribute(name)): boolean {
    if (force) this.setAttribute(name, this.getAttribute(name) ?? "");
    else this.removeAttribute(name);
    return force;
  }

  getAttributeNames(): string[] {
    return [...this.attributeValues.keys()];
  }

  getAttributeNS(space: string | null, name: string): string | null {
    return this.attributeValues.get(qualified(space, name)) ?? null;
  }

  setAttributeNS(space: string | null, name: string, value: unknown): void {
    this.writeAttribute(qualified(space, name), String(value));
  }

  removeAttributeNS(space: string | null, name: string): void {
    this.dropAttribute(qualified(space, name));
  }

  hasAttributeNS(space: string | null, name: string): boolean {
    return this.attributeValues.has(qualified(space, name));
  }

  get children(): HTMLCollection<DomElement> {
    const elements = new HTMLCollection<DomElement>();
    for (let child = this.firstChild; child; child = child.nextSibling)
      if (child instanceof DomElement) elements.push(child);
    return elements;
  }

  get childElementCount(): number {
    return this.children.length;
  }

  get firstElementChild(): DomElement | null {
    return elementFrom(this.firstChild, "nextSibling");
  }

  get lastElementChild(): DomElement | null {
    return elementFrom(this.lastChild, "previousSibling");
  }

  get nextElementSibling(): DomElement | null {
    return elementFrom(this.nextSibling, "nextSibling");
  }

  get previousElementSibling(): DomElement | null {
    return elementFrom(this.previousSibling, "previousSibling");
  }

  querySelector(selector: string): DomElement | null {
    return firstMatching(this, selector);
  }

  querySelectorAll(selector: string): NodeList<DomElement> {
    return allMatching(this, selector);
  }

  getElementsByTagName(tag: string): NodeList<DomElement> {
    return allMatching(this, tag);
  }

  getElementsByClassName(names: string): NodeList<DomElement> {
    return allMatching(this, names.trim().replace(/^|\s+/g, "."));
  }

  matches(selector: string): boolean {
    return isMatching(this, selector);
  }

  closest(selector: string): DomElement | null {
    if (this.matches(selector)) return this;
    return this.parentNode instanceof DomElement ? this.parentNode.closest(selector) : null;
  }

  get style(): ElementStyle {
    return (this.styleOfThis ??= styleOf(this));
  }

  set style(text: unknown) {
    this.setAttribute("style", text);
  }

  get classList(): TokenList {
    return (this.classesOfThis ??= new TokenList(this, "class"));
  }

  get dataset(): Record<string, string | undefined> {
    const name = (key: string) => `data-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    return new Proxy<Record<string, string | undefined>>(Object.create(null), {
      get: (_, key) => (typeof key === "string" ? (this.getAttribute(name(key)) ?? undefined) : undefined),
      has: (_, key) => typeof key === "string" && this.hasAttribute(name(key)),
      set: (_, key, value) => {
        if (typeof key === "string") this.setAttribute(name(key), value);
        return true;
      },
      deleteProperty: (_, key) => {
        if (typeof key === "string") this.removeAttribute(name(key));
        return true;
      },
    });
  }

  get innerHTML(): string {
    return htmlOf(this.firstChild);
  }

  set innerHTML(html: string) {
    this.replaceChildren();
    parseInto(this, String(html));
  }

  get outerHTML(): string {
    return htmlOf(this, true);
  }

  get innerText(): string {
    return this.textContent ?? "";
  }

  set innerText(text: string) {
    this.textContent = text;
  }

  insertAdjacentHTML(where: InsertPosition, html: string): void {
    const holder = this.owner.createElementNS(this.namespaceURI, this.localName);
    parseInto(holder, String(html));
    this.insertBeside(where, holder.childNodes);
  }

  insertAdjacentElement(where: InsertPosition, element: DomElement): DomElement {
    this.insertBeside(where, [element]);
    return element;
  }

  insertAdjacentText(where: InsertPosition, text: string): void {
    this.insertBeside(where, [text]);
  }

  click(): void {
    this.dispatchEvent(new this.owner.defaultView.MouseEvent("click", { bubbles: true, cancelable: true }));
  }

  // Nothing has the focus here: the page keeps that to itself.
  focus(): void {}
  blur(): void {}
  scrollIntoView(): void {}
  setPointerCapture(): void {}
  releasePointerCapture(): void {}
  hasPointerCapture(): boolean {
    return false;
  }

  /** As far as the worker can know it: what the last pointer event told, and the size that the attributes give. */
  getBoundingClientRect(): { readonly x: number; readonly y: number } & Record<
    "left" | "top" | "right" | "bottom" | "width" | "height",
    number
  > {
    const width = Number.parseFloat(this.getAttribute("width") ?? "") || 0;
    const height = Number.parseFloat(this.getAttribute("height") ?? "") || 0;
    const { x, y } = this.origin();
    return { x, y, left: x, top: y, right: x + width, bottom: y + height, width, height };
  }

  get clientWidth(): number {
    return this.getBoundingClientRect().width;
  }

  get clientHeight(): number {
    return this.getBoundingClientRect().height;
  }

  get offsetWidth(): number {
    return this.clientWidth;
  }

  get offsetHeight(): number {
    return this.clientHeight;
  }

  readonly clientLeft = 0;
  readonly clientTop = 0;

  override copy(): DomElement {
    const copy = this.owner.createElementNS(this.namespaceURI, this.localName);
    for (const [name, value] of this.attributeValues) copy.writeAttribute(name, value);
    return copy;
  }

  override listeningChanged(type: string, isOn: boolean): void {
    this.watcher?.listeningChanged(this, type, isOn);
  }

  /** Left top corner in the coordinates of pointer events. */
  protected origin(): { x: number; y: number } {
    return { x: 0, y: 0 };
  }

  private attributeName(name: string): string {
    return this.namespaceURI === spaces.html ? String(name).toLowerCase() : String(name);
  }

  private writeAttribute(name: string, value: string): void {
    if (this.attributeValues.get(name) === value) return;
    this.attributeValues.set(name, value);
    this.watcher?.attributeChanged(this, name);
  }

  private dropAttribute(name: string): void {
    if (this.attributeValues.delete(name)) this.watcher?.attributeChanged(this, name);
  }

  private insertBeside(where: InsertPosition, nodes: readonly (DomNode | string)[]): void {
    if (where === "beforebegin") this.before(...nodes);
    else if (where === "afterbegin") this.prepend(...nodes);
    else if (where === "beforeend") this.append(...nodes);
    else this.after(...nodes);
  }
}

function elementFrom(node: DomNode | null, next: "nextSibling" | "previousSibling"): DomElement | null {
  for (let at = node; at; at = at[next]) if (at instanceof DomElement) return at;
  return null;
}

// d3 gives the local name ("href") with the space, htl the qualified one ("xlink:href").
function qualified(space: string | null, name: string): string {
  const local = name.slice(name.indexOf(":") + 1);
  if (space === spaces.xlink) return `xlink:${local}`;
  if (space?.endsWith("/XML/1998/namespace")) return `xml:${local}`;
  if (space === spaces.xmlns && local !== "xmlns") return `xmlns:${local}`;
  return name;
}
