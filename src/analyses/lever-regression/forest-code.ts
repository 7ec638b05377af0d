import { colour, legendMarks } from "../chart-style";
import { code, comment, inLines, none, objectOf, prose, type Code } from "../code";
import { baseCode } from "../code-style";
import { leverText } from "../levers/lever";
import type { Language } from "../texts";
import { colouringsIn, edges, fills, rowHeight, ticks, wide } from "./forest-figure";
import { nameOf } from "./names";
import type { LeverRegressionResult } from "./result";
import { oddsText } from "./tables";

/** TypeScript that draws `forestFigure` from a relation with the columns of `leversQuery`. */
export function forestCode(
  relation: string,
  result: LeverRegressionResult | null,
  language: Language,
): string {
  const { texts, locale } = language;
  const told = texts.leverRegression.forest;
  const said = texts.leverRegression.code;
  const colourings = result ? colouringsIn(result) : (["keep", "against", "reversed", "other"] as const);
  const hasMeasure = result?.levers.some(({ isSwitch }) => !isSwitch) ?? false;
  const names = Object.fromEntries(
    (result?.levers ?? []).map((lever, i) => [leverText(lever), nameOf(result!, i, language)]),
  );
  return code`
    ${comment(said.what)}
    {
      const number = (value: number, digits: number) =>
        value.toLocaleString(${locale}, { maximumFractionDigits: digits });
      const oddsText = (odds: number | null) =>
        odds === null ? ${texts.base.none} : odds < 0.0005 ? ${oddsText(0, language)} : number(odds, odds >= 1000 ? 0 : odds < 0.095 ? 3 : 2);
      const fills: Record<string, string> = ${objectOf(fills)};
      ${comment(said.names)}
      const names: Record<string, string> = ${{ text: JSON.stringify(names) }};

      const within = (odds: number) => Math.log(Math.max(${edges[0]}, Math.min(${edges[1]}, odds)));
      const rows = ${{ text: relation }}
        .toArray()
        .map(({ lever, verdict, odds_ratio, low, high, crude }) => ({
          label: names[lever ?? ""] ?? lever ?? "",
          odds: odds_ratio,
          low,
          high,
          crude,
          fill: fills[verdict ?? ""] ?? fills.other,
        }))
        .sort((a, b) => (b.odds ?? 0) - (a.odds ?? 0))
        .map((row, at) => ({ ...row, at }));
      const estimated = rows.flatMap(({ odds, low, high, ...row }) =>
        odds === null
          ? []
          : [{ ...row, odds: within(odds), low: within(low ?? ${edges[0]}), high: within(high ?? ${edges[1]}) }],
      );
      const alone = rows.flatMap(({ crude, at }) => (crude === null ? [] : [{ at, odds: within(crude) }]));

      ${comment(said.scale)}
      const ends = [...estimated.flatMap(({ low, high }) => [low, high]), ...alone.map(({ odds }) => odds)];
      const domain = [Math.min(Math.log(0.5), ...ends) - 0.1, Math.max(Math.log(2), ...ends) + 0.1] as const;
      const ticks = ${list(ticks)}.filter((tick) => Math.log(tick) >= domain[0] && Math.log(tick) <= domain[1]);
      const shown = (ticks.length > 7 ? ticks.filter((tick) => ${list(wide)}.includes(tick)) : ticks).map(Math.log);
      const longest = Math.max(0, ...rows.map(({ label }) => label.length));
      const room = Math.min(Math.ceil(longest * 6.6) + 16, Math.floor(width * 0.4));
      const most = Math.max(4, Math.floor((room - 16) / 6.6));

      ${comment(texts.code.colours)}
      display(
        Plot.plot({
          title: ${told.title},
          caption:
            ${prose(told.caption(hasMeasure))},
          width,
          height: 96 + rows.length * ${rowHeight},
          ${baseCode({ marginTop: 52 })}
          marginLeft: room,
          marginRight: 64,
          x: {
            label: ${told.axis},
            domain,
            ticks: shown,
            tickFormat: (log: number) => number(Math.exp(log), 2),
          },
          y: { domain: [rows.length - 0.5, -0.5], axis: null },
          marks: [
            Plot.gridX(shown, ${objectOf({ stroke: colour.grid, strokeOpacity: 1 })}),
            Plot.ruleX([0], { stroke: "currentColor" }),
            Plot.link(estimated, { x1: "low", x2: "high", y: "at", stroke: "fill", strokeWidth: 2, strokeOpacity: 0.5 }),
            Plot.dot(alone, { x: "odds", y: "at", r: 4, stroke: "currentColor", strokeOpacity: 0.6 }),
            Plot.dot(estimated, { x: "odds", y: "at", r: 4.5, fill: "fill" }),
            Plot.text(rows, {
              y: "at",
              text: ({ label }) => (label.length > most ? label.slice(0, most - 1) + "…" : label),
              frameAnchor: "left",
              textAnchor: "end",
              dx: -8,
              fill: "currentColor",
            }),
            Plot.text(rows, {
              y: "at",
              text: ({ odds }) => oddsText(odds),
              frameAnchor: "right",
              textAnchor: "start",
              dx: 8,
              fill: "currentColor",
            }),
            ${colourings.length ? legendCode(colourings.map((one) => ({ label: told.legend[one], fill: fills[one] }))) : none}
          ],
        }),
      );
    }`.text;
}

/** Each entry where `legend` of the chart style puts it. */
function legendCode(entries: Parameters<typeof legendMarks>[0]): Code {
  return inLines(
    ...legendMarks(entries).flatMap(({ label, dot, text }) => [
      code`Plot.dot([${label}], ${objectOf(dot)}),`,
      code`Plot.text([${label}], ${objectOf(text)}),`,
    ]),
  );
}

function list(numbers: readonly number[]): Code {
  return { text: `[${numbers.join(", ")}]` };
}
