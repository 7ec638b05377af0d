import { baseOptions, colour, gridX, labelRoom, legend } from "../chart-style";
import { Plot } from "../plot";
import type { Figure, Who } from "../report";
import type { Language } from "../texts";
import type { BuyTillYouDieResult } from "./result";
import { bandName } from "./tables";
import { key } from "./who";

export const bandsHeight = 260;
export const bandsRight = 72;

/** Customers by the chance of still being one; who bought once apart, because the models disagree most about them. */
export function bandsFigure(
  { bands }: NonNullable<BuyTillYouDieResult["found"]>,
  language: Language,
): Figure {
  const { texts, format } = language;
  const { bands: told, table, who } = texts.buyTillYouDie;
  const rows = bands.map(({ once, again }, band) => ({
    band,
    name: bandName(band, language),
    once,
    customers: once + again,
    said: format.count(once + again),
  }));
  const pieces = rows.flatMap(({ band, name, once, customers }) => [
    { band, name, part: "again" as const, from: 0, to: customers - once, fill: colour.kept },
    { band, name, part: "once" as const, from: customers - once, to: customers, fill: colour.muted },
  ]);
  const most = Math.max(1, ...rows.map(({ customers }) => customers));
  return {
    id: "bands",
    title: told.title,
    caption: told.caption,
    alternative: told.alternative(
      rows.map(({ name, said, once }) => ({ band: name, customers: said, once: format.count(once) })),
    ),
    table: "bands",
    who: (datum): Who | null => {
      const piece = pieces.find((one) => one === datum);
      if (!piece || piece.from === piece.to) return null;
      return piece.part === "once"
        ? { key: key.bandOnce(piece.band), label: who.bandOnce(piece.name) }
        : { key: key.bandAgain(piece.band), label: who.bandAgain(piece.name) };
    },
    plot: (width) => ({
      ...baseOptions(width),
      height: bandsHeight,
      marginTop: 44,
      marginLeft: labelRoom(
        rows.map(({ name }) => name),
        width,
      ),
      marginRight: bandsRight,
      x: {
        label: told.x,
        domain: [0, most * 1.02],
        ticks: width > 500 ? 6 : 3,
        tickFormat: (n: number) => (Number.isInteger(n) ? format.count(n) : ""),
      },
      y: { label: null, domain: rows.map(({ name }) => name).reverse(), tickSize: 0, padding: 0.3 },
      marks: [
        ...legend([
          { label: table.again, fill: colour.kept },
          { label: table.once, fill: colour.muted },
        ]),
        gridX(6),
        Plot.barX(pieces, { y: "name", x1: "from", x2: "to", fill: "fill" }),
        Plot.barX(
          pieces,
          Plot.pointer({ y: "name", x1: "from", x2: "to", fill: "none", stroke: "currentColor" }),
        ),
        Plot.text(rows, {
          y: "name",
          x: "customers",
          text: "said",
          textAnchor: "start",
          dx: 6,
          fill: "currentColor",
        }),
        Plot.ruleX([0], { stroke: "currentColor" }),
      ],
    }),
  };
}
