import { colour } from "../chart-style";
import { code, comment, objectOf, prose } from "../code";
import { baseCode, countCode, gridYCode, percentCode } from "../code-style";
import type { Language } from "../texts";
import { curveHeight, curveMargins, fewAtRisk } from "./curve-figure";
import { thresholdText } from "./beside";
import type { RepeatPurchaseParams } from "./params";
import type { RepeatPurchaseResult } from "./result";

/** TypeScript that draws `curveFigure` from a relation with the columns of `daysQuery`. */
export function curveCode(
  relation: string,
  { threshold, window }: RepeatPurchaseParams,
  result: RepeatPurchaseResult | null,
  language: Language,
): string {
  const { texts, format } = language;
  const told = texts.repeatPurchase.curve;
  const level = result ? thresholdText(result, language) : format.percentBeside(threshold, []);
  return code`
    ${comment(told.code.what)}
    {
      ${comment(told.code.estimate)}
      let survival = 1;
      let greenwood = 0;
      ${comment(texts.code.noNull)}
      const steps = ${{ text: relation }}.toArray().map((row) => {
        const [days, atRisk, again] = [row.days!, row.at_risk!, row.bought_again!];
        survival = again === atRisk ? 0 : survival * (1 - again / atRisk);
        if (survival > 0) greenwood += again / (atRisk * (atRisk - again));
        const [low, high] = interval(survival, Math.sqrt(greenwood));
        return { days, share: 1 - survival, low, high, isThin: atRisk < ${fewAtRisk} };
      });
      const points = [{ days: 0, share: 0, low: 0, high: 0, isThin: false }, ...steps];
      const last = points[points.length - 1];
      ${comment(told.code.thin)}
      const firm = points.filter(({ isThin }) => !isThin);
      const thin = points.slice(Math.max(0, firm.length - 1));
      const top = Math.min(1, 1.08 * Math.max(${threshold}, last.share, ...firm.map(({ high }) => high)));
      ${percentCode(language)}
      ${countCode(language)}

      ${comment(texts.code.colours)}
      display(
        Plot.plot({
          title: ${told.title},
          caption:
            ${prose(told.caption({ threshold: level, window, thin: fewAtRisk }))},
          width,
          height: ${curveHeight},
          ${baseCode(curveMargins)}
          x: { label: ${told.x}, domain: [0, Math.max(1, last.days)], ticks: width > 500 ? 8 : 4, tickFormat: count },
          y: { label: ${told.y}, domain: [0, top], ticks: 6, tickFormat: percent },
          marks: [
            ${gridYCode(6)},
            Plot.areaY(firm, { x: "days", y1: "low", y2: "high", curve: "step-after", fill: ${colour.band}, fillOpacity: 0.18 }),
            Plot.ruleY([${threshold}], { stroke: "currentColor", strokeDasharray: "1,4" }),
            Plot.text([${`${told.threshold} ${level}`}], {
              y: [${threshold}],
              ${{ text: fields({ frameAnchor: "right", textAnchor: "start", fill: "currentColor", dx: 6 }) }}
            }),
            ...(last.days > ${window}
              ? [
                  Plot.ruleX([${window}], { stroke: "currentColor", strokeDasharray: "4,3" }),
                  Plot.text([${told.window(window)}], {
                    x: [${window}],
                    ${{ text: fields({ frameAnchor: "top", lineAnchor: "bottom", fill: "currentColor", dy: -4 }) }}
                  }),
                ]
              : []),
            Plot.lineY(thin, ${objectOf({ x: "days", y: "share", curve: "step-after", stroke: colour.muted, strokeWidth: 1.5 })}),
            Plot.lineY(firm, ${objectOf({ x: "days", y: "share", curve: "step-after", stroke: colour.kept, strokeWidth: 2 })}),
            Plot.ruleY([0], { stroke: "currentColor" }),
          ],
        }),
      );

      function interval(survival: number, logError: number): [low: number, high: number] {
        if (survival >= 1 || survival <= 0) return [1 - survival, 1 - survival];
        const hazard = -Math.log(survival);
        const factor = Math.exp((1.959963984540054 * logError) / hazard);
        return [1 - Math.exp(-hazard / factor), 1 - Math.exp(-hazard * factor)];
      }
    }`.text;
}

function fields(all: object): string {
  return Object.entries(all)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)},`)
    .join("\n");
}
