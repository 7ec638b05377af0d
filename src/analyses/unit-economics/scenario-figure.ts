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
        const room = labelRoom(
          bars.map(({ name }) => name),
          width,
        );
        const shown = bars.map((bar) => ({ ...bar, name: cutLabel(bar.name, room) }));
        return {
          ...baseOptions(width),
          height: 66 + bars.length * 28,
          marginLeft: room,
          marginRight: 84,
          x: {
            label: told.x,
            domain: [least * 1.1, most * 1.02],
            ticks: width > 500 ? 6 : 3,
            tickFormat: (change: number) => format.number(change, 1).replace("-", "−"),
          },
          y: { label: null, domain: shown.map(({ name }) => name), tickSize: 0, padding: 0.3 },
          marks: [
            gridX(6),
            Plot.barX(shown, { y: "name", x: "change", fill: "fill" }),
            Plot.text(shown, {
              y: "name",
              text: "said",
              frameAnchor: "right",
              textAnchor: "start",
              dx: 8,
              fill: "currentColor",
            }),
            Plot.ruleX([0], { stroke: "currentColor" }),
          ],
        };
      },
    },
  ];
}
