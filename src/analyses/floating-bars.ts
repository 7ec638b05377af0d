import { baseOptions, colour, gridY } from "./chart-style";
import { Plot } from "./plot";
import type { Figure } from "./report";

/** A total goes up from 0; a change goes from the level before it to the level after it. */
export interface FloatingBar {
  readonly step: string;
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly said: string;
  readonly fill: string;
}

export interface FloatingBarsLook {
  readonly axis: string;
  readonly tickFormat: (value: number) => string;
  readonly marginLeft: number;
  readonly padding: number;
  /** While the period goes on everything after the first bar is hollow. */
  readonly isFinished: boolean;
}

/** Pixels of a letter; and how names and numbers stand where a bar is narrower than they are. */
export const letter = 6.6;
export const tight = { marginBottom: 84, rotate: -40, dy: -22 };

/** A total, changes that float from level to level, and the total they lead to. */
export function floatingBars(bars: readonly FloatingBar[], look: FloatingBarsLook): Figure["plot"] {
  const solid = look.isFinished ? bars : bars.slice(0, 1);
  const links = bars.slice(1).map(({ label, from, to }, i) => ({
    left: bars[i]!.label,
    right: label,
    at: i === bars.length - 2 ? to : from,
  }));
  const longest = Math.max(...bars.map(({ label, said }) => Math.max(label.length, said.length)));
  return (width) => {
    const isTight = (width - 84) / bars.length < longest * letter;
    return {
      ...baseOptions(width),
      height: 300,
      marginLeft: look.marginLeft,
      marginBottom: isTight ? tight.marginBottom : 40,
      x: {
        domain: bars.map(({ label }) => label),
        label: null,
        tickSize: 0,
        tickRotate: isTight ? tight.rotate : 0,
        padding: look.padding,
      },
      y: { label: look.axis, nice: true, ticks: 5, tickFormat: look.tickFormat, zero: true },
      marks: [
        gridY(5),
        Plot.barY(solid, { x: "label", y1: "from", y2: "to", fill: "fill" }),
        Plot.barY(bars.slice(solid.length), {
          x: "label",
          y1: "from",
          y2: "to",
          fill: "fill",
          fillOpacity: 0.15,
          stroke: "fill",
          strokeDasharray: "2,2",
        }),
        Plot.link(links, {
          x1: "left",
          x2: "right",
          y: "at",
          stroke: colour.muted,
          strokeDasharray: "2,3",
        }),
        // Every second number a line higher where they would write over each other.
        ...[0, 1].map((odd) =>
          Plot.text(
            bars.filter((_, i) => i % 2 === odd),
            {
              x: "label",
              y: ({ from, to }: FloatingBar) => Math.max(from, to),
              text: "said",
              dy: isTight && odd ? tight.dy : -9,
              fill: "currentColor",
              fontWeight: 600,
            },
          ),
        ),
        Plot.barY(
          bars,
          Plot.pointerX({ x: "label", y1: "from", y2: "to", fill: "none", stroke: "currentColor" }),
        ),
        Plot.ruleY([0], { stroke: "currentColor" }),
      ],
    };
  };
}
