import { baseOptions, colour, gridY } from "../chart-style";
import { Plot } from "../plot";
import type { Figure, Who } from "../report";
import type { Language } from "../texts";
import type { RenewalProjectionResult } from "./result";
import { key } from "./who";

/** The share that renews, as counted and as sorting alone makes it rise. */
export function retentionFigure(result: RenewalProjectionResult, language: Language): Figure {
  const { texts, format } = language;
  const { retention: told, who } = texts.renewalProjection;
  const line = result.points.flatMap(({ renewal, retention }) =>
    retention === null ? [] : [{ renewal, retention }],
  );
  const seen = result.renewals.map(({ renewal, share, isFitted }) => ({
    renewal,
    rate: share.rate ?? 0,
    low: share.interval?.[0] ?? 0,
    high: share.interval?.[1] ?? 1,
    isFitted,
  }));
  const [first, last] = [line[0]!, line[line.length - 1]!];
  const least = Math.min(...seen.map(({ low }) => low), first.retention);
  return {
    id: "retention",
    title: told.title,
    caption: told.caption,
    alternative: told.alternative({
      first: format.percent(first.retention),
      last: format.percent(last.retention),
      renewal: last.renewal,
    }),
    table: "curve",
    who: (datum): Who | null => {
      const point = seen.find((one) => one === datum);
      return point && result.mode === "contracts"
        ? { key: key.renewed(point.renewal), label: who.renewed(point.renewal) }
        : null;
    },
    plot: (width) => ({
      ...baseOptions(width),
      height: 280,
      marginLeft: 56,
      x: {
        label: told.x,
        domain: [1, Math.max(2, last.renewal)],
        ticks: Math.min(last.renewal, width > 500 ? 12 : 6),
        tickFormat: (t: number) => (Number.isInteger(t) ? format.count(t) : ""),
        inset: 8,
      },
      y: {
        label: told.y,
        domain: [Math.max(0, Math.floor(least * 10) / 10), 1],
        ticks: 5,
        tickFormat: (share: number) => format.percent(share),
      },
      marks: [
        gridY(5),
        Plot.lineY(line, { x: "renewal", y: "retention", stroke: colour.kept, strokeWidth: 2 }),
        Plot.ruleX(seen, { x: "renewal", y1: "low", y2: "high", stroke: colour.first }),
        Plot.dot(
          seen.filter(({ isFitted }) => isFitted),
          { x: "renewal", y: "rate", r: 4, fill: colour.first },
        ),
        Plot.dot(
          seen.filter(({ isFitted }) => !isFitted),
          { x: "renewal", y: "rate", r: 4, stroke: colour.first, strokeWidth: 2 },
        ),
        Plot.dot(seen, Plot.pointerX({ x: "renewal", y: "rate", r: 7, stroke: "currentColor" })),
      ],
    }),
  };
}
