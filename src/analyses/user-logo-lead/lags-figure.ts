import { baseOptions, colour, gridY } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import type { Language } from "../texts";
import type { LeadResult } from "./result";
import { whoLost } from "./tables";

/** Out-of-sample AUC by months ahead; null where no lag was fitted. */
export function lagsFigure({ lags }: LeadResult, language: Language): Figure | null {
  const { texts, format } = language;
  const told = texts.userLogoLead.figure.lags;
  const points = lags.flatMap((one) => {
    const { lag, auc, aucControls: controls } = one;
    if (!auc) return [];
    const [low, high] = auc.interval ?? [];
    return [{ lag, value: auc.value, low, high, controls, who: whoLost(one, language) ?? null }];
  });
  const last = points[points.length - 1];
  if (!last || points.length < 2) return null;
  const least = Math.min(
    0.5,
    ...points.flatMap(({ low, value, controls }) => [low ?? value, controls ?? value]),
  );
  const bottom = Math.max(0, Math.floor(least * 10 - 1e-9) / 10);
  const controls = points.filter(({ controls: one }) => one !== null);
  const apart = last.controls === null ? 1 : last.value - last.controls;
  return {
    id: "lags",
    title: told.title,
    caption: told.caption,
    alternative: told.alternative(points.map(({ lag, value }) => ({ lag, auc: format.number(value, 2) }))),
    table: "lags",
    plot: (width) => ({
      ...baseOptions(width),
      height: 260,
      marginLeft: 48,
      marginRight: 120,
      x: {
        label: told.x,
        domain: [points[0]!.lag, last.lag],
        ticks: points.length - 1,
        tickFormat: format.count,
      },
      y: {
        label: told.y,
        domain: [bottom, 1],
        ticks: 5,
        tickFormat: (value: number) => format.number(value, 1),
      },
      marks: [
        gridY(5),
        Plot.ruleY([0.5], { stroke: "currentColor", strokeOpacity: 0.6 }),
        Plot.areaY(
          points.filter(({ low }) => low !== undefined),
          { x: "lag", y1: "low", y2: "high", fill: colour.band, fillOpacity: 0.18 },
        ),
        Plot.line(controls, { x: "lag", y: "controls", stroke: "currentColor", strokeDasharray: "4,3" }),
        Plot.line(points, { x: "lag", y: "value", stroke: colour.first, strokeWidth: 2 }),
        Plot.dot(points, { x: "lag", y: "value", fill: colour.first, r: 4 }),
        Plot.text([last], {
          x: "lag",
          y: "value",
          text: () => told.users,
          textAnchor: "start",
          dx: 10,
          dy: Math.abs(apart) < 0.06 ? (apart < 0 ? 8 : -8) : 0,
        }),
        ...(last.controls === null
          ? []
          : [
              Plot.text([last], {
                x: "lag",
                y: "controls",
                text: () => told.controls,
                textAnchor: "start",
                dx: 10,
                dy: Math.abs(apart) < 0.06 ? (apart < 0 ? -8 : 8) : 0,
              }),
            ]),
        Plot.dot(points, Plot.pointerX({ x: "lag", y: "value", r: 8, stroke: "currentColor" })),
      ],
    }),
    who: (datum) => points.find((point) => point === datum)?.who ?? null,
  };
}
