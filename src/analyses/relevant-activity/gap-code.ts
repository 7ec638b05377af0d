import { colour } from "../chart-style";
import { code, comment, prose } from "../code";
import { baseCode, countCode, gridYCode } from "../code-style";
import type { Language } from "../texts";
import { binWidths, mostBins } from "./bins";
import { captionOfGaps } from "./figures";
import type { RelevantActivityResult } from "./result";

/** TypeScript that draws `gapFigure` from a relation with the columns of `gapsQuery`. */
export function gapCode(relation: string, result: RelevantActivityResult | null, language: Language): string {
  const { locale, texts } = language;
  const told = texts.relevantActivity.figure.gap;
  const said = texts.code.gap;
  return code`
    ${comment(said.what)}
    {
      ${comment(texts.code.noNull)}
      const gaps = ${{ text: relation }}.toArray().flatMap((row) => Array<number>(row.customers!).fill(row.days!));
      ${comment(said.bins)}
      const longest = gaps[gaps.length - 1];
      const reach = Math.min(longest, gaps[Math.ceil(0.99 * gaps.length) - 1] * 1.5);
      const size =
        ${{ text: JSON.stringify(binWidths).replaceAll(",", ", ") }}.find((days) => reach / days <= ${mostBins}) ?? Math.ceil(reach / ${mostBins});
      const bins = Array.from({ length: Math.floor(reach / size) + 1 }, (_, i) => ({
        from: i * size,
        to: (i + 1) * size,
        customers: 0,
      }));
      for (const gap of gaps) bins[Math.min(Math.floor(gap / size), bins.length - 1)].customers++;
      const end = bins.length * size;

      const days = new Intl.NumberFormat(${locale}, { style: "unit", unit: "day", unitDisplay: "long", maximumFractionDigits: 1 });
      const quantiles = [
        { at: d3.quantile(gaps, 0.5)!, name: ${told.half}, dy: -23 },
        { at: d3.quantile(gaps, 0.8)!, name: ${told.mostOf}, dy: -8 },
      ].filter(({ at }) => at <= end);
      ${countCode(language)}

      ${comment(texts.code.colours)}
      display(
        Plot.plot({
          title: ${told.title},
          caption:
            ${prose(captionOfGaps(result?.gap.bins ?? [], language))},
          width,
          height: 260,
          ${baseCode({ marginTop: 48, marginLeft: 64 })}
          x: { label: ${told.x}, domain: [0, end], ticks: 8, tickFormat: count },
          y: { label: ${told.y}, ticks: 5, tickFormat: count },
          marks: [
            ${gridYCode(5)},
            Plot.rectY(bins, { x1: "from", x2: "to", y: "customers", fill: ${colour.first}, fillOpacity: 0.6, inset: 0.5 }),
            Plot.ruleX(quantiles, { x: "at", stroke: "currentColor", strokeDasharray: "4,3" }),
            ${comment(said.above)}
            quantiles.map(({ at, name, dy }) =>
              Plot.text([\`\${name} \${days.format(at)}\`], {
                x: [at],
                frameAnchor: "top",
                dx: -3,
                dy,
                lineAnchor: "bottom",
                textAnchor: at > end * 0.6 ? "end" : "start",
              }),
            ),
            Plot.ruleY([0], { stroke: "currentColor" }),
          ],
        }),
      );
    }`.text;
}
