import { baseOptions, colour, cutLabel, gridX, labelRoom, legend } from "../chart-style";
import { Plot, type PlotOptions } from "../plot";
import type { Figure } from "../report";
import type { Language } from "../texts";
import { nameOf } from "./names";
import type { LeverRegressionResult, LeverSharesResult } from "./result";
import { r2 } from "./tables";

const kinds = ["first", "shapley", "last"] as const;

const fills = { first: colour.muted, shapley: colour.first, last: colour.second };

/** Height of a lever in pixels, and of each of its three bars, in levers. */
const rowHeight = 52;
const bar = 0.25;

/** Strong by itself against something of its own: what each lever adds to R² first, on average, and last. */
export function sharesFigure(
  result: LeverRegressionResult,
  shares: LeverSharesResult,
  language: Language,
): Figure {
  const { texts, format } = language;
  const told = texts.leverRegression.sharesFigure;
  const explained = shares.whole - shares.controls;
  const levers = shares.levers
    .map((one, i) => ({
      label: nameOf(result, i, language),
      ...one,
      said: explained > 0 ? format.percent(Math.max(0, one.shapley.value / explained)) : "",
    }))
    .sort((a, b) => b.shapley.value - a.shapley.value);
  const top = levers[0]!;
  return {
    id: "shares",
    title: told.title,
    caption: told.caption(shares.resamples, shares.refitted !== false),
    alternative: told.alternative(top.label, r2(top.shapley.value, language)),
    table: "shares",
    plot: (width) => sharesPlot(levers, width, language),
  };
}

function sharesPlot(
  levers: readonly (LeverSharesResult["levers"][number] & {
    readonly label: string;
    readonly said: string;
  })[],
  width: number,
  language: Language,
): PlotOptions {
  const told = language.texts.leverRegression.sharesFigure;
  const bars = levers.flatMap((lever, at) =>
    kinds.map((kind, i) => ({
      y1: at + (i - 1.5) * bar,
      y2: at + (i - 0.5) * bar,
      middle: at + (i - 1) * bar,
      ...lever[kind],
      fill: fills[kind],
      said: `${lever.label}, ${told.legend[kind]}: ${r2(lever[kind].value, language)}`,
    })),
  );
  const intervals = bars.flatMap(({ middle, interval }) =>
    interval ? [{ middle, low: interval[0], high: interval[1] }] : [],
  );
  const room = labelRoom(
    levers.map(({ label }) => label),
    width,
  );
  return {
    ...baseOptions(width),
    height: 96 + levers.length * rowHeight,
    marginTop: 52,
    marginLeft: room,
    marginRight: 52,
    x: {
      label: told.axis,
      domain: [
        Math.min(0, ...bars.map(({ value }) => value)),
        1.04 * Math.max(1e-6, ...bars.map(({ value }) => value), ...intervals.map(({ high }) => high)),
      ],
      ticks: 4,
    },
    y: { domain: [levers.length - 0.5, -0.5], axis: null },
    marks: [
      gridX(4),
      Plot.rect(bars, { x1: 0, x2: "value", y1: "y1", y2: "y2", fill: "fill", title: "said", tip: true }),
      Plot.link(intervals, { x1: "low", x2: "high", y: "middle", stroke: "currentColor", strokeWidth: 1.5 }),
      Plot.text(levers, {
        y: (_: unknown, i: number) => i,
        text: ({ label }: { label: string }) => cutLabel(label, room),
        frameAnchor: "left",
        textAnchor: "end",
        dx: -8,
        fill: "currentColor",
      }),
      Plot.text(levers, {
        y: (_: unknown, i: number) => i,
        text: "said",
        frameAnchor: "right",
        textAnchor: "start",
        dx: 8,
        fill: "currentColor",
      }),
      Plot.ruleX([0], { stroke: "currentColor" }),
      ...legend(kinds.map((kind) => ({ label: told.legend[kind], fill: fills[kind] }))),
    ],
  };
}
