import type { Layers, Line } from "./layers";

export const rowHeight = 28;
const edge = 12;
const radius = 5;
const markRadius = 8;

/** CSS px from the left to the middle of a layer's column; deep notebooks stand closer together. */
export function columnsOf({ layerOf }: Layers): {
  readonly at: (layer: number) => number;
  readonly width: number;
} {
  const last = Math.max(0, ...layerOf.values());
  const pitch = Math.max(10, Math.min(24, 96 / Math.max(last, 1)));
  return { at: (layer) => edge + layer * pitch, width: 2 * edge + last * pitch };
}

interface DependencyLinesProps {
  readonly layers: Layers;
  /** Ids between which lines are drawn in front; null for none. */
  readonly lit: ReadonlySet<string> | null;
}

export function DependencyLines({ layers, lit }: DependencyLinesProps) {
  const { at, width } = columnsOf(layers);
  const rowOf = new Map(layers.rows.map((id, row) => [id, row]));
  const isLit = ({ from, to }: Line) => !!lit && lit.has(from) && lit.has(to);
  const lines = [...layers.lines].sort((a, b) => Number(isLit(a)) - Number(isLit(b)));
  return (
    <svg
      className="dependency-lines"
      width={width}
      height={layers.rows.length * rowHeight}
      aria-hidden="true"
    >
      {lines.map((line) => {
        const start = { x: at(layers.layerOf.get(line.from)!), y: middleOf(rowOf.get(line.from)!) };
        const end = { x: at(layers.layerOf.get(line.to)!), y: middleOf(rowOf.get(line.to)!) };
        return (
          <path
            key={`${line.from} ${line.to}`}
            className={isLit(line) ? "is-lit" : lit ? "is-dim" : undefined}
            d={pathOf(start, end, end.x - 8 - line.lane * Math.min(2.5, 9 / line.lanes))}
          />
        );
      })}
    </svg>
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Out to the gap, along it, and in; the corners are round. */
function pathOf(start: Point, end: Point, gap: number): string {
  const down = end.y > start.y ? 1 : -1;
  const out = gap > start.x ? 1 : -1;
  const r = Math.min(radius, Math.abs(gap - start.x), Math.abs(end.y - start.y) / 2);
  const from = start.x + out * Math.min(markRadius, Math.max(Math.abs(gap - start.x) - r, 0));
  return [
    `M${from} ${start.y}`,
    `H${gap - out * r}`,
    `Q${gap} ${start.y} ${gap} ${start.y + down * r}`,
    `V${end.y - down * r}`,
    `Q${gap} ${end.y} ${Math.min(gap + r, end.x)} ${end.y}`,
    `H${end.x - markRadius + 1}`,
  ].join("");
}

function middleOf(row: number): number {
  return (row + 0.5) * rowHeight;
}
