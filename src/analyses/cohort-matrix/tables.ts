import { intervalColumn, probabilityText } from "../findings";
import { moneyText } from "../money";
import type { ReportTable, ReportValue } from "../report";
import { right } from "../report-cells";
import type { Language } from "../texts";
import { drawnCohorts } from "./drawn";
import { cohortName, everybody, stepName, whoIs, whoInRow, type What } from "./names";
import { isInTime, type CohortParams } from "./params";
import type { Cell, CohortResult, StepResult } from "./result";
import { shownOf } from "./shares";

type Shown = Pick<CohortParams, "show" | "average">;
type Row = ReportTable["rows"][number];

/** One row a cohort, one column a period: what is read. */
export function matrixTable(result: CohortResult, { show }: Shown, language: Language): ReportTable {
  const { texts, format } = language;
  const { table, step } = texts.cohortMatrix;
  return {
    id: "matrix",
    title: table.matrix,
    columns: [
      { key: "cohort", label: isInTime(result) ? table.cohort : table.level, align: "left" },
      { key: "size", label: table.size, align: "right" },
      ...result.steps.map((one) => ({
        key: `k${one.k}`,
        label: step(stepName(one), result.grain),
        align: "right" as const,
      })),
    ],
    rows: result.cohorts.map((cohort) => ({
      cohort: { text: cohortName(cohort.id, result, language), value: cohort.id },
      size: {
        text: format.count(cohort.size),
        value: cohort.size,
        who: whoInRow(cohort.id, result, language),
      },
      ...Object.fromEntries(
        result.steps.map((one, i) => [
          `k${one.k}`,
          shareValue(cohort.cells[i]!, one, cohort.id, result, show, language),
        ]),
      ),
    })),
  };
}

function shareValue(
  cell: Cell,
  step: StepResult,
  cohort: string,
  result: CohortResult,
  show: CohortParams["show"],
  language: Language,
): ReportValue {
  const { texts, format } = language;
  if (cell.state === "not observed") return { text: "", value: null };
  const { rate } = shownOf(cell, result, show);
  const what: What = result.metric !== "customers" ? "all" : show === "attrition" ? "not" : "returned";
  return {
    text: rate === null ? texts.base.noBase : format.percentColumn(rate),
    value: rate,
    who: whoIs(cohort, step, what, result, language),
    ...(cell.state === "in progress" && { unfinished: true as const }),
  };
}

/** The cells that are drawn, one a row, with the columns of `asSql`, their counts and intervals. */
export function cellTable(result: CohortResult, { show }: Shown, language: Language): ReportTable {
  const { texts, format } = language;
  const { table } = texts.cohortMatrix;
  const isCustomers = result.metric === "customers";
  return {
    id: "cells",
    title: table.cells,
    columns: [
      { key: "cohort", label: isInTime(result) ? table.cohort : table.level, align: "left" },
      right("size", table.size, "customers"),
      right("k", table.step, "place"),
      right("upto", table.upto, "place"),
      { key: "state", label: table.state, align: "left" },
      right("n", table.n, "customers"),
      right("returned", table.returned, "customers"),
      ...(isCustomers
        ? []
        : [right("total", table.total, "mixed"), right("at_first", table.atFirst, "mixed")]),
      right("share", shareLabel(result, show, language), "share"),
      right("interval", table.interval, "number"),
    ],
    rows: drawnCohorts(result).flatMap((cohort) =>
      result.steps.map((step, i): Row => {
        const cell = cohort.cells[i]!;
        return {
          cohort: { text: cohortName(cohort.id, result, language), value: cohort.id },
          size: {
            text: format.count(cohort.size),
            value: cohort.size,
            who: whoInRow(cohort.id, result, language),
          },
          k: { text: stepName(step), value: step.k },
          upto: { text: step.to === null ? table.later : format.count(step.to), value: step.to },
          state: { text: texts.base.state[cell.state], value: cell.state },
          ...counts(cell, step, cohort.id, result, language),
          ...shares(cell, result, show, language),
        };
      }),
    ),
    unfinished: drawnCohorts(result)
      .flatMap(({ cells }) => cells)
      .flatMap(({ state }, i) => (state === "complete" ? [] : [i])),
  };
}

/** All cohorts together, period by period: the curve, the averages and the tests. */
export function averageTable(result: CohortResult, { show }: Shown, language: Language): ReportTable {
  const { texts, format } = language;
  const { table, step } = texts.cohortMatrix;
  const isCustomers = result.metric === "customers";
  const mean = (value: number | null): ReportValue => {
    const shown = value !== null && show === "attrition" ? 1 - value : value;
    return { text: shown === null ? texts.base.noBase : format.percentColumn(shown), value: shown };
  };
  const sign = show === "attrition" ? -1 : 1;
  return {
    id: "averages",
    title: table.averages,
    columns: [
      { key: "k", label: table.step, align: "left" },
      right("complete", table.complete, "number"),
      right("open", table.open, "number"),
      right("n", table.n, "customers"),
      right("returned", table.returned, "customers"),
      ...(isCustomers
        ? [right("not", table.not, "customers")]
        : [right("total", table.total, "mixed"), right("at_first", table.atFirst, "mixed")]),
      right("share", shareLabel(result, show, language), "share"),
      right("interval", table.interval, "number"),
      ...(isCustomers
        ? [
            right("simple", table.simple, "number"),
            right("mixpanel", table.mixpanel, "number"),
            right("differ_q", table.differQ, "number"),
            right("slope", table.slope, "number"),
            right("slope_interval", table.slopeInterval, "number"),
            right("trend_q", table.trendQ, "number"),
          ]
        : []),
    ],
    rows: result.steps.map((one): Row => {
      const { pooled, trend, homogeneity } = one;
      const untested = { text: table.notTested, value: null };
      const slopes = trend && trend.interval.map((bound) => sign * bound).sort((a, b) => a - b);
      return {
        k: { text: step(stepName(one), result.grain), value: one.k },
        complete: { text: format.count(one.complete), value: one.complete },
        open: {
          text: format.count(result.cohorts.length - one.complete),
          value: result.cohorts.length - one.complete,
        },
        ...counts(pooled, one, everybody, result, language),
        ...(isCustomers && {
          not: counted(pooled.n - pooled.x, pooled, one, everybody, "not", result, language),
        }),
        ...shares(pooled, result, show, language),
        ...(isCustomers && {
          simple: mean(one.simple),
          mixpanel: mean(one.mixpanel),
          differ_q: homogeneity
            ? { text: probabilityText(homogeneity.q, language), value: homogeneity.q }
            : untested,
          slope: trend
            ? { text: texts.base.points(sign * trend.slope), value: sign * trend.slope }
            : untested,
          slope_interval: slopes
            ? {
                text: texts.base.interval(texts.base.points(slopes[0]!), texts.base.points(slopes[1]!)),
                value: slopes,
              }
            : untested,
          trend_q: trend ? { text: probabilityText(trend.q, language), value: trend.q } : untested,
        }),
      };
    }),
    unfinished: result.steps.flatMap(({ pooled }, i) => (pooled.n === 0 ? [i] : [])),
  };
}

export function shareLabel(
  { metric }: Pick<CohortResult, "metric">,
  show: CohortParams["show"],
  { texts }: Language,
): string {
  const { table } = texts.cohortMatrix;
  return metric !== "customers" ? table.amount : table[show];
}

/** An amount, or a number of orders. */
export function totalText(
  total: number,
  { metric }: Pick<CohortResult, "metric">,
  language: Language,
): string {
  return metric === "orders" ? language.format.count(total) : moneyText(total, null, language);
}

function counts(
  cell: Cell,
  step: StepResult,
  cohort: string,
  result: CohortResult,
  language: Language,
): Readonly<Record<string, ReportValue>> {
  const total = (value: number | null): ReportValue => ({
    text: value === null ? "" : totalText(value, result, language),
    value,
  });
  return {
    n: counted(cell.n, cell, step, cohort, "all", result, language),
    returned: counted(cell.x, cell, step, cohort, "returned", result, language),
    ...(result.metric !== "customers" && { total: total(cell.total), at_first: total(cell.atFirst) }),
  };
}

function counted(
  value: number,
  cell: Cell,
  step: StepResult,
  cohort: string,
  what: What,
  result: CohortResult,
  language: Language,
): ReportValue {
  if (cell.state === "not observed") return { text: "", value: null };
  return { text: language.format.count(value), value, who: whoIs(cohort, step, what, result, language) };
}

function shares(
  cell: Cell,
  result: CohortResult,
  show: CohortParams["show"],
  language: Language,
): Readonly<Record<"share" | "interval", ReportValue>> {
  const { texts, format } = language;
  const { rate, interval } = shownOf(cell, result, show);
  const isSeen = cell.state !== "not observed";
  return {
    share: {
      text: isSeen ? (rate === null ? texts.base.noBase : format.percentColumn(rate)) : "",
      value: rate,
    },
    interval: {
      text: !isSeen || (rate !== null && interval === null) ? "" : intervalColumn(interval, language),
      value: interval,
    },
  };
}
