import type { Figure } from "../report";
import { fills, rateRowsPlot, whoOf, type RateRows } from "../segments/rate-rows";
import type { Language } from "../texts";
import { labelOf, whoIn } from "./names";
import type { UsageResult } from "./result";

/** Each segment's share with its interval, against all customers compared. */
export function quarterFigure(
  { segments, overall }: UsageResult,
  zerosApart: boolean,
  language: Language,
): Figure {
  const { texts, format } = language;
  const told = texts.usageQuartiles.figure;
  const rows: RateRows = {
    rows: segments.map((segment) => ({
      group: "",
      label: labelOf(segment, language),
      marks: [
        {
          rate: segment.share.rate ?? 0,
          low: segment.share.interval?.[0] ?? 0,
          high: segment.share.interval?.[1] ?? 0,
          of: texts.segments.of(format.count(segment.share.x), format.count(segment.share.n)),
          fill: segment.quarter === "none" ? fills.apart : fills.named,
          who: whoIn(segment.quarter, true, language),
        },
      ],
    })),
    reference:
      overall.rate === null
        ? null
        : { rate: overall.rate, label: told.overall(format.percent(overall.rate)) },
    legend: [],
    axis: told.axis,
  };
  return {
    id: "quarters",
    title: told.title,
    caption: told.caption(zerosApart),
    alternative: told.alternative(
      segments.map(({ quarter, share }) =>
        told.part(texts.usageQuartiles.quarter[quarter], format.percent(share.rate ?? 0)),
      ),
    ),
    table: "quarters",
    plot: (width) => rateRowsPlot(rows, width, language),
    who: whoOf,
  };
}
