import { baseOptions, colour, gridY } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import type { Language } from "../texts";
import { styleOf } from "./curve-style";
import { fewAtRisk } from "./few";
import { curvesOf, inUnits, nameOf, saidName, timeText } from "./names";
import type { ChurnResult, Curve } from "./result";
import { cornersOf } from "./segments";
import { besideNumbers, layout, placed, rowHeight, tableTop, timeTicks } from "./survival-layout";
import { keyText } from "./who";

/** More bands lie over each other. */
export const mostBands = 3;
/** More upright ticks would thicken the curve and say nothing. */
export const mostCensorTicks = 80;

/** Kaplan–Meier curves with their band, and how many are followed under the axis. */
export function survivalFigure(result: ChurnResult, language: Language): Figure {
  const { texts, format } = language;
  const told = texts.timeToChurn.figure.survival;
  const curves = curvesOf(result);
  const isGrouped = result.groups.length > 0;
  const lastTime = Math.max(...curves.map((curve) => curve.lastTime)) || 1;
  const corners = curves.flatMap((curve) =>
    cornersOf(curve).map((corner) => ({
      ...corner,
      stroke: styleOf(curve).stroke,
      dash: styleOf(curve).dash,
    })),
  );
  const lines = linesOf(corners);
  const ticks = censorTicks(curves);
  const medians = curves.flatMap((curve) =>
    curve.median.time === null
      ? []
      : [
          {
            time: curve.median.time,
            fill: styleOf(curve).stroke,
            text: told.half(inUnits(curve.median.time, result, language)),
          },
        ],
  );
  return {
    id: "survival",
    title: told.title,
    caption: survivalCaption(result, language),
    alternative: told.alternative({
      customers: result.overall.customers,
      parts: format.list(curves.map((curve) => partOf(curve, result, language))),
    }),
    table: "steps",
    plot: (width) => {
      const names = curves.map((curve) => nameOf(curve, language));
      const { height, marginBottom, marginLeft, marginRight, cut } = layout(
        names,
        isGrouped,
        told.atRisk,
        width,
      );
      const times = timeTicks(lastTime, result.unit, width);
      return {
        ...baseOptions(width),
        height,
        marginBottom,
        marginLeft,
        marginRight,
        x: {
          label: told.time(result.unit),
          labelOffset: 38,
          domain: [0, lastTime],
          ticks: times,
          tickFormat: (time: number) => format.number(time, 1),
        },
        y: {
          label: told.axis,
          domain: [0, 1],
          ticks: 5,
          tickFormat: (share: number) => format.percent(share),
        },
        marks: [
          gridY(5),
          Plot.ruleY([0.5], { stroke: colour.muted, strokeDasharray: "4,3" }),
          ...(curves.length <= mostBands
            ? [
                Plot.area(corners, {
                  x1: "time",
                  y1: "low",
                  y2: "high",
                  z: "piece",
                  fill: "stroke",
                  fillOpacity: 0.16,
                }),
              ]
            : []),
          ...lines.map(({ corners: joined, dash, opacity }) =>
            Plot.line(joined, {
              x: "time",
              y: "survival",
              z: "piece",
              stroke: "stroke",
              strokeWidth: 1.75,
              strokeOpacity: opacity,
              ...(dash !== null && { strokeDasharray: dash }),
            }),
          ),
          Plot.ruleX(ticks, {
            x: "time",
            y1: (tick: { survival: number }) => tick.survival - 0.014,
            y2: (tick: { survival: number }) => tick.survival + 0.014,
            stroke: "stroke",
            strokeOpacity: 0.7,
          }),
          Plot.dot(medians, { x: "time", y: () => 0.5, r: 3.5, fill: "fill" }),
          ...(isGrouped ? [] : halfLabel(medians, lastTime)),
          ...(isGrouped ? endLabels(curves, names.map(cut), lastTime, width - marginLeft - marginRight) : []),
          ...riskRows(curves, names.map(cut), times, told.atRisk, isGrouped, language),
          Plot.ruleY([0], { stroke: "currentColor" }),
          Plot.dot(
            curves.flatMap(({ place, steps }) => steps.map((step) => ({ ...step, place }))),
            Plot.pointer({ x: "time", y: "survival", r: 4, stroke: "currentColor" }),
          ),
        ],
      };
    },
    who: (datum) => whoAt(datum, result, language),
  };
}

export function survivalCaption(result: ChurnResult, { texts }: Pick<Language, "texts">): string {
  const curves = curvesOf(result);
  return texts.timeToChurn.figure.survival.caption({
    band: curves.length <= mostBands,
    ticks: censorTicks(curves).length > 0,
    few: curves.some(({ steps }) => steps.some(({ atRisk }) => atRisk < fewAtRisk)),
    grouped: result.groups.length > 0,
    scale: result.scale,
  });
}

function partOf(curve: Curve, result: ChurnResult, language: Language): string {
  const told = language.texts.timeToChurn.figure.survival;
  const name = result.groups.length ? `${saidName(curve, language)}: ` : "";
  if (curve.median.time !== null) return told.partHalf(name, timeText(curve.median.time, result, language));
  const last = curve.steps.at(-1);
  return told.part(
    name,
    language.format.percent(last?.survival ?? 1),
    timeText(curve.lastTime, result, language),
  );
}

/** A line's dashes and paleness hold for the whole mark: one mark for each of them. */
function linesOf<C extends { readonly dash: string | null; readonly isFew: boolean }>(corners: readonly C[]) {
  const dashes = [...new Set(corners.map(({ dash }) => dash))];
  return dashes.flatMap((dash) =>
    [false, true].flatMap((isFew) => {
      const joined = corners.filter((corner) => corner.dash === dash && corner.isFew === isFew);
      return joined.length ? [{ corners: joined, dash, opacity: isFew ? paleness : 1 }] : [];
    }),
  );
}

/** Of what rests on few. */
export const paleness = 0.4;

/** None where they would lie too close. */
function censorTicks(curves: readonly Curve[]) {
  const ticks = curves.flatMap((curve) =>
    curve.steps
      .filter(({ censored }) => censored > 0)
      .map(({ time, survival }) => ({ time, survival, stroke: styleOf(curve).stroke })),
  );
  return ticks.length > mostCensorTicks ? [] : ticks;
}

function halfLabel(medians: readonly { readonly time: number }[], lastTime: number) {
  return medians.map((median) =>
    Plot.text([median], {
      x: "time",
      y: () => 0.5,
      text: "text",
      textAnchor: median.time > lastTime * 0.6 ? "end" : "start",
      dx: median.time > lastTime * 0.6 ? -8 : 8,
      dy: -10,
    }),
  );
}

function endLabels(curves: readonly Curve[], names: readonly string[], lastTime: number, plotWidth: number) {
  const ends = curves.map((curve, i) => ({
    time: curve.lastTime,
    survival: curve.steps.at(-1)?.survival ?? 1,
    text: names[i]!,
    stroke: styleOf(curve).stroke,
  }));
  return placed(ends, lastTime, plotWidth).map((end) =>
    Plot.text([end], {
      x: "time",
      y: "survival",
      text: "text",
      fill: "stroke",
      textAnchor: "start",
      dx: 6,
      dy: end.dy,
    }),
  );
}

/** How many are followed at each mark of the axis, a row a curve. */
function riskRows(
  curves: readonly Curve[],
  names: readonly string[],
  times: readonly number[],
  heading: string,
  isGrouped: boolean,
  { format }: Language,
) {
  return curves.flatMap((curve, i) => {
    const dy = tableTop + i * rowHeight;
    return [
      Plot.text([isGrouped ? names[i]! : heading], {
        frameAnchor: "bottom-left",
        lineAnchor: "middle",
        textAnchor: "end",
        dx: -besideNumbers,
        dy,
        fill: isGrouped ? styleOf(curve).stroke : "currentColor",
      }),
      Plot.text(
        times.map((time) => ({ time, atRisk: atRiskAt(curve, time) })),
        {
          x: "time",
          text: ({ atRisk }: { atRisk: number }) => format.count(atRisk),
          frameAnchor: "bottom",
          lineAnchor: "middle",
          dy,
          fill: ({ atRisk }: { atRisk: number }) => (atRisk < fewAtRisk ? colour.muted : "currentColor"),
        },
      ),
    ];
  });
}

/** Who leaves at a time or later, without those who enter then or later. */
function atRiskAt({ steps }: Curve, time: number): number {
  return steps.reduce(
    (sum, step) => (step.time < time ? sum : sum + step.events + step.censored - step.entered),
    0,
  );
}

function whoAt(datum: unknown, result: ChurnResult, language: Language) {
  const step = datum as Partial<{ time: number; place: number | null; atRisk: number }> | null;
  if (typeof step?.time !== "number" || step.place === undefined || step.atRisk === undefined) return null;
  const curve = curvesOf(result).find(({ place }) => place === step.place);
  if (!curve) return null;
  return {
    key: keyText({ what: "lost", place: curve.place, from: step.time, to: step.time }),
    label: language.texts.timeToChurn.who.lostAt(
      nameOf(curve, language),
      timeText(step.time, result, language),
    ),
  };
}
