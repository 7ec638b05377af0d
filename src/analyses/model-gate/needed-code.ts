import { code, comment, objectOf, prose } from "../code";
import { baseCode, countCode, gridXCode } from "../code-style";
import type { Language } from "../texts";
import { fills, layout } from "./figure";

/** TypeScript that draws `neededFigure` from a relation with the columns of `neededQuery`. */
export function neededCode(relation: string, language: Language): string {
  const told = language.texts.modelGate;
  return code`
    ${comment(told.code.what)}
    {
      ${countCode(language)}
      const labels: { [what: string]: string } = ${objectOf(told.figure.rows)};
      const found = ${{ text: relation }}.toArray();
      const there = found.find(({ what }) => what === "there")?.customers ?? 0;
      const rows = found.map(({ what, customers }) => ({
        label: labels[what ?? ""] ?? "",
        customers: customers ?? 0,
        fill: what === "there" ? ${fills.there} : (customers ?? 0) <= there ? ${fills.enough} : ${fills.missing},
      }));
      const longest = Math.max(0, ...rows.map(({ label }) => label.length));
      const room = Math.min(Math.ceil(longest * 6.6) + 16, Math.floor(width * 0.4));
      const most = Math.max(4, Math.floor((room - 16) / 6.6));

      ${comment(language.texts.code.colours)}
      display(
        Plot.plot({
          title: ${told.figure.title},
          caption:
            ${prose(told.figure.caption)},
          width,
          height: ${layout.above + 40} + rows.length * ${layout.row},
          ${baseCode({ marginTop: layout.above })}
          marginLeft: room,
          marginRight: ${layout.right},
          x: { label: ${told.figure.axis}, ticks: 4, tickFormat: count },
          y: { domain: rows.map(({ label }) => label), axis: null, padding: 0.3 },
          marks: [
            ${gridXCode(4)},
            Plot.barX(rows, { x: "customers", y: "label", fill: "fill" }),
            Plot.ruleX([there], { stroke: "currentColor", strokeDasharray: "4,3" }),
            Plot.text(rows, {
              y: "label",
              text: ({ label }) => (label.length > most ? label.slice(0, most - 1) + "…" : label),
              frameAnchor: "left",
              textAnchor: "end",
              dx: -8,
              fill: "currentColor",
            }),
            Plot.text(rows, {
              x: "customers",
              y: "label",
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
