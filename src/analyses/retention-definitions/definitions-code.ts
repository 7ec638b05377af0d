import { colour } from "../chart-style";
import { code, comment, prose } from "../code";
import { baseCode, gridXCode, percentInTextCode, wilsonCode } from "../code-style";
import type { Language } from "../texts";
import { countedBy, definitionIds } from "./definitions";
import { ends } from "./figure";
import type { DefinitionsRequest } from "./query";
import { askedOf } from "./tables";

/** TypeScript that draws `definitionsFigure` from a relation with the columns of `definitionsQuery`. */
export function definitionsCode(relation: string, request: DefinitionsRequest, language: Language): string {
  const { texts } = language;
  const { figure: told, code: said, name, period } = texts.retentionDefinitions;
  const asked = askedOf(request);
  const names = definitionIds
    .filter((id) => name(id, asked) !== "")
    .map((id) => `${/^\w+$/.test(id) ? id : JSON.stringify(id)}: ${JSON.stringify(name(id, asked))},`);
  const overlapping = definitionIds.filter((id) => countedBy(id) !== "customers");
  return code`
    ${comment(said.what)}
    {
      const names: Record<string, string> = {
        ${{ text: names.join("\n") }}
      };
      ${comment(said.disjoint)}
      const isOfCustomers = (definition: string) => !${{ text: JSON.stringify(overlapping).replaceAll(",", ", ") }}.includes(definition);
      ${wilsonCode(language)}
      ${percentInTextCode(language)}
      const rows = ${{ text: relation }}
        .toArray()
        .map((row) => ({ id: row.definition!, x: row.numerator!, n: row.denominator! }))
        .filter(({ n }) => n > 0)
        .map(({ id, x, n }) => {
          const rate = x / n;
          const [low, high] = isOfCustomers(id) ? wilson(x, n) : [rate, rate];
          return {
            id,
            rate,
            low: x === 0 ? 0 : low,
            high: x === n ? 1 : high,
            said: \`\${names[id] ?? id} · \${percent(rate)}\`,
            stroke: id === "ours" ? ${colour.first} : ${colour.muted},
            fill: id === "ours" ? ${colour.first} : "none",
          };
        });
      const most = Math.max(0, ...rows.map(({ high }) => high));
      const ours = rows.filter(({ id }) => id === "ours");
      const end = ${{ text: JSON.stringify(ends).replaceAll(",", ", ") }}.find((one) => one >= most) ?? 1;

      ${comment(texts.code.colours)}
      display(
        Plot.plot({
          title: ${told.title(period(request.params))},
          caption:
            ${prose(told.caption)},
          width,
          height: 68 + rows.length * 40,
          ${baseCode({ marginLeft: 16, marginRight: 24 })}
          x: { label: ${told.axis}, domain: [0, end], ticks: 5, tickFormat: percent },
          y: { axis: null, domain: rows.map(({ id }) => id) },
          marks: [
            ${gridXCode(5)},
            Plot.ruleX([0], { stroke: "currentColor" }),
            Plot.ruleX(ours, { x: "rate", stroke: ${colour.first}, strokeDasharray: "1,4" }),
            Plot.link(rows, { x1: "low", x2: "high", y: "id", stroke: "stroke", strokeWidth: 2, dy: 8 }),
            Plot.dot(rows, { x: "rate", y: "id", r: 5, stroke: "stroke", fill: "fill", strokeWidth: 2, dy: 8 }),
            Plot.text(rows, { y: "id", text: "said", frameAnchor: "left", textAnchor: "start", dx: 6, dy: -8 }),
          ],
        }),
      );
    }`.text;
}
