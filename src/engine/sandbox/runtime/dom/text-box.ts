import { DomText } from "./character-data";
import { DomElement } from "./element";
import type { DomNode } from "./node";

/** How wide and where text is drawn, by the fonts of the worker; in Node by an estimate. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The lines of a `<text>`: a `<tspan>` with an `x` or `dy` of its own begins one. */
export function textBoxes(text: DomElement): Box[] {
  const size = fontSize(text);
  const lines: { x: number; y: number; width: number; tallest: number }[] = [];
  let y = lengthIn(text.getAttribute("y"), size) + lengthIn(text.getAttribute("dy"), size);
  const begin = (x: number, at: number) => lines.push({ x, y: at, width: 0, tallest: size });
  begin(lengthIn(text.getAttribute("x"), size), y);
  const read = (node: DomNode): void => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child instanceof DomText) {
        const line = lines.at(-1)!;
        const font = node instanceof DomElement ? node : text;
        line.width += widthOf(child.data, font);
        line.tallest = Math.max(line.tallest, fontSize(font));
      } else if (child instanceof DomElement && child.localName === "tspan") {
        const [x, dy, own] = [child.getAttribute("x"), child.getAttribute("dy"), child.getAttribute("y")];
        if (own !== null) y = lengthIn(own, size);
        if (dy !== null) y += lengthIn(dy, size);
        if (x !== null || dy !== null || own !== null)
          begin(x === null ? lines.at(-1)!.x : lengthIn(x, size), y);
        read(child);
      }
    }
  };
  read(text);
  const anchor = inherited(text, "text-anchor") ?? "start";
  const share = anchor === "middle" ? 0.5 : anchor === "end" ? 1 : 0;
  return lines
    .filter(({ width }) => width > 0)
    .map(({ x, y: baseline, width, tallest }) => ({
      x: x - share * width,
      y: baseline - ascent * tallest,
      width,
      height: (ascent + descent) * tallest,
    }));
}

export function textLength(element: DomElement): number {
  let width = 0;
  for (const node of textsIn(element)) width += widthOf(node.data, node.parentNode as DomElement);
  return width;
}

// Of the fonts that a page draws charts with; a line of 10 px is 12 px high.
const ascent = 0.95;
const descent = 0.25;

function* textsIn(node: DomNode): Generator<DomText> {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child instanceof DomText) yield child;
    else if (!(child instanceof DomElement) || child.localName !== "title") yield* textsIn(child);
  }
}

function widthOf(text: string, font: DomElement): number {
  const shown = text.replaceAll("\u200b", "");
  if (!shown) return 0;
  const size = fontSize(font);
  const context = measuring();
  if (!context) return [...shown].reduce((sum, sign) => sum + estimate(sign), 0) * size;
  const weight = inherited(font, "font-weight") ?? "normal";
  context.font = `${weight} ${size}px ${inherited(font, "font-family") ?? "system-ui, sans-serif"}`;
  return context.measureText(shown).width;
}

let context: OffscreenCanvasRenderingContext2D | null | undefined;

function measuring(): OffscreenCanvasRenderingContext2D | null {
  if (context === undefined)
    context = typeof OffscreenCanvas === "undefined" ? null : new OffscreenCanvas(1, 1).getContext("2d");
  return context;
}

function estimate(sign: string): number {
  if (/[il.,:;'|!\s]/.test(sign)) return 0.3;
  if (/[mwMW@]/.test(sign)) return 0.85;
  return sign.codePointAt(0)! > 0x2e80 ? 1 : /[A-Z]/.test(sign) ? 0.65 : 0.55;
}

function fontSize(element: DomElement): number {
  const written = inherited(element, "font-size");
  if (written === null) return 10;
  const own = Number.parseFloat(written);
  if (!Number.isFinite(own)) return 10;
  return /em$/.test(written) ? own * 10 : own;
}

/** By attribute or style, from here outwards. */
function inherited(element: DomElement, name: string): string | null {
  for (let at: DomNode | null = element; at instanceof DomElement; at = at.parentNode) {
    const style = at.attributeValues.has("style") ? at.style.getPropertyValue(name) : "";
    const value = style || at.getAttribute(name);
    if (value && value !== "inherit") return value;
  }
  return null;
}

function lengthIn(text: string | null, size: number): number {
  const value = Number.parseFloat(text ?? "");
  if (!Number.isFinite(value)) return 0;
  return /em$/.test(text!) ? value * size : value;
}
