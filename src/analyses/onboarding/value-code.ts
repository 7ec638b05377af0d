import { baseOptions, colour } from "../chart-style";
import { code, comment, objectOf, prose } from "../code";
import { gridYCode, percentInTextCode } from "../code-style";
import type { Language } from "../texts";
import { fewAtRisk } from "../time-to-churn/few";
import type { OnboardingRequest } from "./began";
import { leastApart } from "./value-curve";
import { valueHeight, valueMargins } from "./value-figure";

/** TypeScript that draws `valueFigure` from a relation with the columns of `valueCurveQuery`. */
export function valueCode(relation: string, { params }: OnboardingRequest, language: Language): string {
  const told = language.texts.onboarding.figure.value;
  const said = language.texts.onboarding.code;
  const { marginTop = 0, marginBottom = 0, style } = baseOptions(0);
  const { marginLeft, marginRight } = valueMargins;
  return code`
    ${comment(said.value)}
    {
      ${comment(language.texts.code.noNull)}
      const rows = ${{ text: relation }}.toArray().map((row) => ({
        time: row.time!,
        atRisk: row.at_risk!,
        reached: row.reached!,
        share: row.share!,
        low: row.low ?? row.share!,
        high: row.high ?? row.share!,
      }));
      const days = [${{ text: params.days.join(", ") }}];
      ${comment(said.reach)}
      const last = rows.filter(({ reached }) => reached > 0).pop()?.time ?? 0;
      const reach = Math.max(1, Math.min(d3.max(rows, ({ time }) => time) ?? 0, Math.max(last, ...days)));
      const corners = [
        { time: 0, atRisk: Infinity, share: 0, low: 0, high: 0 },
        ...rows.filter(({ time }) => time <= reach),
      ];
      const points = [...corners, { ...corners[corners.length - 1], time: reach }];
      ${comment(said.few(fewAtRisk))}
      const few = points.findIndex(({ atRisk }) => atRisk < ${fewAtRisk});
      const sure = few < 0 ? points : points.slice(0, few + 1);
      const pale = few < 0 ? [] : points.slice(few);
      ${comment(said.labels)}
      const room = width - ${marginLeft} - ${marginRight};
      let labelled = -Infinity;
      const marks = days.flatMap((day) => {
        if (day > reach || ((day - labelled) / reach) * room < ${leastApart}) return [];
        labelled = day;
        const before = points.filter(({ time }) => time <= day);
        return [{ time: day, share: before[before.length - 1].share }];
      });
      const number = new Intl.NumberFormat(${language.locale}, { maximumFractionDigits: 1 }).format;

      ${comment(language.texts.code.colours)}
      display(
        Plot.plot({
          title: ${told.title(params.value.trim())},
          caption:
            few < 0
              ? ${prose(told.caption(false))}
              : ${prose(told.caption(true))},
          width,
          height: ${valueHeight},
          marginTop: ${marginTop},
          marginBottom: ${marginBottom},
          marginLeft: ${marginLeft},
          marginRight: ${marginRight},
          style: ${objectOf(style as object)},
          x: { label: ${told.time}, domain: [0, reach], ticks: 6, tickFormat: number },
          y: { label: ${told.axis}, domain: [0, 1], ticks: 5, tickFormat: percent },
          marks: [
            ${gridYCode(5)},
            Plot.areaY(points, {
              x: "time",
              y1: "low",
              y2: "high",
              curve: "step-after",
              fill: ${colour.first},
              fillOpacity: 0.16,
            }),
            Plot.line(sure, { x: "time", y: "share", curve: "step-after", stroke: ${colour.first}, strokeWidth: 2, strokeOpacity: 1 }),
            Plot.line(pale, { x: "time", y: "share", curve: "step-after", stroke: ${colour.first}, strokeWidth: 2, strokeOpacity: 0.4 }),
            Plot.dot(marks, { x: "time", y: "share", r: 3.5, fill: ${colour.first} }),
            Plot.text(marks, { x: "time", y: "share", text: ({ share }) => percent(share), textAnchor: "start", dx: 6, dy: 12 }),
            Plot.ruleY([0], { stroke: "currentColor" }),
          ],
        }),
      );

      ${percentInTextCode(language)}
    }`.text;
}
