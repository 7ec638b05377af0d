import MarkdownIt from "markdown-it";
import { DomComment, DomText } from "./character-data";
import type { DomElement } from "./element";
import {
  emptyElements,
  endedBy,
  endsParagraph,
  rawElements,
  scopeElements,
  svgAttributes,
  svgTags,
} from "./names";
import { type DomNode, spaces } from "./node";

// Markdown has the list of HTML's named characters already.
const { unescapeAll } = new MarkdownIt().utils;

const token =
  /<!--([\s\S]*?)(?:-->|$)|<(?:[!?]|\/(?![a-z]))[^>]*>?|<\/([a-z][^\s/>]*)[^>]*>?|<([a-z][^\s/>]*)((?:[^"'>]|"[^"]*"|'[^']*')*|[^>]*)>|[^<]+|</giy;

const attribute = /([^\s/>=][^\s/>=]*|=[^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/g;

const selfClosing = /(?:^|[\s"'])\/\s*$/;

/**
 * Puts the nodes that `html` describes into an element, as `innerHTML` does: implied ends of paragraphs, items and cells,
 * implied `<tbody>`, SVG with its capitals. Never fails: what is no markup is text.
 */
export function parseInto(target: DomElement, html: string): void {
  const root: DomNode = "content" in target ? (target.content as DomNode) : target;
  let open: DomNode = root;
  token.lastIndex = 0;
  while (token.lastIndex < html.length) {
    const [text, comment, end, start, attributes = ""] = token.exec(html)!;
    if (comment !== undefined) open.appendChild(new DomComment(target.owner, comment));
    else if (end !== undefined) open = close(open, root, target, end.toLowerCase());
    else if (start !== undefined) {
      open = prepare(open, root, target, start.toLowerCase());
      const element = begin(open, target, start, attributes);
      open.appendChild(element);
      const tag = element.localName;
      const isHtml = element.namespaceURI === spaces.html;
      if (isHtml && rawElements.has(tag)) token.lastIndex = raw(element, html, token.lastIndex);
      else if (isHtml ? !emptyElements.has(tag) : !selfClosing.test(attributes)) open = content(element);
    } else if (!text.startsWith("<!") && !text.startsWith("<?") && !text.startsWith("</")) {
      addText(open, target, decoded(text));
    } else if (!/^<!doctype/i.test(text)) {
      open.appendChild(new DomComment(target.owner, text.replace(/^<[!/]?|>$/g, "")));
    }
  }
}

function content(element: DomElement): DomNode {
  return "content" in element ? (element.content as DomNode) : element;
}

function addText(open: DomNode, target: DomElement, text: string): void {
  if (open.lastChild instanceof DomText) open.lastChild.data += text;
  else open.appendChild(new DomText(target.owner, text));
}

function begin(open: DomNode, target: DomElement, name: string, attributes: string): DomElement {
  const space = spaceFor(open, target, name.toLowerCase());
  const lower = name.toLowerCase();
  const isSvg = space === spaces.svg;
  const element = target.owner.createElementNS(space, isSvg ? (svgTags.get(lower) ?? lower) : lower);
  for (const [, given = "", double, single, bare] of attributes.matchAll(attribute)) {
    const key = given.toLowerCase();
    const known = isSvg ? (svgAttributes.get(key) ?? key) : key;
    if (!element.hasAttribute(known)) element.setAttribute(known, decoded(double ?? single ?? bare ?? ""));
  }
  return element;
}

function spaceFor(open: DomNode, target: DomElement, tag: string): string {
  if (tag === "svg") return spaces.svg;
  if (tag === "math") return spaces.math;
  const parent = "namespaceURI" in open ? (open as DomElement) : target;
  if (/^(foreignObject|desc|title)$/.test(parent.localName)) return spaces.html;
  return parent.namespaceURI;
}

/** Ends what cannot hold the element that begins, and begins what it needs around it. */
function prepare(open: DomNode, root: DomNode, target: DomElement, tag: string): DomNode {
  let at = open;
  if (endsParagraph.has(tag)) at = closeIfOpen(at, root, (name) => name === "p");
  for (let before: DomNode | null = null; before !== at;) {
    before = at;
    at = closeIfOpen(at, root, (name) => Object.hasOwn(endedBy, name) && endedBy[name]!.has(tag));
  }
  if (tag === "tr" && nameOf(at) === "table") at = at.appendChild(target.owner.createElement("tbody"));
  if (/^t[dh]$/.test(tag) && /^(tbody|thead|tfoot)$/.test(nameOf(at)))
    at = at.appendChild(target.owner.createElement("tr"));
  return at;
}

function closeIfOpen(open: DomNode, root: DomNode, isIt: (name: string) => boolean): DomNode {
  for (let at = open; at !== root && at.parentNode; at = at.parentNode) {
    const name = nameOf(at);
    if (isIt(name)) return at.parentNode;
    if (scopeElements.has(name) || name === "svg") return open;
  }
  return open;
}

function close(open: DomNode, root: DomNode, target: DomElement, tag: string): DomNode {
  for (let at: DomNode | null = open; at && at !== root; at = at.parentNode)
    if (nameOf(at) === tag) return at.parentNode ?? root;
  // So parsers must read `</p>` where a paragraph has ended by itself.
  if (tag === "p") open.appendChild(target.owner.createElement("p"));
  return open;
}

function nameOf(node: DomNode): string {
  return node.nodeName.toLowerCase();
}

/** Text up to the element's own end tag; gives where to go on. */
function raw(element: DomElement, html: string, from: number): number {
  const rest = html.slice(from);
  const end = new RegExp(`</${element.localName}(?=[\\s/>])[^>]*>?`, "i").exec(rest);
  const text = end ? rest.slice(0, end.index) : rest;
  const isEscapable = /^(textarea|title)$/.test(element.localName);
  const shown = element.localName === "textarea" ? text.replace(/^\r?\n/, "") : text;
  if (shown) element.appendChild(new DomText(element.owner, isEscapable ? decoded(shown) : shown));
  return from + text.length + (end?.[0].length ?? 0);
}

function decoded(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z][a-z\d]{1,31});?/gi, (entity) =>
    entity.endsWith(";") ? unescapeAll(entity) : unescapeAll(`${entity};`).replace(`${entity};`, entity),
  );
}
