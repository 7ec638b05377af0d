import { colour } from "./chart-colours";
import { Plot, type PlotOptions } from "./plot";

export { colour } from "./chart-colours";

/** What all figures share. Text takes the colour of the text around the figure. */
export function baseOptions(width: number): PlotOptions {
  return {
    width,
    marginTop: 28,
    marginBottom: 40,
    style: { background: "none", color: "currentColor", fontSize: "12px", overflow: "visible" },
  };
}

/** Hairlines behind the marks; Plot's own `grid` option would fade them away. */
export function gridY(ticks: number) {
  return Plot.gridY({ ticks, stroke: colour.grid, strokeOpacity: 1 });
}

export function gridX(ticks: number) {
  return Plot.gridX({ ticks, stroke: colour.grid, strokeOpacity: 1 });
}

/** Room for labels beside an axis, from the longest of them; at most two fifths of the figure. */
export function labelRoom(labels: readonly string[], width: number): number {
  const longest = Math.max(0, ...labels.map((label) => label.length));
  return Math.min(Math.ceil(longest * 6.6) + 16, Math.floor(width * 0.4));
}

/** A label that fits its room: cut with an ellipsis, never by the edge. */
export function cutLabel(label: string, room: number): string {
  const most = Math.max(4, Math.floor((room - 16) / 6.6));
  return label.length > most ? `${label.slice(0, most - 1)}…` : label;
}

/**
 * Which colour is what, in a line above the chart: part of the drawing, so that it is not lost when the drawing is saved.
 * Needs a top margin of at least 40.
 */
export function legend(entries: readonly LegendEntry[]) {
  return legendMarks(entries).flatMap(({ label, dot, text }) => [
    Plot.dot([label], dot),
    Plot.text([label], text),
  ]);
}

/** One entry above the other, for a figure narrower than the line that `legend` needs. */
export function stackedMarks(entries: readonly LegendEntry[]) {
  return legendMarks(entries).map(({ label, dot, text }, i) => {
    const dy = -24 - 15 * (entries.length - 1 - i);
    return { label, dot: { ...dot, dx: 5, dy }, text: { ...text, dx: 15, dy } };
  });
}

/** Pixels that `legend` needs from the left edge of the frame. */
export function legendLength(entries: readonly LegendEntry[]): number {
  const last = legendMarks(entries).at(-1);
  return last ? last.text.dx + last.label.length * 6.8 : 0;
}

interface LegendEntry {
  readonly label: string;
  readonly fill: string;
}

/** Where and how each entry of a legend is drawn, for the drawing and for code that draws the same. */
export function legendMarks(entries: readonly LegendEntry[]) {
  let left = 0;
  return entries.map(({ label, fill }) => {
    const start = left;
    left += 14 + label.length * 6.8 + 22;
    return {
      label,
      dot: { frameAnchor: "top-left", symbol: "square", r: 5, fill, dx: start + 5, dy: -24 },
      text: {
        frameAnchor: "top-left",
        textAnchor: "start",
        lineAnchor: "middle",
        fill: "currentColor",
        dx: start + 15,
        dy: -24,
      },
    } as const;
  });
}
