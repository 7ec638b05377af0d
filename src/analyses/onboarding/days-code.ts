import { colour } from "../chart-style";
import { code, comment, none, prose, template, type Code } from "../code";
import { baseCode, countCode, gridXCode, percentInTextCode, wilsonCode } from "../code-style";
import type { Language } from "../texts";
import type { OnboardingRequest } from "./began";

/** TypeScript that draws `daysFigure` from a relation with the columns of `daysQuery`. */
export function daysCode(relation: string, { params }: OnboardingRequest, language: Language): string {
  const { texts } = language;
  const told = texts.onboarding.figure.days;
  const said = texts.onboarding.code;
  const { benchmark } = params;
  return code`
    ${comment(said.what)}
    {
      ${countCode(language)}
      ${comment(texts.code.noNull)}
      const points = ${{ text: relation }}
        .toArray()
        .map((row) => ({ day: row.day!, eligible: row.eligible!, returned: row.returned! }))
        .filter(({ eligible }) => eligible > 0)
        .map(({ day, eligible, returned }) => {
          const [low, high] = wilson(returned, eligible);
          const rate = returned / eligible;
          return { name: ${template(told.dayCode)}, rate, low, high, text: ${template(told.ofCode)} };
        });

      ${comment(texts.code.colours)}
      display(
        Plot.plot({
          title: ${told.title},
          caption:
            ${prose(told.caption(texts.onboarding.definition(params), benchmark !== null))},
          width,
          height: 68 + points.length * 34,
          ${baseCode()}
          marginLeft: roomFor(points.map(({ name }) => name)),
          marginRight: roomFor(points.map(({ text }) => text)),
          x: { label: ${told.axis}, domain: [0, 1], ticks: width > 500 ? 5 : 3, tickFormat: percent },
          y: { label: null, domain: points.map(({ name }) => name), tickSize: 0, padding: 0.35 },
          marks: [
            ${gridXCode(5)},
            Plot.barX(points, { y: "name", x: "rate", fill: ${colour.kept}, fillOpacity: 0.55 }),
            Plot.ruleY(points, { y: "name", x1: "low", x2: "high", stroke: "currentColor", strokeWidth: 1.5 }),
            Plot.text(points, { y: "name", text: "text", frameAnchor: "right", textAnchor: "start", dx: 8 }),
            ${benchmark === null ? none : benchmarkMark(benchmark)}
            Plot.ruleX([0], { stroke: "currentColor" }),
          ],
        }),
      );

      ${comment(texts.code.events.room)}
      function roomFor(labels: string[]) {
        const longest = Math.max(0, ...labels.map((label) => label.length));
        return Math.min(Math.ceil(longest * 6.6) + 16, Math.floor(width * 0.4));
      }

      ${percentInTextCode(language)}

      ${wilsonCode(language)}
    }`.text;
}

/** It is the first day's alone. */
function benchmarkMark(benchmark: number): Code {
  return code`
    Plot.tickX(points.slice(0, 1), {
      y: "name",
      x: () => ${benchmark},
      stroke: "currentColor",
      strokeWidth: 2,
      strokeDasharray: "2,3",
    }),`;
}
