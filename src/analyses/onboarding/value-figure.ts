import { baseOptions, colour, gridY } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import type { Language } from "../texts";
import type { OnboardingResult } from "./result";
import { labelled, pointsOf, reachOf, type ValuePoint } from "./value-curve";

export const valueMargins = { marginLeft: 56, marginRight: 56 } as const;
export const valueHeight = 280;

/** The share of newcomers that has come to the first value by each day, with its band. */
export function valueFigure(
  { event, curve }: NonNullable<OnboardingResult["value"]>,
  days: readonly number[],
  language: Language,
): Figure {
  const { texts, format } = language;
  const told = texts.onboarding.figure.value;
  const reach = reachOf(curve, days);
  const points = pointsOf(curve, reach);
  const firstFew = points.findIndex(({ isFew }) => isFew);
  const sure = firstFew < 0 ? points : points.slice(0, firstFew + 1);
  const pale = firstFew < 0 ? [] : points.slice(firstFew);
  const line = (of: readonly ValuePoint[], strokeOpacity: number) =>
    Plot.line(of, {
      x: "time",
      y: "share",
      curve: "step-after",
      stroke: colour.first,
      strokeWidth: 2,
      strokeOpacity,
    });
  return {
    id: "value",
    title: told.title(event),
    caption: told.caption(firstFew >= 0),
    alternative: told.alternative(
      format.list(
        labelled(points, days, reach, Infinity).map(({ time, share }) =>
          told.part(time, format.percent(share)),
        ),
      ),
      curve.customers,
    ),
    table: "value-steps",
    plot: (width) => {
      const marks = labelled(points, days, reach, width - valueMargins.marginLeft - valueMargins.marginRight);
      return {
        ...baseOptions(width),
        height: valueHeight,
        ...valueMargins,
        x: {
          label: told.time,
          domain: [0, reach],
          ticks: 6,
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
          Plot.areaY(points, {
            x: "time",
            y1: "low",
            y2: "high",
            curve: "step-after",
            fill: colour.first,
            fillOpacity: 0.16,
          }),
          line(sure, 1),
          line(pale, 0.4),
          Plot.dot(marks, { x: "time", y: "share", r: 3.5, fill: colour.first }),
          Plot.text(marks, {
            x: "time",
            y: "share",
            text: ({ share }: { share: number }) => format.percent(share),
            textAnchor: "start",
            dx: 6,
            dy: 12,
          }),
          Plot.ruleY([0], { stroke: "currentColor" }),
          Plot.dot(points, Plot.pointerX({ x: "time", y: "share", r: 5, stroke: "currentColor" })),
        ],
      };
    },
    who: (datum) => {
      const { time, share } = (datum ?? {}) as Partial<ValuePoint>;
      if (typeof time !== "number" || !share) return null;
      // The last corner only carries the share on: it counts those of the step before.
      const step = curve.steps.findLast((one) => one.time <= time);
      return step
        ? { key: `value by ${step.time}`, label: texts.onboarding.who.reachedBy(event, step.time) }
        : null;
    },
  };
}
