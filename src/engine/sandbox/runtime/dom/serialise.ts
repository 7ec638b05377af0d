import { DomComment, DomText } from "./character-data";
import { DomElement } from "./element";
import { emptyElements, rawElements } from "./names";
import { type DomNode, spaces } from "./node";

/** A node and the siblings after it as HTML, or the node `alone`. */
export function htmlOf(first: DomNode | null, alone = false): string {
  let html = "";
  for (let node = first; node; node = alone ? null : node.nextSibling) html += markup(node);
  return html;
}

function markup(node: DomNode): string {
  if (node instanceof DomText) return isInRaw(node) ? node.data : escaped(node.data);
  if (node instanceof DomComment) return `<!--${node.data}-->`;
  if (!(node instanceof DomElement)) return htmlOf(node.firstChild);
  const tag = node.localName;
  let open = `<${tag}`;
  for (const [name, value] of node.attributeValues)
    open += ` ${name}="${escaped(value).replaceAll('"', "&quot;")}"`;
  if (node.namespaceURI === spaces.html && emptyElements.has(tag)) return `${open}>`;
  return `${open}>${node.innerHTML}</${tag}>`;
}

function isInRaw(text: DomText): boolean {
  const parent = text.parentNode;
  return (
    parent instanceof DomElement &&
    parent.namespaceURI === spaces.html &&
    rawElements.has(parent.localName) &&
    !/^(textarea|title)$/.test(parent.localName)
  );
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("\u00a0", "&nbsp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
