import { colour, labelRoom } from "../chart-style";
import { code, comment, prose } from "../code";
import { baseCode, countCode, gridXCode, legendCode } from "../code-style";
import type { Language } from "../texts";
import { bandsHeight, bandsRight } from "./bands-figure";
import { bands } from "./forecast";
import { bandName } from "./tables";

/** TypeScript that draws `bandsFigure` from a relation with the columns of `bandsQuery`. */
export function bandsCode(relation: string, language: Language): string {
  const { texts } = language;
  const { bands: told, table } = texts.buyTillYouDie;
  const names = Array.from({ length: bands }, (_, band) => bandName(band, language));
  // As wide as the longest name is; narrow figures give it two fifths.
  const room = labelRoom(names, 1e6);
  const parts = [
    { label: table.again, fill: colour.kept },
    { label: table.once, fill: colour.muted },
  ];
  return code`
    ${comment(told.code)}
    {
      const names = [${{ text: names.map((name) => JSON.stringify(name)).join(", ") }}];
      ${comment(texts.code.noNull)}
      const rows = ${{ text: relation }}.toArray().map((row) => ({
        name: names[row.band!],
        again: row.again!,
        customers: row.once! + row.again!,
      }));
      const pieces = rows.flatMap(({ name, again, customers }) => [
        { name, from: 0, to: again, fill: ${colour.kept} },
        { name, from: again, to: customers, fill: ${colour.muted} },
      ]);
      const most = Math.max(1, ...rows.map(({ customers }) => customers));
      ${countCode(language)}

      ${comment(texts.code.colours)}
      display(
        Plot.plot({
          title: ${told.title},
          caption:
            ${prose(told.caption)},
          width,
          height: ${bandsHeight},
          ${baseCode({ marginTop: 44, marginRight: bandsRight })}
          marginLeft: Math.min(${room}, Math.floor(width * 0.4)),
          x: {
            label: ${told.x},
            domain: [0, most * 1.02],
            ticks: width > 500 ? 6 : 3,
            tickFormat: (n: number) => (Number.isInteger(n) ? count(n) : ""),
          },
          y: { label: null, domain: [...names].reverse(), tickSize: 0, padding: 0.3 },
          marks: [
            ${legendCode(parts)}
            ${gridXCode(6)},
            Plot.barX(pieces, { y: "name", x1: "from", x2: "to", fill: "fill" }),
            Plot.text(rows, {
              y: "name",
              x: "customers",
              text: ({ customers }) => count(customers),
              textAnchor: "start",
              dx: 6,
              fill: "currentColor",
            }),
            Plot.ruleX([0], { stroke: "currentColor" }),
          ],
        }),
      );
    }`.text;
}
