import type { Figure } from "../../../analyses";
import { draw } from "./draw";
import { themeVariables, withoutVariables } from "./theme-variables";
import { wrapText } from "./wrap-text";

const svgNames = "http://www.w3.org/2000/svg";
const margin = 20;
const titleLine = 22;
const captionLine = 17;

/** A stand-alone SVG: title, figure and caption, with the theme's colours written into it. Needs a document. */
export function figureToSvg(figure: Figure, width: number, theme: "light" | "dark"): string {
  return standAloneSvg(figure, svgsOf(draw(figure, width - 2 * margin)), theme, width);
}

export interface FigureInWords {
  readonly title: string;
  readonly caption: string;
  /** For whoever cannot see it. */
  readonly alternative: string;
}

/**
 * Drawings under each other between title and caption, as one file. The drawings are taken and changed.
 * @param width Without it as wide as the widest drawing.
 */
export function standAloneSvg(
  words: FigureInWords,
  drawing: readonly SVGSVGElement[],
  theme: "light" | "dark",
  width = 2 * margin + Math.max(240, ...drawing.map(widthOf)),
): string {
  const title = wrapText(words.title, (width - 2 * margin) / 8.4);
  const caption = wrapText(words.caption, (width - 2 * margin) / 6.3);
  const top = margin + (title.length ? title.length * titleLine + 8 : 0);
  const bottom = top + drawing.reduce((sum, svg) => sum + heightOf(svg), 0);
  const height = bottom + (caption.length ? 14 + caption.length * captionLine : 0) + margin;

  const svg = element("svg", {
    xmlns: svgNames,
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
  });
  svg.append(
    element("title", {}, words.title),
    element("desc", {}, words.alternative),
    element("rect", { width: "100%", height: "100%", fill: "var(--paper)" }),
    ...title.map((line, i) =>
      text(line, margin + 15 + i * titleLine, { "font-size": 16, "font-weight": 600 }),
    ),
    ...stacked(drawing, top),
    ...caption.map((line, i) =>
      text(line, bottom + 14 + 12 + i * captionLine, { "font-size": 12, fill: "var(--ink-soft)" }),
    ),
  );
  svg.setAttribute("style", "color: var(--ink); fill: currentColor; font-family: var(--font-ui)");
  // Plot's tips stand on paper of their own.
  inlineColours(svg, new Map(themeVariables(theme)).set("--plot-background", "var(--paper)"));
  return new XMLSerializer().serializeToString(svg);
}

/** Elsewhere there are no CSS variables, and Plot's own sheet would resize a chart that lies in another. */
function inlineColours(svg: SVGElement, variables: ReadonlyMap<string, string>): void {
  for (const sheet of svg.querySelectorAll("style")) sheet.remove();
  for (const one of [svg, ...svg.querySelectorAll("*")])
    for (const { name, value } of one.attributes)
      if (value.includes("var(")) one.setAttribute(name, withoutVariables(value, variables));
}

/** Plot gives one SVG, or a frame that holds the legend's and the chart's. */
function svgsOf(drawn: Element): SVGSVGElement[] {
  if (drawn instanceof SVGSVGElement) return [drawn];
  return [...drawn.querySelectorAll("svg")].filter((svg) => !svg.parentElement?.closest("svg"));
}

function stacked(svgs: readonly SVGSVGElement[], top: number): SVGSVGElement[] {
  let y = top;
  return svgs.map((svg) => {
    svg.removeAttribute("font-family");
    svg.setAttribute("x", String(margin));
    svg.setAttribute("y", String(y));
    y += heightOf(svg);
    return svg;
  });
}

function heightOf(svg: SVGSVGElement): number {
  return Number(svg.getAttribute("height"));
}

function widthOf(svg: SVGSVGElement): number {
  return Number(svg.getAttribute("width"));
}

function text(line: string, y: number, attributes: Record<string, string | number>): SVGElement {
  return element("text", { x: margin, y, ...attributes }, line);
}

function element(tag: string, attributes: Record<string, string | number>, content = ""): SVGElement {
  const made = document.createElementNS(svgNames, tag) as SVGElement;
  for (const [attribute, value] of Object.entries(attributes))
    if (attribute !== "xmlns") made.setAttribute(attribute, String(value));
  made.textContent = content;
  return made;
}
