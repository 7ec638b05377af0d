import type { DomElement } from "./element";
import { type Matrix, parseTransform, Point } from "./matrix";
import { pathPoints } from "./path-points";
import { type Box, textBoxes } from "./text-box";

export type Bounds = Box;

/** The smallest box around what an element draws, in its own units: exact for straight shapes, an upper bound for curves. */
export function boundsOf(element: DomElement): Bounds {
  const points = outline(element);
  if (!points.length) return { x: 0, y: 0, width: 0, height: 0 };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function outline(element: DomElement): Point[] {
  const number = (name: string) => Number.parseFloat(element.getAttribute(name) ?? "") || 0;
  switch (element.localName) {
    case "text":
      return textBoxes(element).flatMap(({ x, y, width, height }) => corners(x, y, width, height));
    case "rect":
    case "image":
    case "use":
      return corners(number("x"), number("y"), number("width"), number("height"));
    case "circle":
      return corners(
        number("cx") - number("r"),
        number("cy") - number("r"),
        2 * number("r"),
        2 * number("r"),
      );
    case "ellipse":
      return corners(
        number("cx") - number("rx"),
        number("cy") - number("ry"),
        2 * number("rx"),
        2 * number("ry"),
      );
    case "line":
      return [new Point(number("x1"), number("y1")), new Point(number("x2"), number("y2"))];
    case "polyline":
    case "polygon":
      return pathPoints(`M${element.getAttribute("points") ?? ""}`);
    case "path":
      return pathPoints(element.getAttribute("d") ?? "");
    case "g":
    case "svg":
    case "a":
      return [...element.children].flatMap((child) =>
        moved(outline(child), parseTransform(child.getAttribute("transform"))),
      );
    default:
      return [];
  }
}

function corners(x: number, y: number, width: number, height: number): Point[] {
  return [
    new Point(x, y),
    new Point(x + width, y + height),
    new Point(x + width, y),
    new Point(x, y + height),
  ];
}

function moved(points: readonly Point[], matrix: Matrix): Point[] {
  return points.map((point) => point.matrixTransform(matrix));
}
