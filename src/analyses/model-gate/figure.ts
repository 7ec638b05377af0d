import { baseOptions, colour, cutLabel, gridX, labelRoom } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import type { Language } from "../texts";
import { criteria, type Criterion } from "./query";
import type { GateResult } from "./result";

export const fills = { there: colour.first, enough: colour.kept, missing: colour.lost };
export const layout = { row: 30, above: 20, right: 60 };

/** How many customers there are, and how many each criterion asks for. */
export function neededOf({ gate, used }: GateResult): readonly { what: Criterion; customers: number }[] {
  if (!gate?.needed) return [];
  const { shrinkage, optimism, risk } = gate.needed;
  const asked: Record<Criterion, number> = {
    there: used,
    events: Math.ceil((100 * used) / gate.events),
    shrinkage,
    optimism,
    risk,
  };
  return criteria.map((what) => ({ what, customers: asked[what] }));
}

export function neededFigure(result: GateResult, language: Language): Figure {
  const { texts, format } = language;
  const told = texts.modelGate.figure;
  const rows = neededOf(result).map(({ what, customers }) => ({
    label: told.rows[what],
    customers,
    fill: what === "there" ? fills.there : customers <= result.used ? fills.enough : fills.missing,
  }));
  return {
    id: "needed",
    title: told.title,
    caption: told.caption,
    alternative: told.alternative(rows.map(({ label, customers }) => `${label} ${format.count(customers)}`)),
    table: "needed",
    plot: (width) => {
      const room = labelRoom(
        rows.map(({ label }) => label),
        width,
      );
      return {
        ...baseOptions(width),
        height: layout.above + 40 + rows.length * layout.row,
        marginTop: layout.above,
        marginLeft: room,
        marginRight: layout.right,
        x: { label: told.axis, ticks: 4, tickFormat: (n: number) => format.count(n) },
        y: { domain: rows.map(({ label }) => label), axis: null, padding: 0.3 },
        marks: [
          gridX(4),
          Plot.barX(rows, { x: "customers", y: "label", fill: "fill" }),
          Plot.ruleX([result.used], { stroke: "currentColor", strokeDasharray: "4,3" }),
          Plot.text(rows, {
            y: "label",
            text: ({ label }: { label: string }) => cutLabel(label, room),
            frameAnchor: "left",
            textAnchor: "end",
            dx: -8,
            fill: "currentColor",
          }),
          Plot.text(rows, {
            x: "customers",
            y: "label",
            text: ({ customers }: { customers: number }) => format.count(customers),
            textAnchor: "start",
            dx: 6,
            fill: "currentColor",
          }),
          Plot.ruleX([0], { stroke: "currentColor" }),
        ],
      };
    },
  };
}
