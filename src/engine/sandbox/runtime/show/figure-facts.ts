import type { FigureFacts } from "../../output";
import { DomElement, type DomNode } from "../dom";
import type { DrawnMark } from "./figure-marks";

const scaleNames = ["x", "y", "color", "r", "fx", "fy"] as const;
const mostCategories = 12;
const longestText = 500;

export function factsOf(
  node: DomElement,
  options: Readonly<Record<string, unknown>>,
  marks: readonly DrawnMark[],
): FigureFacts {
  return {
    title: textOf(options.title ?? options.ariaLabel),
    subtitle: textOf(options.subtitle),
    caption: textOf(options.caption),
    description: textOf(options.ariaDescription),
    marks: marks.map(({ kind, count }) => ({ kind, count })),
    axes: scaleNames.flatMap((name) => axis(node, name, labelOf(name, options, marks))),
    drawn: drawnIn(node),
    hasData: marks.some(({ count }) => count > 0),
  };
}

interface Scale {
  readonly type: string;
  readonly domain?: readonly unknown[];
}

function axis(node: DomNode, name: (typeof scaleNames)[number], label: unknown): FigureFacts["axes"] {
  const scale = (node as unknown as { scale(name: string): Scale | undefined }).scale(name);
  if (!scale?.domain) return [];
  const isOrdinal = /ordinal|band|point|categorical/.test(scale.type);
  const domain = isOrdinal ? scale.domain.slice(0, mostCategories) : [scale.domain[0], scale.domain.at(-1)];
  return [{ scale: name, label: textOf(label), domain: domain.map(plain), isOrdinal }];
}

/** As its author wrote it; otherwise Plot labels an axis after the first channel that has a name. */
function labelOf(
  scale: string,
  options: Readonly<Record<string, unknown>>,
  marks: readonly DrawnMark[],
): unknown {
  const written = options[scale];
  if (typeof written === "object" && written !== null && "label" in written) return written.label;
  const channels = marks.flatMap(({ state }) => Object.values(state.channels));
  return channels.find((channel) => channel.scale === scale && channel.label)?.label;
}

function plain(value: unknown): string | number {
  if (typeof value === "number") return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString();
  return String(value).slice(0, longestText);
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  const text = typeof value === "object" && "textContent" in value ? value.textContent : value;
  return String(text ?? "").slice(0, longestText);
}

/** Shapes and texts outside of axes, grids and legends. */
function drawnIn(node: DomElement): number {
  const svg =
    node.localName === "svg" ? node : [...node.children].findLast(({ localName }) => localName === "svg");
  return svg ? shapesIn(svg) : 0;
}

function shapesIn(element: DomElement): number {
  let count = 0;
  for (let child = element.firstChild; child; child = child.nextSibling) {
    if (!(child instanceof DomElement) || child.localName === "style") continue;
    if (/axis|grid|tip|frame/.test(child.getAttribute("aria-label") ?? "")) continue;
    const isGroup = /^(g|a|svg)$/.test(child.localName);
    count += isGroup ? shapesIn(child) : /^(defs|clipPath|title)$/.test(child.localName) ? 0 : 1;
  }
  return count;
}
