import { DomCanvas, DomImage } from "./canvas";
import { DomComment, DomText } from "./character-data";
import { DomElement } from "./element";
import { DomFragment, DomTemplate } from "./fragment";
import { DomForm, DomInput, DomOption, DomOutput, DomSelect, DomTextArea, HtmlElement } from "./form";
import { DomNode, type NodeList, spaces } from "./node";
import { reflectAttributes } from "./reflected";
import { allMatching, firstMatching } from "./selector";
import { SvgElement, SvgRoot } from "./svg";
import { TreeWalker } from "./tree-walker";
import { DomWindow } from "./window";

reflectAttributes(DomElement.prototype);

const htmlClasses: Readonly<Record<string, new (owner: DomDocument, tag: string) => DomElement>> = {
  input: DomInput,
  select: DomSelect,
  option: DomOption,
  textarea: DomTextArea,
  output: DomOutput,
  form: DomForm,
  template: DomTemplate,
  canvas: DomCanvas,
  img: DomImage,
};

/** The document that cells see. Nothing of it is on the page: what a cell displays is sent there as plain data. */
export class DomDocument extends DomNode {
  readonly defaultView = new DomWindow(this);
  readonly documentElement: DomElement;
  readonly head: DomElement;
  readonly body: DomElement;
  /** A listener of a cell threw. */
  onListenerFailed: ((error: unknown) => void) | null = null;
  /** Somebody listens at the document or the window, or no longer does: events anywhere get there. */
  onListening: ((type: string, isOn: boolean) => void) | null = null;

  constructor() {
    super(null, 9, "#document");
    this.documentElement = this.appendChild(this.createElement("html"));
    this.head = this.documentElement.appendChild(this.createElement("head"));
    this.body = this.documentElement.appendChild(this.createElement("body"));
  }

  createElement(tag: string): DomElement {
    return this.createElementNS(spaces.html, String(tag).toLowerCase());
  }

  createElementNS(space: string | null, tag: string): DomElement {
    if (!/^[a-z][^\s/>]*$/i.test(tag)) throw new Error(`not a name of an element: ${tag}`);
    if (space === spaces.svg) return tag === "svg" ? new SvgRoot(this, tag) : new SvgElement(this, tag);
    if (space !== spaces.html) return new DomElement(this, space ?? "", tag);
    return new ((Object.hasOwn(htmlClasses, tag) ? htmlClasses[tag] : undefined) ?? HtmlElement)(this, tag);
  }

  createTextNode(text: string): DomText {
    return new DomText(this, String(text));
  }

  createComment(text: string): DomComment {
    return new DomComment(this, String(text));
  }

  createDocumentFragment(): DomFragment {
    return new DomFragment(this);
  }

  createTreeWalker(root: DomNode, whatToShow?: number): TreeWalker {
    return new TreeWalker(root, whatToShow);
  }

  importNode(node: DomNode, deep = false): DomNode {
    return node.cloneNode(deep);
  }

  adoptNode(node: DomNode): DomNode {
    node.remove();
    return node;
  }

  querySelector(selector: string): DomElement | null {
    return firstMatching(this, selector);
  }

  querySelectorAll(selector: string): NodeList<DomElement> {
    return allMatching(this, selector);
  }

  getElementById(id: string): DomElement | null {
    return this.querySelectorAll("[id]").find((element) => element.getAttribute("id") === id) ?? null;
  }

  getElementsByTagName(tag: string): NodeList<DomElement> {
    return allMatching(this, tag);
  }

  /** Types of events that are listened to at the document or the window. */
  heardTypes(): string[] {
    return [...this.listenings, ...this.defaultView.listenings].map(({ type }) => type);
  }

  override eventParent(): DomWindow {
    return this.defaultView;
  }

  override listenerFailed(error: unknown): void {
    if (this.onListenerFailed) this.onListenerFailed(error);
    else super.listenerFailed(error);
  }

  override listeningChanged(type: string, isOn: boolean): void {
    this.onListening?.(type, isOn);
  }
}
