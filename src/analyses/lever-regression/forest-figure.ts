import { baseOptions, colour, cutLabel, labelRoom, legend } from "../chart-style";
import { Plot, type PlotOptions } from "../plot";
import type { Figure, Who } from "../report";
import type { Language } from "../texts";
import { stepOf } from "./judge";
import { nameOf, whoOf } from "./names";
import type { Fitted, LeverRegressionResult, VerdictKind } from "./result";
import { oddsText } from "./tables";

interface ForestRow {
  readonly label: string;
  readonly odds: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** With nothing held alike. */
  readonly crude: number | null;
  readonly fill: string;
  readonly who?: Who;
}

/** Beyond these an odds ratio stands at the edge: what is nearly certain has no other place. */
export const edges = [0.02, 50] as const;

export const ticks = [0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50];

export const wide = [0.02, 0.1, 0.5, 1, 2, 10, 50];

export const rowHeight = 26;

type Colouring = "keep" | "against" | "reversed" | "other";
export const fills: Record<Colouring, string> = {
  keep: colour.kept,
  against: colour.lost,
  reversed: colour.second,
  other: colour.muted,
};

function colouringOf(kind: VerdictKind): Colouring {
  return kind === "keep" || kind === "against" || kind === "reversed" ? kind : "other";
}

/** The colours that this result has, in the order of the legend. */
export function colouringsIn({ levers }: LeverRegressionResult): Colouring[] {
  const found = new Set(levers.map(({ judged }) => colouringOf(judged.kind)));
  return (["keep", "against", "reversed", "other"] as const).filter((one) => found.has(one));
}

/** Odds ratios of staying, others alike and alone, the strongest first. */
export function forestFigure(result: LeverRegressionResult, model: Fitted, language: Language): Figure {
  const told = language.texts.leverRegression.forest;
  const rows = result.levers.map((lever, i): ForestRow => {
    const one = model.levers[i]!;
    const step = stepOf(one, lever.isSwitch);
    const odds = (log: number | null | undefined) => (log == null ? null : Math.exp(log * step));
    return {
      label: nameOf(result, i, language),
      odds: odds(one.coefficient),
      low: odds(one.interval?.[0]),
      high: odds(one.interval?.[1]),
      crude: odds(one.crude?.coefficient),
      fill: fills[colouringOf(lever.judged.kind)],
      ...(lever.isSwitch && { who: whoOf({ lever: i, value: "on", outcome: null }, result, language) }),
    };
  });
  const strongest = sorted(rows)[0];
  return {
    id: "forest",
    title: told.title,
    caption: told.caption(result.levers.some(({ isSwitch }) => !isSwitch)),
    alternative: told.alternative(
      result.levers.length,
      strongest?.odds == null ? null : { name: strongest.label, odds: oddsText(strongest.odds, language) },
    ),
    table: "levers",
    plot: (width) => forestPlot(rows, colouringsIn(result), width, language),
    who: (datum) => (datum as { readonly who?: Who } | null)?.who ?? null,
  };
}

/** In logarithms; fewer where the scale is long. */
function ticksIn([low, high]: readonly [number, number]): number[] {
  const within = ticks.filter((tick) => Math.log(tick) >= low && Math.log(tick) <= high);
  return (within.length > 7 ? within.filter((tick) => wide.includes(tick)) : within).map(Math.log);
}

function sorted(rows: readonly ForestRow[]): ForestRow[] {
  return [...rows].sort((a, b) => (b.odds ?? 0) - (a.odds ?? 0));
}

function forestPlot(
  given: readonly ForestRow[],
  colourings: readonly Colouring[],
  width: number,
  language: Language,
): PlotOptions {
  const told = language.texts.leverRegression.forest;
  // On a scale of their own: of a logarithmic one Plot leaves ticks without a label.
  const within = (odds: number) => Math.log(Math.max(edges[0], Math.min(edges[1], odds)));
  const rows = sorted(given).map((row, at) => ({ ...row, at }));
  const estimated = rows.flatMap(({ odds, low, high, ...row }) =>
    odds === null
      ? []
      : [{ ...row, odds: within(odds), low: within(low ?? edges[0]), high: within(high ?? edges[1]) }],
  );
  const crude = rows.flatMap(({ crude: odds, at }) => (odds === null ? [] : [{ at, odds: within(odds) }]));
  const ends = [...estimated.flatMap(({ low, high }) => [low, high]), ...crude.map(({ odds }) => odds)];
  const domain: [number, number] = [
    Math.min(Math.log(0.5), ...ends) - 0.1,
    Math.max(Math.log(2), ...ends) + 0.1,
  ];
  const shown = ticksIn(domain);
  const room = labelRoom(
    rows.map(({ label }) => label),
    width,
  );
  return {
    ...baseOptions(width),
    height: 96 + rows.length * rowHeight,
    marginTop: 52,
    marginLeft: room,
    marginRight: 64,
    x: {
      label: told.axis,
      domain,
      ticks: shown,
      tickFormat: (log: number) => language.format.number(Math.exp(log), 2),
    },
    y: { domain: [rows.length - 0.5, -0.5], axis: null },
    marks: [
      Plot.gridX(shown, { stroke: colour.grid, strokeOpacity: 1 }),
      Plot.ruleX([0], { stroke: "currentColor" }),
      Plot.link(estimated, {
        x1: "low",
        x2: "high",
        y: "at",
        stroke: "fill",
        strokeWidth: 2,
        strokeOpacity: 0.5,
      }),
      Plot.dot(crude, { x: "odds", y: "at", r: 4, stroke: "currentColor", strokeOpacity: 0.6 }),
      Plot.dot(estimated, { x: "odds", y: "at", r: 4.5, fill: "fill" }),
      Plot.text(rows, {
        y: "at",
        text: ({ label }: ForestRow) => cutLabel(label, room),
        frameAnchor: "left",
        textAnchor: "end",
        dx: -8,
        fill: "currentColor",
      }),
      Plot.text(rows, {
        y: "at",
        text: ({ odds }: ForestRow) => oddsText(odds, language),
        frameAnchor: "right",
        textAnchor: "start",
        dx: 8,
        fill: "currentColor",
      }),
      ...legend(colourings.map((one) => ({ label: told.legend[one], fill: fills[one] }))),
      Plot.dot(estimated, Plot.pointerY({ x: "odds", y: "at", r: 7, stroke: "currentColor" })),
    ],
  };
}
