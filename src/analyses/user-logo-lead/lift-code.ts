import { colour } from "../chart-style";
import { code, comment, prose } from "../code";
import { baseCode, gridXCode, percentInTextCode, wilsonCode } from "../code-style";
import type { Language } from "../texts";
import { ends } from "./lift-figure";
import type { LeadRequest } from "./query";
import type { LeadResult } from "./result";
import { partName } from "./tables";

/** TypeScript that draws `liftFigure` from a relation with the columns of `liftQuery`. */
export function liftCode(
  relation: string,
  request: LeadRequest,
  result: LeadResult | null,
  language: Language,
): string {
  const { texts } = language;
  const told = texts.userLogoLead.figure.lift;
  const said = texts.userLogoLead.code;
  const names = (result?.lift ?? []).map(
    ({ part }) => code`${part}: ${partName(part, result!, request, language)},`,
  );
  return code`
    ${comment(said.what)}
    {
      const names: Record<string, string> = {
        ${{ text: names.map(({ text }) => text.replace(/^"(\w+)":/, "$1:")).join("\n") }}
      };
      ${wilsonCode(language)}
      ${percentInTextCode(language)}
      ${comment(said.design)}
      const rows = ${{ text: relation }}.toArray().map(({ part, account_months, lost, design }) => {
        const n = Number(account_months) / design!;
        const x = Number(lost) / design!;
        const [low, high] = wilson(x, n);
        return {
          name: names[part!] ?? part!,
          said: \`\${names[part!] ?? part!} · \${percent(x / n)}\`,
          rate: x / n,
          low: x === 0 ? 0 : low,
          high: x === n ? 1 : high,
          fill: part === "above" || part === "top" ? ${colour.lost} : ${colour.first},
        };
      });
      const most = Math.max(...rows.map(({ high }) => high));
      const end = ${{ text: JSON.stringify(ends).replaceAll(",", ", ") }}.find((one) => one >= most) ?? 1;

      ${comment(texts.code.colours)}
      display(
        Plot.plot({
          title: ${told.title},
          caption:
            ${prose(told.caption(request.params.lag))},
          width,
          height: 68 + rows.length * 44,
          ${baseCode({ marginLeft: 16, marginRight: 24 })}
          x: { label: ${told.axis}, domain: [0, end], ticks: 5, tickFormat: percent },
          y: { axis: null, domain: rows.map(({ name }) => name) },
          marks: [
            ${gridXCode(5)},
            Plot.ruleX([0], { stroke: "currentColor" }),
            Plot.link(rows, { x1: "low", x2: "high", y: "name", stroke: "fill", strokeWidth: 2, dy: 8 }),
            Plot.dot(rows, { x: "rate", y: "name", r: 5, fill: "fill", dy: 8 }),
            Plot.text(rows, { y: "name", text: "said", frameAnchor: "left", textAnchor: "start", dx: 6, dy: -8 }),
          ],
        }),
      );
    }`.text;
}
