const svgNames = "http://www.w3.org/2000/svg";
const swatchLine = 22;
const letterWidth = 6.6;

/** The SVGs of a shown chart as copies, from top to bottom, for a file. Legends that are HTML are drawn anew. */
export function drawingsIn(place: Element): SVGSVGElement[] {
  const found = place.querySelectorAll("svg, .plot-swatches");
  const outer = [...found].filter((one) => !one.parentElement?.closest("svg, .plot-swatches"));
  const width = Math.max(0, ...outer.map((one) => (one instanceof SVGSVGElement ? widthOf(one) : 0)));
  return outer.map((one) => (one instanceof SVGSVGElement ? copyOf(one) : swatches(one, width || 640)));
}

/** Width and height as numbers: elsewhere there is no page that a percentage could be of. */
function copyOf(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const box = svg.getBoundingClientRect();
  const view = (svg.getAttribute("viewBox") ?? "").split(/[\s,]+/).map(Number);
  const height = Number(svg.getAttribute("height")) || box.height || view[3] || 150;
  copy.setAttribute("width", String(widthOf(svg)));
  copy.setAttribute("height", String(height));
  return copy;
}

function widthOf(svg: SVGSVGElement): number {
  const view = (svg.getAttribute("viewBox") ?? "").split(/[\s,]+/).map(Number);
  return Number(svg.getAttribute("width")) || svg.getBoundingClientRect().width || view[2] || 300;
}

function swatches(legend: Element, width: number): SVGSVGElement {
  const drawn = document.createElementNS(svgNames, "svg");
  let [x, line] = [0, 0];
  for (const item of legend.querySelectorAll(".plot-swatch")) {
    const mark = item.querySelector("svg");
    const text = item.textContent?.trim() ?? "";
    const need = 22 + text.length * letterWidth;
    if (x > 0 && x + need > width) [x, line] = [0, line + 1];
    if (mark) {
      const copy = mark.cloneNode(true) as SVGSVGElement;
      copy.setAttribute("x", String(x));
      copy.setAttribute("y", String(line * swatchLine));
      drawn.append(copy);
    }
    const words = document.createElementNS(svgNames, "text");
    words.setAttribute("x", String(x + 20));
    words.setAttribute("y", String(line * swatchLine + 12));
    words.setAttribute("font-size", "12");
    words.textContent = text;
    drawn.append(words);
    x += need + 14;
  }
  drawn.setAttribute("width", String(width));
  drawn.setAttribute("height", String((line + 1) * swatchLine));
  drawn.setAttribute("fill", "currentColor");
  return drawn;
}
