import { colour } from "../chart-style";
import { code, comment, inLines, prose } from "../code";
import { baseCode, countCode, gridXCode, percentInTextCode, wilsonCode } from "../code-style";
import type { Language } from "../texts";
import { themes } from "./taxonomy";

/** TypeScript that draws `themesFigure` from a relation with the columns of `themesQuery`. */
export function themesCode(relation: string, language: Language): string {
  const { texts } = language;
  const { figure, theme: named, code: said } = texts.exitThemes;
  const names = inLines(...themes.map((one) => code`${{ text: one }}: ${named[one]},`));
  return code`
    ${comment(said.what)}
    {
      const known: Record<string, string> = {
        ${names}
      };
      ${countCode(language)}
      ${comment(texts.code.noNull)}
      const bars = ${{ text: relation }}.toArray().map((row) => {
        const [logos, told, lost] = [row.logos!, row.interviewed!, row.lost!];
        const [low, high] = wilson(logos, told);
        return {
          theme: row.theme!,
          name: known[row.theme!] ?? row.said!,
          rate: logos / told,
          low,
          high,
          least: logos / lost,
          most: (logos + lost - told) / lost,
          said: \`\${percent(logos / told)} · ${{ text: figure.of("${count(logos)}", "${count(told)}") }}\`,
        };
      });
      const highest = Math.max(...bars.map(({ high, most }) => Math.max(high, most)));
      const names = new Map(bars.map(({ theme, name }) => [theme, name]));
      ${comment(texts.code.events.room)}
      const longest = Math.max(0, ...bars.map(({ name }) => name.length));
      const room = Math.min(Math.ceil(longest * 6.6) + 16, Math.floor(width * 0.4));
      const most = Math.max(4, Math.floor((room - 16) / 6.6));
      const cut = (name: string) => (name.length > most ? \`\${name.slice(0, most - 1)}…\` : name);

      display(
        Plot.plot({
          title: ${figure.title},
          caption:
            ${prose(figure.caption)},
          width,
          height: 72 + 40 * bars.length,
          ${baseCode({ marginRight: 24 })}
          marginLeft: room,
          x: { label: ${figure.axis}, domain: [0, Math.min(1, highest * 1.04)], ticks: 5, tickFormat: percent },
          y: {
            domain: bars.map(({ theme }) => theme),
            label: null,
            tickSize: 0,
            tickFormat: (theme: string) => cut(names.get(theme) ?? theme),
          },
          marks: [
            ${gridXCode(5)},
            Plot.barX(bars, { y: "theme", x: "rate", fill: ${colour.lost}, fillOpacity: 0.35, insetTop: 16, insetBottom: 6 }),
            Plot.ruleY(bars, { y: "theme", x1: "least", x2: "most", stroke: ${colour.muted}, strokeWidth: 2, dy: 13 }),
            Plot.ruleY(bars, { y: "theme", x1: "low", x2: "high", stroke: ${colour.lost}, strokeWidth: 3, dy: 5 }),
            Plot.text(bars, {
              y: "theme",
              x: () => 0,
              text: "said",
              dx: 4,
              dy: -10,
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
