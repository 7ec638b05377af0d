import { colour } from "../chart-style";
import { code, comment, prose, template } from "../code";
import { baseCode, gridXCode, percentInTextCode } from "../code-style";
import type { Language } from "../texts";
import { mostBars } from "./figures";

/** TypeScript that draws `eventsFigure` from a relation with the columns of `eventsQuery`. */
export function eventsCode(relation: string, events: number | null, language: Language): string {
  const { texts } = language;
  const told = texts.relevantActivity.figure.events;
  const said = texts.code.events;
  const all = events ?? mostBars;
  return code`
    ${comment(said.what)}
    {
      ${comment(said.most(mostBars))}
      const rows = ${{ text: relation }}.toArray().slice(0, ${mostBars});
      const labels = rows.map(({ event }) => event || ${texts.relevantActivity.nameless});
      const room = roomFor(labels);
      const most = Math.max(4, Math.floor((room - 16) / 6.6));
      ${comment(said.narrow)}
      const isWide = width > 560;
      const bars = rows.map((row, i) => {
        const [share, alone] = [row.share!, row.alone!];
        return {
          event: labels[i],
          share,
          alone: share * alone,
          said: isWide ? ${template(`\${percent(share)} · ${told.alone("${percent(alone)}")}`)} : percent(share),
          fill: row.is_counted ? ${colour.first} : ${colour.muted},
        };
      });

      ${comment(texts.code.colours)}
      display(
        Plot.plot({
          title: ${told.title},
          caption:
            ${prose(told.caption(Math.min(mostBars, all), all))},
          width,
          height: 60 + bars.length * 26,
          ${baseCode()}
          marginLeft: room,
          marginRight: isWide ? roomFor(bars.map(({ said }) => said)) : 60,
          x: { label: ${told.axis}, domain: [0, 1], ticks: width > 500 ? 5 : 3, tickFormat: percent },
          y: {
            label: null,
            domain: labels,
            tickFormat: (event: string) => (event.length > most ? event.slice(0, most - 1) + "…" : event),
            tickSize: 0,
            padding: 0.25,
          },
          marks: [
            ${gridXCode(5)},
            Plot.barX(bars, { y: "event", x: "share", fill: "fill", fillOpacity: 0.35 }),
            Plot.barX(bars, { y: "event", x: "alone", fill: "fill" }),
            Plot.text(bars, { y: "event", text: "said", frameAnchor: "right", textAnchor: "start", dx: 8 }),
            Plot.ruleX([0], { stroke: "currentColor" }),
          ],
        }),
      );

      ${comment(said.room)}
      function roomFor(labels: string[]) {
        const longest = Math.max(0, ...labels.map((label) => label.length));
        return Math.min(Math.ceil(longest * 6.6) + 16, Math.floor(width * 0.4));
      }

      ${percentInTextCode(language)}
    }`.text;
}
