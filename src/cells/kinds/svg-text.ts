import type { TreeElement, TreeNode } from "../../engine";
import { affordableUses } from "./affordable-uses";
import {
  allowedAttribute,
  allowedName,
  definitionTags,
  mostDepth,
  mostInDefinition,
  type AllowedName,
} from "./allowed-tree";
import { inNeutralColours, neutralColours } from "./neutral-colours";

const prefix = "figure-";
const svgNames = "http://www.w3.org/2000/svg";
// What XML cannot hold, even written as a number.
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/**
 * The chart of a tree as an SVG file: the largest of its SVGs, by itself, from the allow-list, in the colours of white paper.
 * No links, no style sheets, nothing that is fetched. null when the tree has none.
 */
export function svgTextOf(root: TreeNode): string | null {
  const svg = largestSvg(root);
  if (!svg) return null;
  const uses = keptUses(svg);
  return written(svg, { tag: "svg", space: "svg" }, { depth: 0, room: null, uses });
}

interface Place {
  readonly depth: number;
  /** Inside a definition: how many more elements it may hold. */
  readonly room: { left: number } | null;
  readonly uses: ReadonlySet<TreeElement>;
}

function largestSvg(root: TreeNode): TreeElement | null {
  let [found, size]: [TreeElement | null, number] = [null, -1];
  const look = (node: TreeNode, depth: number): void => {
    if ("text" in node || depth > mostDepth) return;
    if (node.space === "svg" && node.tag.toLowerCase() === "svg") {
      const area = areaOf(node);
      if (area > size) [found, size] = [node, area];
    } else if (allowedName(node)) for (const child of node.children) look(child, depth + 1);
  };
  look(root, 0);
  return found;
}

function areaOf({ attributes }: TreeElement): number {
  const view = viewOf(attributes);
  const [width, height] = [parseFloat(attributes.width ?? ""), parseFloat(attributes.height ?? "")];
  return (width || view?.[2] || 300) * (height || view?.[3] || 150);
}

function viewOf(attributes: TreeElement["attributes"]): number[] | null {
  const view = (attributes.viewBox ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return view.length === 4 && view.every(Number.isFinite) ? view : null;
}

function keptUses(svg: TreeElement): ReadonlySet<TreeElement> {
  const uses: TreeElement[] = [];
  const byId = new Map<string, TreeElement>();
  const waiting = [svg];
  while (waiting.length) {
    const node = waiting.pop()!;
    if (node.tag.toLowerCase() === "use") uses.push(node);
    if (node.attributes.id) byId.set(node.attributes.id, node);
    waiting.push(...elementsIn(node));
  }
  const targets = uses.map(({ attributes }) => {
    const reference = attributes.href ?? attributes["xlink:href"] ?? "";
    return byId.get(reference.trim().slice(1)) ?? null;
  });
  const kept = affordableUses(targets, {
    childrenOf: elementsIn,
    isUse: (node) => node.tag.toLowerCase() === "use",
  });
  return new Set(uses.filter((_, i) => kept[i]));
}

function elementsIn(node: TreeElement): TreeElement[] {
  return node.children.filter((child): child is TreeElement => !("text" in child));
}

function written(node: TreeElement, name: AllowedName, place: Place): string {
  const attributes = [...attributesOf(node, name, place)].map(
    ([key, value]) => ` ${key}="${escaped(value)}"`,
  );
  const isWords = name.tag === "title" || name.tag === "desc";
  const room = place.room ?? (definitionTags.includes(name.tag) ? { left: mostInDefinition } : null);
  const inside = { ...place, depth: place.depth + 1, room };
  const children = node.children.map((child) => {
    if ("text" in child) return escaped(child.text);
    if (isWords || child.space !== "svg" || inside.depth > mostDepth || (room && --room.left < 0)) return "";
    const allowed = allowedName(child);
    // A link in a picture leads nowhere.
    return allowed ? written(child, allowed.tag === "a" ? { space: "svg", tag: "g" } : allowed, inside) : "";
  });
  const paper = place.depth === 0 ? paperUnder(node) : "";
  return `<${name.tag}${attributes.join("")}>${paper}${children.join("")}</${name.tag}>`;
}

function attributesOf(
  node: TreeElement,
  name: AllowedName,
  { depth, room, uses }: Place,
): Map<string, string> {
  const found = new Map<string, string>();
  if (depth === 0) found.set("xmlns", svgNames);
  for (const [written, value] of Object.entries(node.attributes)) {
    const [key, allowed] = allowedAttribute(name, written, value, room ? null : prefix) ?? [];
    if (key === undefined || (key === "href" && name.tag === "use" && !uses.has(node))) continue;
    found.set(key, inNeutralColours(allowed!));
  }
  if (depth === 0) {
    const style = found.get("style");
    found.set("style", `color: ${neutralColours["--ink"]}${style ? `; ${style}` : ""}`);
  }
  return found;
}

function paperUnder({ attributes }: TreeElement): string {
  const [x, y] = viewOf(attributes) ?? [0, 0];
  return `<rect x="${x}" y="${y}" width="100%" height="100%" fill="${neutralColours["--paper-raised"]}"/>`;
}

function escaped(text: string): string {
  return text
    .replace(unwritable, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
