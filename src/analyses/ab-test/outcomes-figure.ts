import type { Figure } from "../report";
import { fills, rateRowsPlot, whoOf, type RateRows } from "../segments/rate-rows";
import type { Language } from "../texts";
import { metricLabel, whoOfMetric } from "./names";
import type { AbTestResult } from "./result";

/** Under each outcome the share of each arm with its interval, the control first. */
export function outcomesFigure(result: AbTestResult, isLog: boolean, language: Language): Figure {
  const { texts, format } = language;
  const told = texts.abTest.figure;
  const rows: RateRows = {
    rows: result.metrics.flatMap((metric, i) =>
      metric.kind !== "share"
        ? []
        : metric.arms.flatMap(({ share }, place) =>
            share.n === 0
              ? []
              : [
                  {
                    group: metricLabel(metric, language),
                    label: result.arms[place]!.name,
                    marks: [
                      {
                        rate: share.rate ?? 0,
                        low: share.interval?.[0] ?? 0,
                        high: share.interval?.[1] ?? 0,
                        of: texts.abTest.of(format.count(share.x), format.count(share.n)),
                        fill: place === 0 ? fills.apart : fills.first,
                        who: whoOfMetric(i, place, "reached", result, language),
                      },
                    ],
                  },
                ],
          ),
    ),
    reference: null,
    legend: [],
    axis: told.axis,
  };
  return {
    id: "shares",
    title: told.title,
    caption: told.caption(isLog),
    alternative: told.alternative(
      format.list(
        rows.rows.map(({ group, label, marks }) => told.one(group, label, format.percent(marks[0]!.rate))),
      ),
    ),
    table: "shares",
    plot: (width) => rateRowsPlot(rows, width, language),
    who: whoOf,
  };
}
