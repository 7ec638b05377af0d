import type { Figure } from "../report";
import { fills, rateRowsPlot, whoOf, type RateRows } from "../segments/rate-rows";
import type { Language } from "../texts";
import { linedOf, nameOf, whoOnSide } from "./names";
import type { FinderResult } from "./result";

/** Of each behaviour the shares that stayed on either side of its line. */
export function sidesFigure(result: FinderResult, language: Language): Figure {
  const { texts, format } = language;
  const told = texts.leverFinder.figure;
  const { side } = texts.leverFinder;
  const lined = linedOf(result);
  const { overall } = result;
  const rows: RateRows = {
    rows: lined.map(({ place, lever }) => ({
      group: "",
      label: nameOf(lever, language),
      marks: (["above", "below"] as const).map((one) => {
        const { x, n, rate, interval } = lever.best[one];
        return {
          rate: rate ?? 0,
          low: interval?.[0] ?? 0,
          high: interval?.[1] ?? 0,
          of: texts.segments.of(format.count(x), format.count(n)),
          fill: sideFills[one],
          who: whoOnSide(place, one, "stayed", result, language),
        };
      }),
    })),
    reference:
      overall.rate === null
        ? null
        : { rate: overall.rate, label: told.overall(format.percent(overall.rate)) },
    legend: [
      { label: side.above, fill: sideFills.above },
      { label: side.below, fill: sideFills.below },
    ],
    axis: told.axis,
  };
  return {
    id: "sides",
    title: told.title,
    caption: told.caption,
    alternative: told.alternative(
      lined.map(({ lever }) =>
        told.part(
          nameOf(lever, language),
          format.percent(lever.best.above.rate ?? 0),
          format.percent(lever.best.below.rate ?? 0),
        ),
      ),
    ),
    table: "sides",
    plot: (width) => rateRowsPlot(rows, width, language),
    who: whoOf,
  };
}

export const sideFills = { above: fills.first, below: fills.second };
