import { Plot } from "../../src/analyses/plot";
import type { Figure } from "../../src/analyses";

/** The figure as SVG text that can be compared: three decimals, one element a line. Wants a DOM. */
export function drawn(figure: Figure, width = 760): string {
  const element = Plot.plot(figure.plot(width));
  const svg = element.matches("svg") ? element : element.querySelector("svg");
  if (!svg) throw new Error(`no drawing: ${figure.id}`);
  return svg.outerHTML
    .replace(/-?\d+\.\d{4,}/g, (number) => String(Number(Number(number).toFixed(3))))
    .replaceAll("><", ">\n<")
    .concat("\n");
}
