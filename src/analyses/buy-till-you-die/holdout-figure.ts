import { baseOptions, colour, gridY, legend } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import type { Language } from "../texts";
import { lastClass } from "./forecast";
import { heldOf } from "./held";
import type { BuyTillYouDieResult } from "./result";

/** Was the forecast right, for those who had bought rarely and for those who had bought often? */
export function holdoutFigure(result: BuyTillYouDieResult, language: Language): Figure[] {
  const { texts, format } = language;
  const told = texts.buyTillYouDie.holdout;
  const held = heldOf(result);
  if (!held || held.rows.length === 0) return [];
  // On the axis the last class has no room for words.
  const rows = held.rows.map((row) => ({ ...row, name: `${row.x}${row.x === lastClass ? "+" : ""}` }));
  const top = 1.08 * Math.max(0.1, ...rows.flatMap(({ actual, expected }) => [actual, expected]));
  return [
    {
      id: "holdout",
      title: told.title,
      caption: told.caption,
      alternative: told.alternative(
        rows.map(({ name, actual, expected }) => ({
          x: name,
          actual: format.number(actual, 2),
          expected: format.number(expected, 2),
        })),
      ),
      table: "holdout",
      plot: (width) => ({
        ...baseOptions(width),
        height: 300,
        marginTop: 44,
        marginLeft: 52,
        x: { label: told.x, domain: rows.map(({ name }) => name), type: "point", padding: 0.5 },
        y: { label: null, domain: [0, top], ticks: 5, tickFormat: (n: number) => format.number(n, 1) },
        marks: [
          ...legend([
            { label: told.made, fill: colour.kept },
            { label: told.expected, fill: colour.second },
          ]),
          gridY(5),
          Plot.ruleX(rows, { x: "name", y1: "actual", y2: "expected", stroke: colour.muted }),
          Plot.dot(rows, { x: "name", y: "expected", r: 5, stroke: colour.second, strokeWidth: 2 }),
          Plot.dot(rows, { x: "name", y: "actual", r: 5, fill: colour.kept }),
          Plot.ruleY([0], { stroke: "currentColor" }),
        ],
      }),
    },
  ];
}
