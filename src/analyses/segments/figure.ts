import type { Figure } from "../report";
import type { Language } from "../texts";
import { fullName, labelOf, whoIn } from "./names";
import { fills, rateRowsPlot, whoOf, type RateRows } from "./rate-rows";
import type { SegmentsResult } from "./result";

/** Every segment's share with its interval, under the heading of its column, against all customers. */
export function segmentsFigure(result: SegmentsResult, language: Language): Figure {
  const { texts, format } = language;
  const told = texts.segments.figure;
  const { dimensions, overall } = result;
  const rows: RateRows = {
    rows: dimensions.flatMap((dimension, place) =>
      dimension.segments.map((segment) => ({
        group: dimension.column,
        label: labelOf(segment, language),
        marks: [
          {
            rate: segment.share.rate ?? 0,
            low: segment.share.interval?.[0] ?? 0,
            high: segment.share.interval?.[1] ?? 0,
            of: texts.segments.of(format.count(segment.share.x), format.count(segment.share.n)),
            fill: isNamed(segment.kind) ? fills.named : fills.apart,
            who: whoIn(place, dimension, segment, true, language),
          },
        ],
      })),
    ),
    reference:
      overall.rate === null
        ? null
        : { rate: overall.rate, label: told.overall(format.percent(overall.rate)) },
    legend: [],
    axis: told.axis,
  };
  const ranked = dimensions
    .flatMap((dimension) => dimension.segments.map((segment) => ({ dimension, segment })))
    .filter(({ segment }) => isNamed(segment.kind))
    .sort((a, b) => (b.segment.share.rate ?? 0) - (a.segment.share.rate ?? 0));
  const [highest, lowest] = [ranked[0], ranked[ranked.length - 1]];
  return {
    id: "segments",
    title: told.title,
    caption: told.caption(dimensions.length),
    alternative: told.alternative({
      overall: format.percent(overall.rate ?? 0),
      ends:
        highest && lowest
          ? {
              highest: fullName(highest.dimension, highest.segment, language),
              rate: format.percent(highest.segment.share.rate ?? 0),
              lowest: fullName(lowest.dimension, lowest.segment, language),
              least: format.percent(lowest.segment.share.rate ?? 0),
            }
          : null,
    }),
    table: "segments",
    plot: (width) => rateRowsPlot(rows, width, language),
    who: whoOf,
  };
}

function isNamed(kind: string): boolean {
  return kind === "level" || kind === "band";
}
