import { colour } from "./chart-style";
import { code, comment, inLines, none, prose, template, type Code } from "./code";
import { baseCode, countCode, gridYCode, percentInTextCode, wilsonCode } from "./code-style";
import type { Language } from "./texts";

/**
 * TypeScript that draws `bridge` from a relation of one row: at_start, lost, remaining, returned, new, at_end, attrition,
 * and `is_complete` when the period can still be going on.
 */
export function bridgeCode(relation: string, language: Language, canBeRunning: boolean): string {
  const { figure, table } = language.texts.attrition;
  const said = language.texts.code;
  const rows: Code = { text: relation };
  return code`
    ${comment(said.bridge.what)}
    {
      const [row] = ${rows};
      ${comment(said.noNull)}
      const [start, lost, remaining] = [row.at_start!, row.lost!, row.remaining!];
      const [back, end] = [remaining + row.returned!, row.at_end!];
      const [low, high] = wilson(lost, start);
      ${countCode(language)}

      ${comment(said.colours)}
      const steps = [
        { label: ${table.atStart}, from: 0, to: start, said: count(start), fill: ${colour.kept} },
        { label: ${table.lost}, from: remaining, to: start, said: \`−\${count(lost)}\`, fill: ${colour.lost} },
        { label: ${table.returned}, from: remaining, to: back, said: \`+\${count(row.returned!)}\`, fill: ${colour.returned} },
        { label: ${table.new}, from: back, to: end, said: \`+\${count(row.new!)}\`, fill: ${colour.new} },
        { label: ${table.atEnd}, from: 0, to: end, said: count(end), fill: ${colour.kept} },
      ];
      ${comment(said.bridge.links)}
      const levels = [start, remaining, back, end];
      const links = levels.map((at, i) => ({ left: steps[i].label, right: steps[i + 1].label, at }));
      ${canBeRunning ? comment(said.bridge.hollow) : none}
      ${canBeRunning ? code`const finished = row.is_complete ? steps.length : 1;` : none}

      display(
        Plot.plot({
          title: ${figure.title},
          ${subtitle(language, canBeRunning)}
          ${caption(language, canBeRunning)}
          width,
          height: 300,
          ${baseCode({ marginLeft: 64 })}
          x: { domain: steps.map(({ label }) => label), label: null, tickSize: 0, padding: 0.35 },
          y: { label: ${figure.axis}, nice: true, ticks: 5, tickFormat: count, zero: true },
          marks: [
            ${gridYCode(5)},
            ${bars(canBeRunning)}
            Plot.link(links, {
              x1: "left",
              x2: "right",
              y: "at",
              stroke: ${colour.muted},
              strokeDasharray: "2,3",
            }),
            Plot.text(steps, {
              x: "label",
              y: ({ from, to }) => Math.max(from, to),
              text: "said",
              dy: -9,
              fill: "currentColor",
              fontWeight: 600,
            }),
            Plot.ruleY([0], { stroke: "currentColor" }),
          ],
        }),
      );

      ${percentInTextCode(language)}

      ${wilsonCode(language)}
    }`.text;
}

/** The number of the verdict: not while it can still change, and not without a base. */
function subtitle({ texts }: Language, canBeRunning: boolean): Code {
  const rate = template(
    texts.code.bridge.rate("${percent(lost / start)}", "${percent(low)}", "${percent(high)}"),
  );
  const isKnown: Code = { text: canBeRunning ? "row.is_complete && start > 0" : "start > 0" };
  return code`
    subtitle:
      ${isKnown}
        ? ${rate}
        : null,`;
}

function caption({ texts }: Language, canBeRunning: boolean): Code {
  const { figure } = texts.attrition;
  const hollow = ` +\n(row.is_complete ? "" : ${JSON.stringify(` ${figure.unfinished}`)})`;
  return code`
    caption:
      ${prose(figure.caption)}${{ text: canBeRunning ? hollow : "" }},`;
}

function bars(canBeRunning: boolean): Code {
  const place = `{ x: "label", y1: "from", y2: "to", fill: "fill" }`;
  if (!canBeRunning) return { text: `Plot.barY(steps, ${place}),` };
  return inLines(
    { text: `Plot.barY(steps.slice(0, finished), ${place}),` },
    code`
      Plot.barY(steps.slice(finished), {
        x: "label",
        y1: "from",
        y2: "to",
        fill: "fill",
        fillOpacity: 0.15,
        stroke: "fill",
        strokeDasharray: "2,2",
      }),`,
  );
}
