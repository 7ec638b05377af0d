import { colour } from "../chart-style";
import { blank, code, comment, inLines, none, objectOf, prose, type Code } from "../code";
import { baseCode, gridYCode, percentCode, wilsonCode } from "../code-style";
import type { Language } from "../texts";
import { axisCode } from "./axis-code";
import { baselineOf, chartCode, limitsCode } from "./baseline-code";
import { namesCode, namesMark } from "./names-code";
import type { OverTimeRequest } from "./query";
import { levelsOf } from "./rate-figure";
import type { OverTimeResult } from "./result";

/** TypeScript that draws `rateFigure` from a relation with the columns of `periodsQuery`. */
export function rateCode(
  relation: string,
  { params }: OverTimeRequest,
  result: OverTimeResult | null,
  language: Language,
): string {
  const { texts } = language;
  const { rate: told } = texts.overTime.figure;
  const said = texts.code;
  const isEver = params.base === "cumulative";
  const levels = levelsOf(params, language);
  const baseline = baselineOf(params, result);
  const caption = told.caption({
    baseline: result ? result.baseline.chart !== null : baseline !== null,
    target: params.target !== null,
    alert: params.alert !== null,
  });
  const hasNames = levels.length > 0 || baseline !== null;
  return code`
    ${comment(isEver ? said.rate.whatEver : said.rate.what)}
    {
      ${comment(said.noNull)}
      const periods = ${{ text: relation }}.toArray().map((row) => {
        const [opens, closes] = [row.opens!, row.closes!];
        const [lost, base] = [row.${{ text: isEver ? "ever_absent" : "lost" }}!, row.${{ text: isEver ? "ever_before" : "at_start" }}!];
        const [low, high] = wilson(lost, base);
        return {
          opens,
          closes,
          at: new Date((opens.getTime() + closes.getTime()) / 2),
          lost,
          base,
          rate: lost / base,
          low,
          high,
          isSeen: row.state !== "not observed" && base > 0,
          ${comment(said.rate.judged)}
          isJudged: row.is_judged!,
        };
      });

      ${baseline ? inLines(chartCode(baseline, language), blank) : none}
      ${baseline ? heldPoints : code`const points = periods.filter(({ isSeen }) => isSeen);`}
      ${baseline ? stepCode : none}
      const finished = points.filter(({ isJudged }) => isJudged);
      const unfinished = points.filter(({ isJudged }) => !isJudged);
      ${percentCode(language)}
      ${topCode(levels, baseline !== null)}

      ${hasNames ? inLines(namesCode(levels, baseline !== null, language), blank) : none}
      ${axisCode(params.grain, language)}

      ${comment(said.colours)}
      display(
        Plot.plot({
          title: ${told.title},
          caption:
            ${prose(caption)},
          width,
          height: 320,
          ${baseCode({ marginLeft: 56, marginRight: 96 })}
          x: {
            type: "utc",
            label: null,
            domain: [periods[0].opens, periods[periods.length - 1].closes],
            ticks: ticks.map(({ at }) => at),
            tickFormat: (_, i) => nameOf(ticks[i].opens),
            tickSize: 3,
          },
          y: { label: ${told.axis}, ticks: 6, domain: [0, top], tickFormat: percent },
          marks: [
            ${gridYCode(6)},
            ${baseline ? code`chart && Plot.rect([chart], { x1: "from", x2: "to", fill: ${colour.muted}, fillOpacity: 0.12 }),` : none}
            ${baseline ? code`chart && Plot.ruleY([chart.centre], { stroke: ${colour.muted} }),` : none}
            Plot.areaY(finished, { x: "at", y1: "low", y2: "high", fill: ${colour.band}, fillOpacity: 0.18 }),
            ${baseline ? limitMarks : none}
            ${inLines(...levels.map(({ y, dash }) => levelMark(y, dash)))}
            Plot.link(unfinished, { x: "at", y1: "low", y2: "high", stroke: ${colour.lost}, strokeDasharray: "2,3" }),
            Plot.lineY(finished, { x: "at", y: "rate", stroke: ${colour.lost}, strokeWidth: 1.5 }),
            Plot.dot(finished, { x: "at", y: "rate", r: points.length > 60 ? 2 : 3.5, fill: ${colour.lost} }),
            Plot.dot(unfinished, { x: "at", y: "rate", r: 3.5, fill: "none", stroke: ${colour.lost} }),
            ${hasNames ? namesMark : none}
            Plot.ruleY([0], { stroke: "currentColor" }),
          ],
        }),
      );

      ${baseline ? inLines(limitsCode(language), blank) : none}
      ${wilsonCode(language)}
    }`.text;
}

function topCode(levels: readonly { readonly y: number }[], hasChart: boolean): Code {
  const highest = hasChart
    ? "flatMap(({ high, highLimit }) => [high, highLimit ?? 0])"
    : "map(({ high }) => high)";
  const least = { text: [0.01, ...levels.map(({ y }) => y)].join(", ") };
  return code`
    const highest = points.${{ text: highest }};
    const top = Math.min(1, 1.08 * Math.max(${least}, ...highest));`;
}

const heldPoints = code`
  const points = periods
    .filter(({ isSeen }) => isSeen)
    .map((period) => ({ ...period, ...(chart && limits(period.base)) }));`;

const stepCode = code`const step = ${objectOf({ x1: "opens", x2: "closes", stroke: colour.muted, strokeDasharray: "4,3" })};`;

const limitMarks = code`
  Plot.link(points, { ...step, y: "highLimit" }),
  Plot.link(points, { ...step, y: "lowLimit" }),`;

function levelMark(y: number, dash: string): Code {
  return code`Plot.ruleY([${y}], ${objectOf({ stroke: "currentColor", strokeDasharray: dash, strokeOpacity: 0.8 })}),`;
}
