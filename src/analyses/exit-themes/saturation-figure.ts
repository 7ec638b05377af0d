import { baseOptions, colour, gridY } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import type { Language } from "../texts";
import type { ExitResult } from "./result";

/** Different themes against the number of interviews, over all their orders. */
export function saturationFigure(
  { saturation, different, coverage }: ExitResult,
  language: Language,
): Figure {
  const { texts, format } = language;
  const { curve } = texts.exitThemes;
  return {
    id: "saturation",
    title: curve.title,
    caption: curve.caption,
    alternative: curve.alternative(coverage.x, different),
    table: "saturation",
    plot: (width) => ({
      ...baseOptions(width),
      height: 260,
      marginLeft: 48,
      x: {
        label: curve.x,
        domain: [0, coverage.x],
        ticks: 6,
        tickFormat: (n: number) => (Number.isInteger(n) ? format.count(n) : ""),
      },
      y: {
        label: curve.y,
        domain: [0, Math.max(1, different) * 1.1],
        ticks: Math.min(5, different),
        tickFormat: (n: number) => (Number.isInteger(n) ? format.count(n) : ""),
      },
      marks: [
        gridY(5),
        Plot.lineY([{ interviews: 0, themes: 0 }, ...saturation], {
          x: "interviews",
          y: "themes",
          stroke: colour.first,
          strokeWidth: 2,
        }),
        Plot.ruleY([0], { stroke: "currentColor" }),
      ],
    }),
  };
}
