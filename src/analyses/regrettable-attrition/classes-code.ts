import { code, comment, inLines, prose } from "../code";
import { baseCode, countCode, gridXCode, percentInTextCode, wilsonCode } from "../code-style";
import type { Language } from "../texts";
import { classColours } from "./classes-figure";
import type { RegrettableRequest } from "./fit-rule";
import { classes, type RegrettableResult } from "./result";

/** TypeScript that draws `classesFigure` from a relation with the columns of `classesQuery`. */
export function classesCode(
  relation: string,
  _: RegrettableRequest,
  result: RegrettableResult | null,
  language: Language,
): string {
  const { texts } = language;
  const { figure, class: named, code: said } = texts.regrettable;
  const isFinished = result === null || result.period?.state === "complete";
  const looks = inLines(
    ...classes.map((one) => code`${{ text: one }}: { label: ${named[one]}, fill: ${classColours[one]} },`),
  );
  const caption = isFinished ? figure.caption : `${figure.caption} ${figure.unfinished}`;
  return code`
    ${comment(said.what)}
    {
      ${comment(texts.code.colours)}
      const looks: Record<string, { label: string; fill: string }> = {
        ${looks}
      };
      ${countCode(language)}
      ${comment(texts.code.noNull)}
      const points = ${{ text: relation }}.toArray()
        .filter((row) => row.class !== "all" && row.at_start! > 0)
        .map((row) => {
          const rate = row.lost! / row.at_start!;
          const [low, high] = wilson(row.lost!, row.at_start!);
          const said = \`\${percent(rate)} · ${{ text: figure.of("${count(row.lost!)}", "${count(row.at_start!)}") }}\`;
          return { ...looks[row.class!], rate, low, high, said };
        });
      const labels = points.map(({ label }) => label);
      const longest = Math.max(0, ...labels.map((label) => label.length));
      const room = Math.min(Math.ceil(longest * 6.6) + 16, Math.floor(width * 0.4));
      const highest = Math.max(0.01, ...points.map(({ high }) => high));

      display(
        Plot.plot({
          title: ${figure.title},
          caption:
            ${prose(caption)},
          width,
          height: 72 + 48 * points.length,
          ${baseCode({ marginRight: 24 })}
          marginLeft: room,
          x: { label: ${figure.axis}, domain: [0, Math.min(1, highest * 1.08)], ticks: 5, tickFormat: percent },
          y: { domain: labels, label: null, tickSize: 0 },
          marks: [
            ${gridXCode(5)},
            Plot.ruleY(points, { y: "label", x1: "low", x2: "high", stroke: "fill", strokeWidth: 3 }),
            Plot.dot(points, { y: "label", x: "rate", r: 6, fill: ${isFinished ? "fill" : "none"}, stroke: "fill", strokeWidth: 2 }),
            Plot.text(points, {
              y: "label",
              x: "low",
              text: "said",
              dy: -14,
              textAnchor: "start",
              fill: "currentColor",
              fontWeight: 600,
            }),
            Plot.ruleX([0], { stroke: "currentColor" }),
          ],
        }),
      );

      ${percentInTextCode(language)}

      ${wilsonCode(language)}
    }`.text;
}
