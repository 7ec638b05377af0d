import { baseOptions, colour, gridY } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import { sideLabels } from "../side-labels";
import type { Language } from "../texts";
import { daysBetween } from "./check";
import { heldOf } from "./held";
import type { BuyTillYouDieResult } from "./result";

/** Repeat purchases so far against what the model expected of customers of whom only the first day is known. */
export function trackingFigure(result: BuyTillYouDieResult, language: Language): Figure[] {
  const { texts, format } = language;
  const told = texts.buyTillYouDie.tracking;
  const held = heldOf(result);
  const { check, firstDay } = result;
  const last = held?.tracking[held.tracking.length - 1];
  if (!held || !last || !check.ok || firstDay === null) return [];
  const points = [{ t: 0, actual: 0, expected: 0 }, ...held.tracking];
  const from = daysBetween(firstDay, held.end) / 7;
  const top = 1.06 * Math.max(1, last.actual, last.expected);
  const height = 320;
  return [
    {
      id: "tracking",
      title: told.title,
      caption: told.caption({ model: held.model, from: held.end, customers: check.customers }),
      alternative: told.alternative({
        weeks: last.t,
        actual: format.count(last.actual),
        expected: format.count(last.expected),
        end: format.day(held.end),
      }),
      table: "tracking",
      plot: (width) => ({
        ...baseOptions(width),
        height,
        marginLeft: 56,
        marginRight: 92,
        x: {
          label: told.x,
          domain: [0, Math.max(1, last.t)],
          ticks: width > 500 ? 8 : 4,
          tickFormat: (t: number) => (Number.isInteger(t) ? format.count(t) : ""),
        },
        y: { label: told.y, domain: [0, top], ticks: 6, tickFormat: (n: number) => format.count(n) },
        marks: [
          gridY(6),
          Plot.ruleX([from], { stroke: "currentColor", strokeDasharray: "1,4" }),
          Plot.text([from], {
            x: (t: number) => t,
            text: () => told.heldOut,
            frameAnchor: "top",
            lineAnchor: "bottom",
            textAnchor: "start",
            fill: "currentColor",
            dy: -4,
          }),
          Plot.lineY(points, {
            x: "t",
            y: "expected",
            stroke: colour.second,
            strokeWidth: 2,
            strokeDasharray: "5,4",
          }),
          Plot.lineY(points, { x: "t", y: "actual", stroke: colour.kept, strokeWidth: 2 }),
          ...sideLabels(
            [
              { y: last.actual, text: told.made },
              { y: last.expected, text: told.expected },
            ],
            top,
            height - 68,
          ),
          Plot.ruleY([0], { stroke: "currentColor" }),
        ],
      }),
    },
  ];
}
