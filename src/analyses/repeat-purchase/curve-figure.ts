import { baseOptions, colour, gridY } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import type { Language } from "../texts";
import type { RepeatPurchaseResult } from "./result";
import { key } from "./who";
import { thresholdText } from "./beside";

/** Spec C05: with fewer left the curve is grey. */
export const fewAtRisk = 10;
export const curveHeight = 320;
export const curveMargins = { marginLeft: 56, marginRight: 104 };

/** The share that has bought again by each day, against threshold and window. */
export function curveFigure(result: RepeatPurchaseResult, language: Language): Figure {
  const { texts, format } = language;
  const told = texts.repeatPurchase.curve;
  const { threshold, window } = result;
  const steps = [
    { days: 0, share: 0, low: 0, high: 0, isThin: false },
    ...result.days.map(({ days, share, interval, atRisk }) => ({
      days,
      share,
      low: interval?.[0] ?? share,
      high: interval?.[1] ?? share,
      isThin: atRisk < fewAtRisk,
    })),
  ];
  const last = steps[steps.length - 1]!;
  // A day on which somebody bought again stands for those who did.
  const bought = result.days.filter(({ boughtAgain }) => boughtAgain > 0);
  const firm = steps.filter(({ isThin }) => !isThin);
  const thin = steps.slice(Math.max(0, firm.length - 1));
  const top = Math.min(1, 1.08 * Math.max(threshold, last.share, ...firm.map(({ high }) => high)));
  return {
    id: "curve",
    title: told.title,
    caption: told.caption({ threshold: thresholdText(result, language), window, thin: fewAtRisk }),
    alternative: told.alternative({
      n: result.days[0]?.atRisk ?? 0,
      last: last.days,
      share: format.percent(last.share),
      at: result.horizons
        .filter(({ days }) => days < last.days)
        .map(({ days, share }) => ({ days, share: format.percent(share) })),
    }),
    table: "days",
    plot: (width) => ({
      ...baseOptions(width),
      height: curveHeight,
      ...curveMargins,
      x: {
        label: told.x,
        domain: [0, Math.max(1, last.days)],
        ticks: width > 500 ? 8 : 4,
        tickFormat: (days: number) => format.count(days),
      },
      y: { label: told.y, domain: [0, top], ticks: 6, tickFormat: (share: number) => format.percent(share) },
      marks: [
        gridY(6),
        Plot.areaY(firm, {
          x: "days",
          y1: "low",
          y2: "high",
          curve: "step-after",
          fill: colour.band,
          fillOpacity: 0.18,
        }),
        Plot.ruleY([threshold], { stroke: "currentColor", strokeDasharray: "1,4" }),
        Plot.text([threshold], {
          y: (share: number) => share,
          text: () => `${told.threshold} ${thresholdText(result, language)}`,
          frameAnchor: "right",
          textAnchor: "start",
          fill: "currentColor",
          dx: 6,
        }),
        ...(window < last.days
          ? [
              Plot.ruleX([window], { stroke: "currentColor", strokeDasharray: "4,3" }),
              Plot.text([window], {
                x: (days: number) => days,
                text: () => told.window(window),
                frameAnchor: "top",
                lineAnchor: "bottom",
                fill: "currentColor",
                dy: -4,
              }),
            ]
          : []),
        Plot.lineY(thin, {
          x: "days",
          y: "share",
          curve: "step-after",
          stroke: colour.muted,
          strokeWidth: 1.5,
        }),
        Plot.lineY(firm, { x: "days", y: "share", curve: "step-after", stroke: colour.kept, strokeWidth: 2 }),
        Plot.ruleY([0], { stroke: "currentColor" }),
        Plot.dot(bought, Plot.pointerX({ x: "days", y: "share", r: 5, stroke: "currentColor" })),
      ],
    }),
    who: (datum) => {
      const step = bought.find((one) => one === datum);
      return step
        ? {
            key: key.day(step.days, "again"),
            label: language.texts.repeatPurchase.who.dayAgain(step.days),
          }
        : null;
    },
  };
}
