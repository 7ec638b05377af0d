import { baseOptions, colour, gridX, labelRoom } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import { rowHeadings, rowLabels } from "../row-texts";
import type { Language } from "../texts";
import { metricLabel } from "./names";
import type { AbTestResult } from "./result";

interface Bar {
  /** The outcome, a heading above the arms where there are several. */
  readonly group: string;
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly text: string;
  readonly fill: string;
}

/** Differences of shares from the control with the interval that the verdict rests on; null where there is none. */
export function contrastsFigure(result: AbTestResult, language: Language): Figure | null {
  const { texts, format } = language;
  const told = texts.abTest.figure.contrasts;
  const several = result.arms.length > 2;
  const bars = result.metrics.flatMap((metric): Bar[] =>
    metric.kind !== "share"
      ? []
      : metric.contrasts.flatMap(({ judged, arm, finding }) => {
          if (!judged) return [];
          const name = metricLabel(metric, language);
          return [
            {
              group: several ? name : "",
              label: several ? result.arms[arm]!.name : name,
              value: judged.difference * 100,
              low: judged.interval[0] * 100,
              high: judged.interval[1] * 100,
              text: texts.base.points(judged.difference),
              fill: finding === "raises" || finding === "lowers" ? colour.first : colour.muted,
            },
          ];
        }),
  );
  if (bars.length === 0) return null;
  const headings: { at: number; label: string }[] = [];
  let lines = 0;
  const placed = bars.map((bar, i) => {
    if (bar.group !== "" && bar.group !== bars[i - 1]?.group)
      headings.push({ at: lines++, label: bar.group });
    return { ...bar, at: lines++ };
  });
  const reach = 1.08 * Math.max(...bars.flatMap(({ low, high }) => [Math.abs(low), Math.abs(high)]));
  return {
    id: "contrasts",
    title: told.title,
    caption: told.caption(result.stage === "always"),
    alternative: told.alternative(
      format.list(bars.map(({ group, label, text }) => `${group ? `${group}, ` : ""}${label}: ${text}`)),
    ),
    table: "contrasts",
    plot: (width) => {
      const room = labelRoom(
        bars.map(({ label }) => label),
        width,
      );
      return {
        ...baseOptions(width),
        height: 68 + lines * 26,
        marginLeft: room,
        marginRight: labelRoom(
          bars.map(({ text }) => text),
          width,
        ),
        x: {
          label: told.axis,
          domain: [-reach, reach],
          ticks: width > 560 ? 7 : 3,
          tickFormat: (value: number) => format.points(value / 100),
        },
        y: { domain: [lines - 0.5, -0.5], axis: null },
        marks: [
          gridX(width > 560 ? 7 : 3),
          Plot.ruleX([0], { stroke: "currentColor", strokeDasharray: "4,3" }),
          Plot.link(placed, {
            x1: "low",
            x2: "high",
            y: "at",
            stroke: "fill",
            strokeWidth: 3,
            strokeOpacity: 0.6,
          }),
          Plot.dot(placed, { x: "value", y: "at", r: 5, fill: "fill" }),
          rowHeadings(headings, room),
          rowLabels(placed, room),
          Plot.text(placed, {
            y: "at",
            text: "text",
            frameAnchor: "right",
            textAnchor: "start",
            dx: 8,
            fill: "currentColor",
          }),
        ],
      };
    },
  };
}
