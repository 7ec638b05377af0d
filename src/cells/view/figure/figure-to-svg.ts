import type { Figure } from "../../../analyses";

/** A stand-alone SVG with its colours inlined; needs a document. */
export function figureToSvg(figure: Figure, width: number, theme: "light" | "dark"): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" data-theme="${theme}"><title>${figure.title}</title></svg>`;
}
