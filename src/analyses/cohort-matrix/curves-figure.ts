import { baseOptions, colour, gridY } from "../chart-style";
import { Plot } from "../plot";
import type { Figure, Who } from "../report";
import type { Language } from "../texts";
import { drawnCohorts } from "./drawn";
import { everybody, stepName, whoIs } from "./names";
import type { CohortParams } from "./params";
import type { CohortResult } from "./result";
import { shownOf } from "./shares";
import { shareLabel } from "./tables";

interface Point {
  readonly k: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  readonly who: Who;
}

/** The pooled curve with its band, and every cohort behind it as far as it is complete. */
export function curvesFigure(result: CohortResult, show: CohortParams["show"], language: Language): Figure {
  const { texts, format } = language;
  const told = texts.cohortMatrix.figure.curves;
  const isCustomers = result.metric === "customers";
  const points = result.steps.flatMap((step): Point[] => {
    const { rate, interval } = shownOf(step.pooled, result, show);
    if (rate === null) return [];
    const what = !isCustomers ? "all" : show === "attrition" ? "not" : "returned";
    return [
      {
        k: step.k,
        rate,
        low: interval?.[0] ?? rate,
        high: interval?.[1] ?? rate,
        who: whoIs(everybody, step, what, result, language),
      },
    ];
  });
  const cohorts = drawnCohorts(result).flatMap(({ id, cells }) =>
    cells.flatMap((cell, i) => {
      const { rate } = shownOf(cell, result, show);
      return cell.state === "complete" && rate !== null ? [{ id, k: result.steps[i]!.k, rate }] : [];
    }),
  );
  const highest = Math.max(0, ...points.map(({ high }) => high), ...cohorts.map(({ rate }) => rate));
  const lowest = Math.min(0, ...points.map(({ low }) => low), ...cohorts.map(({ rate }) => rate));
  const names = new Map(result.steps.map((step) => [step.k, stepName(step)]));
  const ticks = points.map(({ k }) => k);
  return {
    id: "curves",
    title: told.title,
    caption: told.caption(isCustomers),
    alternative: told.alternative({
      periods: points.length,
      first: points[0] ? format.percent(points[0].rate) : texts.base.noBase,
      last: points.length ? format.percent(points[points.length - 1]!.rate) : texts.base.noBase,
    }),
    table: "averages",
    plot: (width) => ({
      ...baseOptions(width),
      height: 300,
      marginLeft: 56,
      marginRight: 24,
      x: {
        label: texts.cohortMatrix.figure.heat.axis(result.grain),
        labelAnchor: "right",
        labelArrow: false,
        ticks: fitting(ticks, width, names),
        tickFormat: (k: number) => names.get(k) ?? "",
        domain: [ticks[0] ?? 0, Math.max(ticks[ticks.length - 1] ?? 1, (ticks[0] ?? 0) + 1)],
        inset: 6,
      },
      y: {
        label: shareLabel(result, show, language),
        ticks: 5,
        domain: [lowest, isCustomers ? Math.min(1, Math.max(0.01, highest)) : Math.max(0.01, highest)],
        tickFormat: (share: number) => format.percent(share),
      },
      marks: [
        gridY(5),
        Plot.line(cohorts, {
          x: "k",
          y: "rate",
          z: "id",
          stroke: colour.muted,
          strokeOpacity: 0.45,
          strokeWidth: 1,
        }),
        Plot.areaY(points, { x: "k", y1: "low", y2: "high", fill: colour.band, fillOpacity: 0.22 }),
        Plot.lineY(points, { x: "k", y: "rate", stroke: colour.first, strokeWidth: 2.25 }),
        Plot.dot(points, { x: "k", y: "rate", fill: colour.first, r: points.length > 40 ? 2 : 3.5 }),
        Plot.ruleY([0], { stroke: "currentColor" }),
        Plot.dot(points, Plot.pointerX({ x: "k", y: "rate", r: 7, stroke: "currentColor" })),
      ],
    }),
    who: (datum) =>
      typeof datum === "object" && datum !== null && "who" in datum ? (datum as Point).who : null,
  };
}

/** As many names as fit under the axis. */
function fitting(ticks: readonly number[], width: number, names: ReadonlyMap<number, string>): number[] {
  const longest = Math.max(1, ...[...names.values()].map(({ length }) => length));
  const every = Math.max(
    1,
    Math.ceil(ticks.length / Math.max(2, Math.floor((width - 80) / (longest * 7 + 16)))),
  );
  return ticks.filter((_, i) => i % every === 0);
}
