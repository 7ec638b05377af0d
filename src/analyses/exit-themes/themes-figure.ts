import { baseOptions, colour, cutLabel, gridX, labelRoom } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import type { Language } from "../texts";
import { keyOfTheme } from "./customers";
import { themeName } from "./names";
import type { ExitResult } from "./result";

/** Each theme's share of those who said why, with its interval and where the share of all that left could lie. */
export function themesFigure(result: ExitResult, language: Language): Figure {
  const { texts, format } = language;
  const { figure, who } = texts.exitThemes;
  const bars = result.themes.flatMap(({ theme, said, share, least, most }) => {
    const name = themeName(theme, said, language);
    return share.rate === null || share.interval === null
      ? []
      : [
          {
            theme,
            name,
            who: { key: keyOfTheme(theme), label: who.theme(name) },
            rate: share.rate,
            low: share.interval[0],
            high: share.interval[1],
            least,
            most,
            said: `${format.percent(share.rate)} · ${figure.of(format.count(share.x), format.count(share.n))}`,
          },
        ];
  });
  const highest = Math.max(...bars.map(({ high, most }) => Math.max(high, most)));
  return {
    id: "themes",
    title: figure.title,
    caption: figure.caption,
    alternative: figure.alternative(bars.map(({ name, said }) => `${name} ${said}`).join("; ")),
    table: "themes",
    plot: (width) => {
      const names = new Map(bars.map(({ theme, name }) => [theme, name]));
      const room = labelRoom([...names.values()], width);
      return {
        ...baseOptions(width),
        height: 72 + 40 * bars.length,
        marginLeft: room,
        marginRight: 24,
        x: {
          label: figure.axis,
          domain: [0, Math.min(1, highest * 1.04)],
          ticks: 5,
          tickFormat: (share: number) => format.percent(share),
        },
        y: {
          domain: bars.map(({ theme }) => theme),
          label: null,
          tickSize: 0,
          tickFormat: (theme: string) => cutLabel(names.get(theme) ?? theme, room),
        },
        marks: [
          gridX(5),
          Plot.barX(bars, {
            y: "theme",
            x: "rate",
            fill: colour.lost,
            fillOpacity: 0.35,
            insetTop: 16,
            insetBottom: 6,
          }),
          Plot.ruleY(bars, {
            y: "theme",
            x1: "least",
            x2: "most",
            stroke: colour.muted,
            strokeWidth: 2,
            dy: 13,
          }),
          Plot.ruleY(bars, { y: "theme", x1: "low", x2: "high", stroke: colour.lost, strokeWidth: 3, dy: 5 }),
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
          Plot.dot(bars, Plot.pointerY({ y: "theme", x: "rate", r: 6, stroke: "currentColor", dy: 5 })),
        ],
      };
    },
    who: (datum) => bars.find((bar) => bar === datum)?.who ?? null,
  };
}
