import { baseOptions, colour, cutLabel } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import { whoOf } from "../segments/rate-rows";
import type { Language } from "../texts";
import { bareName, linedOf, nameOf, whoInTenth, type Lined } from "./names";
import type { FinderResult, FoundLever } from "./result";

/** Behaviours drawn beside each other at most; the others stand in the table. */
const mostPanels = 6;

/** The share that stayed along each measure, with the line found and those that resamples chose; null without a measure. */
export function stepsFigure(result: FinderResult, language: Language): Figure | null {
  const shown = linedOf(result)
    // A leak would set the scale of all.
    .filter(({ lever }) => !lever.isSwitch && lever.kind !== "leak" && lever.tenths.length > 1)
    .slice(0, mostPanels);
  if (shown.length === 0) return null;
  const { texts, format } = language;
  const told = texts.leverFinder.figure.steps;
  return {
    id: "steps",
    title: told.title,
    caption: told.caption,
    alternative: told.alternative(
      shown.map(({ lever: { tenths, ...lever } }) =>
        told.part(
          bareName(lever, language),
          format.percent(tenths[0]!.share.rate ?? 0),
          format.percent(tenths.at(-1)!.share.rate ?? 0),
        ),
      ),
    ),
    table: "tenths",
    plot: (width) => stepsPlot(shown, result, width, language),
    who: whoOf,
  };
}

interface Panel {
  readonly fx: number;
  readonly fy: number;
}

function stepsPlot(
  shown: readonly { readonly place: number; readonly lever: Lined }[],
  result: FinderResult,
  width: number,
  language: Language,
) {
  const { texts, format } = language;
  const told = texts.leverFinder.figure.steps;
  const columns = Math.min(shown.length, width > 620 ? 3 : width > 420 ? 2 : 1);
  const rows = Math.ceil(shown.length / columns);
  const panelOf = (i: number): Panel => ({ fx: i % columns, fy: Math.floor(i / columns) });
  const dots = shown.flatMap(({ place, lever }, i) =>
    lever.tenths.map(({ tenth, at, share }) => ({
      ...panelOf(i),
      at,
      rate: share.rate ?? 0,
      low: share.interval?.[0] ?? 0,
      high: share.interval?.[1] ?? 0,
      who: whoInTenth(place, tenth, "stayed", result, language),
    })),
  );
  const top = Math.min(1, Math.max(...dots.map(({ high }) => high)) + 0.02);
  const least = Math.min(...dots.map(({ low }) => low));
  // A foot below the dots, for the bars of the lines chosen.
  const foot = 0.28 * (top - least);
  const bottom = least - foot;
  const curves = shown.flatMap(({ lever }, i) =>
    lever.curve.map(({ at, share }) => ({ ...panelOf(i), at, share, i })),
  );
  const lines = shown.map(({ lever }, i) => ({ ...panelOf(i), at: placeOf(lever, lever.best.place) }));
  const bars = shown.flatMap(({ lever }, i) =>
    lever.candidates.flatMap(({ chosen }, place) =>
      chosen > 0
        ? [
            {
              ...panelOf(i),
              at: placeOf(lever, place),
              from: bottom,
              to: bottom + 0.8 * foot * (chosen / lever.best.resamples),
              fill: place === lever.best.place ? colour.first : colour.muted,
            },
          ]
        : [],
    ),
  );
  const marginLeft = 52;
  const each = (width - marginLeft - 16) / columns;
  const titles = shown.map(({ lever }, i) => ({
    ...panelOf(i),
    text: cutLabel(nameOf(lever, language), each + 8),
  }));
  const facet = { fx: "fx", fy: "fy" };
  return {
    ...baseOptions(width),
    height: 82 + rows * 178,
    marginTop: 50,
    marginLeft,
    marginRight: 16,
    fx: { axis: null, padding: 0.1, domain: Array.from({ length: columns }, (_, i) => i) },
    fy: { axis: null, padding: 0.22, domain: Array.from({ length: rows }, (_, i) => i) },
    x: {
      label: told.x,
      domain: [0, 1],
      ticks: [0.25, 0.5, 0.75],
      tickFormat: (share: number) => format.percent(share),
    },
    y: {
      label: told.y,
      domain: [bottom, top],
      ticks: ticksBetween(least, top),
      tickFormat: (share: number) => format.percent(share),
    },
    marks: [
      Plot.gridY(ticksBetween(least, top), { stroke: colour.grid, strokeOpacity: 1 }),
      Plot.ruleX(bars, { ...facet, x: "at", y1: "from", y2: "to", stroke: "fill", strokeWidth: 5 }),
      Plot.ruleX(lines, {
        ...facet,
        x: "at",
        y1: bottom,
        y2: top,
        stroke: colour.first,
        strokeDasharray: "4,3",
      }),
      Plot.line(curves, { ...facet, x: "at", y: "share", z: "i", stroke: colour.second, strokeWidth: 1.5 }),
      Plot.link(dots, {
        ...facet,
        x: "at",
        y1: "low",
        y2: "high",
        stroke: "currentColor",
        strokeWidth: 1.5,
        strokeOpacity: 0.4,
      }),
      Plot.dot(dots, { ...facet, x: "at", y: "rate", r: 3.5, fill: "currentColor" }),
      Plot.ruleY([bottom], { stroke: "currentColor" }),
      Plot.text(titles, {
        ...facet,
        text: "text",
        frameAnchor: "top-left",
        dy: -14,
        fontWeight: 600,
        fill: "currentColor",
      }),
      Plot.dot(dots, Plot.pointerX({ ...facet, x: "at", y: "rate", r: 6, stroke: "currentColor" })),
    ],
  };
}

/** Where a line stands among the customers from the least to the most. */
function placeOf({ candidates, known }: FoundLever, place: number): number {
  return 1 - candidates[place]!.n / known.n;
}

/** Four or so round shares. */
function ticksBetween(least: number, top: number): number[] {
  const step = [0.01, 0.02, 0.05, 0.1, 0.2, 0.25, 0.5].find((one) => (top - least) / one <= 4.5) ?? 0.5;
  const first = Math.ceil(Math.max(0, least) / step);
  const last = Math.floor(top / step);
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toFixed(4)));
}
