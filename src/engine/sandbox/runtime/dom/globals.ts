import { DomComment, DomText } from "./character-data";
import { DomDocument } from "./document";
import { DomElement } from "./element";
import { DomEvent } from "./event";
import { DomInput, HtmlElement } from "./form";
import { DomFragment } from "./fragment";
import { DomNode, HTMLCollection, NodeList } from "./node";
import { SvgElement, SvgRoot } from "./svg";
import { DomUiEvent } from "./window";

/** The names of a page that charts, d3 and literals look for, on the worker's global. */
export function documentGlobals(document: DomDocument): Readonly<Record<string, unknown>> {
  const { defaultView } = document;
  return {
    document,
    window: defaultView,
    requestAnimationFrame: defaultView.requestAnimationFrame,
    cancelAnimationFrame: defaultView.cancelAnimationFrame,
    getComputedStyle: defaultView.getComputedStyle,
    Node: DomNode,
    NodeList,
    HTMLCollection,
    Element: DomElement,
    HTMLElement: HtmlElement,
    HTMLInputElement: DomInput,
    SVGElement: SvgElement,
    SVGSVGElement: SvgRoot,
    Text: DomText,
    Comment: DomComment,
    Document: DomDocument,
    DocumentFragment: DomFragment,
    Event: DomEvent,
    CustomEvent: DomEvent,
    UIEvent: DomUiEvent,
    MouseEvent: DomUiEvent,
    PointerEvent: DomUiEvent,
    KeyboardEvent: DomUiEvent,
  };
}
