import { colour } from "./chart-style";
import { code, comment, none, prose, template, type Code } from "./code";
import { countCode, percentInTextCode, wilsonCode } from "./code-style";
import { floatingBarsCode, floatingLinksCode } from "./floating-bars-code";
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
        { label: ${table.lost}, from: start, to: remaining, said: \`−\${count(lost)}\`, fill: ${colour.lost} },
        { label: ${table.returned}, from: remaining, to: back, said: \`+\${count(row.returned!)}\`, fill: ${colour.returned} },
        { label: ${table.new}, from: back, to: end, said: \`+\${count(row.new!)}\`, fill: ${colour.new} },
        { label: ${table.atEnd}, from: 0, to: end, said: count(end), fill: ${colour.kept} },
      ];
      ${comment(said.bridge.links)}
      ${floatingLinksCode}
      ${canBeRunning ? comment(said.bridge.hollow) : none}
      ${canBeRunning ? code`const finished = row.is_complete ? steps.length : 1;` : none}

      display(
        Plot.plot({
          title: ${figure.title},
          ${subtitle(language, canBeRunning)}
          ${caption(language, canBeRunning)}
          ${floatingBarsCode({
            axis: figure.axis,
            tickFormat: "count",
            marginLeft: 64,
            padding: 0.35,
            solid: canBeRunning ? "finished" : null,
          })}
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
