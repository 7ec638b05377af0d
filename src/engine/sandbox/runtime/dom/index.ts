export { DomText } from "./character-data";
export { DomDocument } from "./document";
export { DomElement } from "./element";
export { DomSelect, DomInput, DomTextArea } from "./form";
export { documentGlobals } from "./globals";
export { DomNode, spaces, watch, type Watcher } from "./node";
export { SvgElement, SvgRoot } from "./svg";
export { DomUiEvent } from "./window";
