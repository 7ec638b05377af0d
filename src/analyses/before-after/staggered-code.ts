import { axisCode } from "../attrition-over-time/axis-code";
import { colour } from "../chart-style";
import { code, comment, prose } from "../code";
import { baseCode, gridYCode, legendCode, percentInTextCode } from "../code-style";
import { leastUnits } from "../stats/staggered-group-time";
import type { Language } from "../texts";
import type { BeforeAfterRequest } from "./query";
import { sideFills } from "./side-fills";
import { coursesLegend } from "./staggered-figures";

/** TypeScript that draws `coursesFigure` from a relation with the columns of `coursesQuery`. */
export function coursesCode(relation: string, { params }: BeforeAfterRequest, language: Language): string {
  const { figure, code: said } = language.texts.beforeAfter.staggered;
  const told = figure.courses;
  return code`
    ${comment(said.what)}
    {
      const counted = ${{ text: relation }}.toArray();
      const periods = counted
        .filter(({ part }) => part === counted[0]!.part)
        .map(({ opens }) => ({ opens: opens! }));
      const points = counted.filter(({ customers }) => customers! >= ${leastUnits});
      const line = { x: "opens", y: "rate", z: "part" };
      ${axisCode(params.grain, language)}

      ${comment(language.texts.code.colours)}
      display(
        Plot.plot({
          title: ${told.title},
          caption:
            ${prose(told.caption)},
          width,
          height: 320,
          ${baseCode({ marginTop: 52 })}
          marginLeft: 56,
          marginRight: 40,
          x: {
            label: null,
            type: "utc",
            domain: [periods[0]!.opens, periods[periods.length - 1]!.opens],
            ticks: ticks.map(({ opens }) => opens),
            tickFormat: nameOf,
            tickSize: 3,
          },
          y: {
            label: ${told.axis},
            ticks: 5,
            domain: [0, Math.min(1, 1.05 * Math.max(0.01, ...points.map(({ rate }) => rate!)))],
            tickFormat: percent,
          },
          marks: [
            ${gridYCode(5)},
            Plot.line(
              points.filter(({ met }) => met === null),
              { ...line, stroke: ${colour.second}, strokeWidth: 2, strokeDasharray: "5,4" },
            ),
            Plot.line(
              points.filter(({ met, period }) => met !== null && period! < met),
              { ...line, stroke: ${sideFills.before}, strokeWidth: 1.5 },
            ),
            Plot.line(
              points.filter(({ met, period }) => met !== null && period! >= met - 1),
              { ...line, stroke: ${sideFills.after}, strokeWidth: 2 },
            ),
            Plot.dot(
              points.filter(({ met, period }) => period === met),
              { x: "opens", y: "rate", r: 4, fill: ${sideFills.after} },
            ),
            Plot.ruleY([0], { stroke: "currentColor" }),
            ${legendCode(coursesLegend(language))}
          ],
        }),
      );

      ${percentInTextCode(language)}
    }`.text;
}
