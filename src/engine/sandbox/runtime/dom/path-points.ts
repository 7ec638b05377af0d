import { Point } from "./matrix";

/** How many numbers each command of a path takes, and which of them are points. */
const shapes: Readonly<Record<string, number>> = {
  m: 2,
  l: 2,
  h: 1,
  v: 1,
  c: 6,
  s: 4,
  q: 4,
  t: 2,
  a: 7,
  z: 0,
};

/** End points and control points of a path: all it draws lies among them (arcs: within their radius). */
export function pathPoints(path: string): Point[] {
  const points: Point[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, letter = "", inside = ""] of path.matchAll(/([mlhvcsqtaz])([^mlhvcsqtaz]*)/gi)) {
    const command = letter.toLowerCase();
    const isRelative = letter === command;
    const numbers = (inside.match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi) ?? []).map(Number);
    const size = shapes[command]!;
    if (!size) [x, y] = [startX, startY];
    for (let i = 0; size && i + size <= numbers.length; i += size) {
      const [fromX, fromY] = isRelative ? [x, y] : [0, 0];
      const n = numbers.slice(i, i + size);
      if (command === "h") x = fromX + n[0]!;
      else if (command === "v") y = fromY + n[0]!;
      else if (command === "a") {
        // More than half of an ellipse reaches further from the middle of its ends than one radius.
        const reach = n[3] ? 2 : 1;
        const [rx, ry] = [reach * Math.abs(n[0]!), reach * Math.abs(n[1]!)];
        const end = new Point(fromX + n[5]!, fromY + n[6]!);
        const [middleX, middleY] = [(x + end.x) / 2, (y + end.y) / 2];
        points.push(new Point(middleX - rx, middleY - ry), new Point(middleX + rx, middleY + ry));
        [x, y] = [end.x, end.y];
      } else {
        for (let k = 0; k + 2 < size; k += 2) points.push(new Point(fromX + n[k]!, fromY + n[k + 1]!));
        [x, y] = [fromX + n[size - 2]!, fromY + n[size - 1]!];
        if (command === "m" && i === 0) [startX, startY] = [x, y];
      }
      points.push(new Point(x, y));
    }
  }
  return points;
}
