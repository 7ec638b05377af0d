import type { TreeElement, TreeNode } from "../../output";
import { DomCanvas } from "./canvas";
import { DomComment, DomText } from "./character-data";
import { DomElement } from "./element";
import { type DomNode, spaces } from "./node";

/** A node with all that is in it as plain data; `sent` hears of each node, with those of its children that went along. */
export function snapshotOf(
  node: DomNode,
  sent: (node: DomNode, children: readonly DomNode[]) => void,
): TreeNode | null {
  if (node instanceof DomText) {
    sent(node, none);
    return { id: node.number, text: node.data };
  }
  if (!(node instanceof DomElement)) return null;
  const element = elementOf(node);
  if (!node.firstChild || node instanceof DomCanvas) {
    sent(node, none);
    return element;
  }
  const [children, nodes]: [TreeNode[], DomNode[]] = [[], []];
  for (let child: DomNode | null = node.firstChild; child; child = child.nextSibling) {
    const shown = snapshotOf(child, sent);
    if (!shown) continue;
    children.push(shown);
    nodes.push(child);
  }
  sent(node, nodes);
  return { ...element, children };
}

/** Comments are not shown. */
export function isShown(node: DomNode): boolean {
  return !(node instanceof DomComment);
}

function elementOf(node: DomElement): TreeElement {
  const live = "live" in node ? (node.live as NonNullable<TreeElement["properties"]>) : undefined;
  const isCanvas = node instanceof DomCanvas;
  return {
    id: node.number,
    space: spaceOf(node),
    tag: isCanvas ? "img" : node.localName,
    attributes: isCanvas ? { ...attributesOf(node), src: node.toDataURL() } : attributesOf(node),
    ...(live && Object.keys(live).length ? { properties: live } : {}),
    ...(node.listenings.length ? { listens: [...new Set(node.listenings.map(({ type }) => type))] } : {}),
    children: none,
  };
}

function attributesOf(node: DomElement): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null);
  for (const [name, value] of node.attributeValues) attributes[name] = value;
  return attributes;
}

function spaceOf({ namespaceURI }: DomElement): TreeElement["space"] {
  if (namespaceURI === spaces.svg) return "svg";
  return namespaceURI === spaces.math ? "math" : "html";
}

const none: readonly never[] = [];
