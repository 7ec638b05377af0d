import { baseOptions, colour, cutLabel, gridX, labelRoom } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import type { Language } from "../texts";
import { changeText } from "./money";
import type { UnitEconomicsResult } from "./result";

/** What changes the profit most: bars from nought, the longest first. */
export function scenarioFigure(result: UnitEconomicsResult, language: Language): Figure[] {
  const { texts, format } = language;
  const told = texts.unitEconomics.figure.scenarios;
  const names = texts.unitEconomics.table.scenarioNames;
  if (result.scenarios.length === 0) return [];
  const bars = [...result.scenarios]
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
    .map(({ id, change }) => ({
      name: names[id],
      change,
      said: changeText(change, result, language),
      fill: change < 0 ? colour.lost : colour.kept,
    }));
  const most = Math.max(1e-9, ...bars.map(({ change }) => Math.abs(change)));
  const least = Math.min(0, ...bars.map(({ change }) => change));
  return [
    {
      id: "scenarios",
      title: told.title,
      caption: told.caption,
      alternative: told.alternative(bars.map(({ name, said }) => ({ name, change: said }))),
      table: "scenarios",
      plot: (width) => {
        // In a narrow figure a name takes the line above its bar: cut, several would read the same.
        const isNarrow = width < 500;
        const room = isNarrow
          ? 12
          : labelRoom(
              bars.map(({ name }) => name),
              width,
            );
        return {
          ...baseOptions(width),
          height: 66 + bars.length * (isNarrow ? 40 : 28),
          marginLeft: room,
          marginRight: 84,
          x: {
            label: told.x,
            domain: [least * 1.1, most * 1.02],
            ticks: isNarrow ? 3 : 6,
            tickFormat: (change: number) => format.number(change, 1).replace("-", "−"),
          },
          y: {
            label: null,
            domain: bars.map(({ name }) => name),
            // Two long names may be cut to the same one: lines go by the whole name.
            tickFormat: (name: string) => (isNarrow ? "" : cutLabel(name, room)),
            tickSize: 0,
            padding: isNarrow ? 0.1 : 0.3,
          },
          marks: [
            gridX(6),
            Plot.barX(bars, { y: "name", x: "change", fill: "fill", insetTop: isNarrow ? 18 : 0 }),
            ...(isNarrow
              ? [
                  Plot.text(bars, {
                    y: "name",
                    text: ({ name }: { name: string }) => cutLabel(name, width),
                    frameAnchor: "left",
                    textAnchor: "start",
                    dx: 6,
                    dy: -10,
                    fill: "currentColor",
                  }),
                ]
              : []),
            Plot.text(bars, {
              y: "name",
              text: "said",
              frameAnchor: "right",
              textAnchor: "start",
              dx: 8,
              dy: isNarrow ? 9 : 0,
              fill: "currentColor",
            }),
            Plot.ruleX([0], { stroke: "currentColor" }),
          ],
        };
      },
    },
  ];
}
