import { axisCode } from "../attrition-over-time/axis-code";
import { colour } from "../chart-style";
import { code, comment, inLines, none, prose, type Code } from "../code";
import { baseCode, percentInTextCode, wilsonCode } from "../code-style";
import type { Language } from "../texts";
import { panelBottom, panelHeight, panelScale } from "./panels";
import type { ReportRequest } from "./params";
import type { ReportResult } from "./result";
import { hasMoney } from "./weeks-figure";

/** TypeScript that draws `weeksFigure` from a relation with the columns of `weeksQuery`, one row a date. */
export function weeksCode(
  relation: string,
  { params }: ReportRequest,
  result: ReportResult | null,
  language: Language,
): string {
  const { texts, locale, format } = language;
  const told = texts.adoptionReport;
  const { figure } = told;
  const withMoney = result ? hasMoney(result) : params.mode === "contracts";
  const curve = params.grain === "week" ? "step-after" : "linear";
  const { goal } = params;
  return code`
    ${comment(told.code.what)}
    {
      const rows = ${{ text: relation }}.toArray();
      const periods = rows.map(({ day }) => ({ opens: day! }));
      ${axisCode(params.grain, language)}
      const number = new Intl.NumberFormat(${locale}, { maximumFractionDigits: 1 }).format;

      ${comment(told.code.noNull)}
      const panels = [
        {
          label: ${figure.score},
          step: 5,
          curve: "linear" as const,
          stroke: ${colour.first},
          write: number,
          goals: [${goal === null ? { text: "" } : goal}] as number[],
          points: rows.flatMap(({ day, mean, low, high }) =>
            mean === null ? [] : [{ at: day!, value: mean, low: low ?? mean, high: high ?? mean }],
          ),
        },
        {
          label: ${figure.logos},
          ${shareCode(curve, colour.kept)}
          points: rows.flatMap(({ day, at_start, stayed }) => {
            if (!at_start || stayed === null) return [];
            const [low, high] = wilson(stayed, at_start);
            return [{ at: day!, value: stayed / at_start, low, high }];
          }),
        },
        ${withMoney ? inLines(moneyCode("gross", figure.gross, curve, colour.second), moneyCode("net", figure.net, curve, colour.new)) : none}
      ].filter(({ points }) => points.length > 0);

      ${comment(told.code.panels)}
      const marks = panels.flatMap(({ label, step, curve, stroke, write, goals, points }, place) => {
        const ends = [...points.flatMap(({ low, high }) => [low, high]), ...goals];
        const least = Math.floor(Math.min(...ends) / step + 1e-9);
        const most = Math.ceil(Math.max(...ends) / step - 1e-9);
        const [low, high] = [step * Math.max(0, least), step * Math.max(most, least + 1)];
        const height = (value: number) =>
          panels.length - 1 - place + ${panelBottom} + (${panelScale} * (value - low)) / (high - low);
        const ticks = [low, (low + high) / 2, high].map((value) => ({ y: height(value), text: write(value) }));
        const drawn = points.map((point) => ({
          ...point,
          y: height(point.value),
          y1: height(point.low),
          y2: height(point.high),
        }));
        return [
          Plot.ruleY(ticks, { y: "y", stroke: ${colour.grid} }),
          Plot.text(ticks, { y: "y", text: "text", frameAnchor: "left", textAnchor: "end", dx: -8, fill: "currentColor" }),
          Plot.text([label], {
            y: [height(high)],
            frameAnchor: "left",
            textAnchor: "start",
            dy: -14,
            fontWeight: 600,
            fill: "currentColor",
          }),
          ${goal === null ? none : goalCode(figure.goal(format.number(goal, 1)))}
          Plot.areaY(drawn, { x: "at", y1: "y1", y2: "y2", curve, fill: stroke, fillOpacity: 0.16 }),
          Plot.lineY(drawn, { x: "at", y: "y", curve, stroke, strokeWidth: 1.8 }),
          Plot.dot(drawn, { x: "at", y: "y", r: drawn.length > 60 ? 1.5 : 2.5, fill: stroke }),
          Plot.text(drawn.slice(-1), {
            x: "at",
            y: "y",
            text: ({ value }) => write(value),
            textAnchor: "start",
            dx: 8,
            fill: "currentColor",
            fontWeight: 600,
          }),
        ];
      });

      ${comment(texts.code.colours)}
      display(
        Plot.plot({
          title: ${figure.title},
          caption:
            ${prose(figure.caption(withMoney))},
          width,
          height: ${panelHeight} * panels.length + 68,
          ${baseCode({ marginLeft: 56, marginRight: 64 })}
          x: {
            type: "utc",
            label: null,
            domain: [periods[0].opens, periods[periods.length - 1].opens],
            ticks: ticks.map(({ opens }) => opens),
            tickFormat: (_, i) => nameOf(ticks[i].opens),
            tickSize: 3,
          },
          y: { axis: null, domain: [0, panels.length] },
          marks,
        }),
      );

      ${percentInTextCode(language)}

      ${wilsonCode(language)}
    }`.text;
}

function shareCode(curve: string, stroke: string): Code {
  return code`
    step: 0.05,
    curve: ${curve} as const,
    stroke: ${stroke},
    write: percent,
    goals: [] as number[],`;
}

function moneyCode(column: "gross" | "net", label: string, curve: string, stroke: string): Code {
  const text = { text: column };
  return code`
    {
      label: ${label},
      ${shareCode(curve, stroke)}
      points: rows.flatMap(({ day, ${text}, ${text}_low, ${text}_high }) =>
        ${text} === null
          ? []
          : [{ at: day!, value: ${text}, low: ${text}_low ?? ${text}, high: ${text}_high ?? ${text} }],
      ),
    },`;
}

/** Only the score has a goal. */
function goalCode(label: string): Code {
  return code`
    Plot.ruleY(goals.map(height), { stroke: "currentColor", strokeDasharray: "1,4", strokeOpacity: 0.8 }),
    Plot.text(goals.map(() => ${label}), {
      y: goals.map(height),
      frameAnchor: "left",
      textAnchor: "start",
      dx: 6,
      dy: -8,
      fill: "currentColor",
    }),`;
}
