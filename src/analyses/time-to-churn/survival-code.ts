import { baseOptions, colour } from "../chart-style";
import { blank, code, comment, inLines, none, objectOf, prose, type Code } from "../code";
import { countCode, gridYCode, percentCode } from "../code-style";
import type { Language } from "../texts";
import type { ChurnRequest } from "./clock";
import { cornersCode, linesCode } from "./corners-code";
import { styles } from "./curve-style";
import { axisCode, endsCode, endsMark, layoutCode, riskCode, riskMarks } from "./layout-code";
import { isGroupedBy } from "./params";
import type { ChurnResult } from "./result";
import { mostBands, mostCensorTicks, survivalCaption } from "./survival-figure";

/** TypeScript that draws `survivalFigure` from a relation with the columns of `stepsQuery`. */
export function survivalCode(
  relation: string,
  { params }: ChurnRequest,
  result: ChurnResult | null,
  language: Language,
): string {
  const told = language.texts.timeToChurn.figure.survival;
  const said = language.texts.timeToChurn.code;
  const isGrouped = result ? result.groups.length > 0 : isGroupedBy(params);
  const unit = params.unit;
  return code`
    ${comment(said.what)}
    {
      ${comment(language.texts.code.noNull)}
      const rows = ${{ text: relation }}.toArray().map((row) => ({
        place: row.place!,
        level: row.level,
        time: row.time!,
        atRisk: row.at_risk!,
        events: row.events!,
        censored: row.censored!,
        entered: row.entered!,
        survival: row.survival!,
        low: row.low,
        high: row.high,
      }));
      ${curvesCode(isGrouped, language)}
      const lastTime = d3.max(rows, ({ time }) => time) || 1;

      ${cornersCode(language)}
      ${comment(said.ticks(mostCensorTicks))}
      const censored = curves.flatMap(({ steps, stroke }) =>
        steps.filter(({ censored }) => censored > 0).map((step) => ({ ...step, stroke })),
      );
      const censorTicks = censored.length > ${mostCensorTicks} ? [] : censored;
      ${comment(said.medians)}
      const medians = curves.flatMap(({ steps, stroke }) =>
        steps.filter(({ survival }) => survival <= 0.5 + 1e-11).slice(0, 1).map(({ time }) => ({ time, stroke })),
      );

      ${countCode(language)}
      ${percentCode(language)}
      const number = new Intl.NumberFormat(${language.locale}, { maximumFractionDigits: 1 }).format;
      ${isGrouped ? none : halfCode(unit, language)}
      ${axisCode(unit, language)}
      const marginTop = ${marginTop};
      ${layoutCode(isGrouped, language)}
      ${isGrouped ? inLines(endsCode(language), blank) : none}
      ${riskCode(language)}

      ${comment(language.texts.code.colours)}
      display(
        Plot.plot({
          title: ${told.title},
          caption:
            ${prose(result ? survivalCaption(result, language) : told.caption({ band: true, ticks: true, few: true, grouped: isGrouped, scale: params.scale }))},
          width,
          height: marginTop + plotHeight + marginBottom,
          marginTop,
          marginBottom,
          marginLeft,
          marginRight,
          style: ${objectOf(style as object)},
          x: { label: ${told.time(unit)}, labelOffset: 38, domain: [0, lastTime], ticks, tickFormat: number },
          y: { label: ${told.axis}, domain: [0, 1], ticks: 5, tickFormat: percent },
          marks: [
            ${gridYCode(5)},
            Plot.ruleY([0.5], { stroke: ${colour.muted}, strokeDasharray: "4,3" }),
            ${isGrouped ? code`curves.length > ${mostBands} ? null : ${band}` : band},
            ${linesCode}
            Plot.ruleX(censorTicks, {
              x: "time",
              y1: ({ survival }) => survival - 0.014,
              y2: ({ survival }) => survival + 0.014,
              stroke: "stroke",
              strokeOpacity: 0.7,
            }),
            Plot.dot(medians, { x: "time", y: () => 0.5, r: 3.5, fill: "stroke" }),
            ${isGrouped ? endsMark : halfMark(language)}
            ${riskMarks(isGrouped, language)}
            Plot.ruleY([0], { stroke: "currentColor" }),
          ],
        }),
      );
    }`.text;
}

const { marginTop = 0, style } = baseOptions(0);

const band = code`Plot.area(corners, { x1: "time", y1: "low", y2: "high", z: "piece", fill: "stroke", fillOpacity: 0.16 })`;

/** `curves`: the rows of each group, with its name and style. */
function curvesCode(isGrouped: boolean, { texts }: Language): Code {
  const { names, code: said } = texts.timeToChurn;
  const written = (one: (typeof styles)[number]) =>
    code`{ stroke: ${one.stroke}, dash: ${one.dash === null ? code`undefined` : one.dash} },`;
  if (!isGrouped)
    return code`
      const curves = [{ steps: rows, ...${{ text: `{ stroke: ${JSON.stringify(styles[1]!.stroke)}, dash: undefined }` }} }];`;
  return code`
    ${comment(said.styles)}
    const styles = [
      ${inLines(...styles.map(written))}
    ];
    const curves = d3
      .groups(rows, ({ place }) => place)
      .sort(([a], [b]) => (a || Infinity) - (b || Infinity))
      .map(([place, steps]) => ({
        steps,
        name: steps[0].level ?? (place === 0 ? ${names.unknown} : ${names.others}),
        lastTime: steps[steps.length - 1].time,
        ...styles[place],
      }));`;
}

function halfCode(unit: string, { locale }: Language): Code {
  return code`const inUnits = new Intl.NumberFormat(${locale}, { style: "unit", unit: ${unit}, unitDisplay: "long", maximumFractionDigits: 1 });`;
}

function halfMark({ texts }: Language): Code {
  const said = texts.timeToChurn.figure.survival.half("${inUnits.format(median.time)}");
  return code`
    medians.map((median) =>
      Plot.text([median], {
        x: "time",
        y: () => 0.5,
        text: () => ${{ text: `\`${said}\`` }},
        textAnchor: median.time > lastTime * 0.6 ? "end" : "start",
        dx: median.time > lastTime * 0.6 ? -8 : 8,
        dy: -10,
      }),
    ),`;
}
