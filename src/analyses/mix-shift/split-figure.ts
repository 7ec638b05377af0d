import { baseOptions, colour, gridX, labelRoom } from "../chart-style";
import { Plot } from "../plot";
import type { Figure } from "../report";
import type { Language } from "../texts";
import { whoOn } from "./names";
import type { MixShiftResult } from "./result";

/** The crude difference as the sum of its two parts, one after the other. */
export function splitFigure(result: MixShiftResult, language: Language): Figure | null {
  const { texts, format } = language;
  const told = texts.mixShift.figure.split;
  const { crude, decomposition } = result;
  if (!crude || !decomposition) return null;
  const { rateEffect, mixEffect } = decomposition;
  const bars = [
    { label: told.rate, from: 0, to: rateEffect, value: rateEffect, fill: colour.first },
    { label: told.mix, from: rateEffect, to: crude.value, value: mixEffect, fill: colour.second },
    { label: texts.mixShift.table.crude, from: 0, to: crude.value, value: crude.value, fill: colour.muted },
  ];
  // The parts are no sets of customers; the whole has those who left on its first side.
  const who = result.first.x > 0 ? whoOn(result, "first", true, null, language) : null;
  const edges = bars.flatMap(({ from, to }) => [from, to]);
  const reach = Math.max(0.001, Math.max(...edges) - Math.min(...edges));
  return {
    id: "split",
    title: told.title,
    caption: told.caption,
    alternative: told.alternative({
      rate: texts.base.points(rateEffect),
      mix: texts.base.points(mixEffect),
      crude: texts.base.points(crude.value),
    }),
    table: "totals",
    plot: (width) => ({
      ...baseOptions(width),
      height: 170,
      marginLeft: labelRoom(
        bars.map(({ label }) => label),
        width,
      ),
      marginRight: 24,
      x: {
        label: told.axis,
        // Room for the numbers beyond the ends of the bars.
        domain: [Math.min(0, ...edges) - 0.18 * reach, Math.max(0, ...edges) + 0.18 * reach],
        ticks: 6,
        tickFormat: (share: number) => format.points(share),
      },
      y: { label: null, domain: bars.map(({ label }) => label), tickSize: 0, padding: 0.3 },
      marks: [
        gridX(6),
        Plot.barX(bars, { y: "label", x1: "from", x2: "to", fill: "fill" }),
        ...bars.map((bar) => {
          const isRight = bar.to >= bar.from;
          return Plot.text([bar], {
            y: "label",
            x: "to",
            text: () => format.points(bar.value),
            dx: isRight ? 6 : -6,
            textAnchor: isRight ? "start" : "end",
            fill: "currentColor",
            fontWeight: 600,
          });
        }),
        Plot.ruleX([0], { stroke: "currentColor" }),
        Plot.barX(
          who ? bars.slice(2) : [],
          Plot.pointerY({ y: "label", x1: "from", x2: "to", fill: "none", stroke: "currentColor" }),
        ),
      ],
    }),
    who: (datum) => (datum === bars[2] ? who : null),
  };
}
