import { code, comment, inLines, prose, type Code } from "../code";
import { baseCode, countCode, gridYCode } from "../code-style";
import { readerOf, type Language } from "../texts";
import { bands } from "./bands";
import { weeksAhead } from "./query";
import type { RadarResult } from "./result";
import type { RadarRequest } from "./source";
import { anchors, bandColours, legendLeft } from "./weeks-figure";

/** TypeScript that draws `weeksFigure` from a relation with the columns of `weeksQuery`. */
export function weeksCode(
  relation: string,
  { params }: RadarRequest,
  result: RadarResult | null,
  language: Language,
): string {
  const { figure, short: named, code: said } = language.texts.renewalRadar;
  const looks = inLines(
    ...bands.map(
      (band) => code`${{ text: band }}: { label: ${named[band](params)}, fill: ${bandColours[band]} },`,
    ),
  );
  // Before it has run nobody knows which day the contracts are known until; the first week stands for it.
  const today: Code = result?.asOf ? code`Date.parse(${result.asOf})` : { text: "weeks[0].from.getTime()" };
  return code`
    ${comment(said.what)}
    {
      ${comment(language.texts.code.colours)}
      const looks: Record<string, { label: string; fill: string }> = {
        ${looks}
      };
      const day = 86_400_000;
      const heights = new Map<number, number>();
      ${comment(language.texts.code.noNull)}
      const weeks = ${{ text: relation }}.toArray().map((row) => {
        const from = row.week!;
        const low = heights.get(from.getTime()) ?? 0;
        const high = low + row.contracts!;
        heights.set(from.getTime(), high);
        return { from, to: new Date(from.getTime() + 7 * day), low, high, band: row.band!, fill: looks[row.band!].fill };
      });
      const today = ${today};
      const marks = [
        { at: new Date(today), text: ${figure.today}, anchor: "${{ text: anchors[0] }}" },
        { at: new Date(today + ${params.to} * day), text: ${figure.days(params.to)}, anchor: "${{ text: anchors[1] }}" },
        { at: new Date(today + ${params.from} * day), text: ${figure.days(params.from)}, anchor: "${{ text: anchors[2] }}" },
      ] as const;
      const most = Math.max(...heights.values());
      ${countCode(language)}
      const dates = new Intl.DateTimeFormat(${readerOf(language.locale)}, { day: "numeric", month: "short", timeZone: "UTC" });

      let left = -${legendLeft};
      const names = Object.entries(looks)
        .filter(([band]) => weeks.some((week) => week.band === band))
        .map(([, { label, fill }]) => {
          const start = left;
          left += 14 + label.length * 6.8 + 22;
          return { label, fill, start };
        });

      display(
        Plot.plot({
          title: ${figure.title},
          caption:
            ${prose(figure.caption(params))},
          width,
          height: 300,
          ${baseCode({ marginTop: 64, marginLeft: 48 })}
          x: {
            type: "utc",
            label: null,
            domain: [new Date(Math.min(today, weeks[0].from.getTime()) - 7 * day), new Date(today + ${7 * weeksAhead} * day)],
            ticks: width < 500 ? 4 : 7,
            tickFormat: (date: Date) => dates.format(date),
            tickSize: 3,
          },
          y: { label: ${figure.axis}, domain: [0, most], ticks: Math.min(5, most), tickFormat: count },
          marks: [
            ${gridYCode(5)},
            Plot.rect(weeks, { x1: "from", x2: "to", y1: "low", y2: "high", fill: "fill", insetLeft: 1, insetRight: 1 }),
            Plot.ruleX(marks, { x: "at", stroke: "currentColor", strokeDasharray: "3,3", strokeOpacity: 0.7 }),
            marks.map((mark) =>
              Plot.text([mark], {
                x: "at",
                text: "text",
                frameAnchor: "top",
                lineAnchor: "bottom",
                textAnchor: mark.anchor,
                dy: -4,
                fill: "currentColor",
              }),
            ),
            names.map(({ label, fill, start }) => [
              Plot.dot([label], { frameAnchor: "top-left", symbol: "square", r: 5, fill, dx: start + 5, dy: -24 }),
              Plot.text([label], {
                frameAnchor: "top-left",
                textAnchor: "start",
                lineAnchor: "middle",
                fill: "currentColor",
                dx: start + 15,
                dy: -24,
              }),
            ]),
            Plot.ruleY([0], { stroke: "currentColor" }),
          ],
        }),
      );
    }`.text;
}
