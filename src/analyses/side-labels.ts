import { Plot } from "./plot";

export interface SideLabel {
  readonly y: number;
  readonly text: string;
}

const lineHeight = 14;

/** Names of levels to the right of a chart, moved apart where they would write over each other. */
export function sideLabels(labels: readonly SideLabel[], top: number, plotHeight: number, bottom = 0) {
  const placed = [...labels]
    .sort((a, b) => b.y - a.y)
    .map((label) => ({ ...label, wanted: (1 - (label.y - bottom) / (top - bottom)) * plotHeight, at: 0 }));
  let free = -Infinity;
  for (const label of placed) {
    label.at = Math.max(label.wanted, free);
    free = label.at + lineHeight;
  }
  return placed.map(({ y, text, at, wanted }) =>
    Plot.text([y], {
      y: (level: number) => level,
      text: () => text,
      fill: "currentColor",
      frameAnchor: "right",
      textAnchor: "start",
      dx: 6,
      dy: Math.round(at - wanted),
    }),
  );
}
