import type { ReportTable, ReportValue } from "../report";
import { cellsIn, left, right } from "../report-cells";
import type { Language } from "../texts";
import { differenceText, meanText, metricLabel, whoOfArm, whoOfMetric } from "./names";
import type { AbTestResult, Metric } from "./result";

/** How many of each arm have each outcome, with the columns of `sharesQuery`. */
export function sharesTable(result: AbTestResult, language: Language): ReportTable {
  const { table } = language.texts.abTest;
  const cell = cellsIn(language);
  return {
    id: "shares",
    title: table.shares,
    columns: [
      left("metric", table.metric),
      left("variant", table.variant),
      right("customers", table.customers, "customers"),
      right("reached", table.reached, "customers"),
      right("rate", table.rate, "share"),
      right("interval", table.interval, "number"),
    ],
    rows: result.metrics.flatMap((metric, i) =>
      metric.kind !== "share"
        ? []
        : metric.arms.flatMap(({ share }, place) =>
            share.n === 0
              ? []
              : [
                  {
                    metric: { text: metricLabel(metric, language), value: metric.name },
                    variant: cell.text(result.arms[place]!.name),
                    customers: cell.count(share.n, whoOfMetric(i, place, "known", result, language)),
                    reached: cell.count(share.x, whoOfMetric(i, place, "reached", result, language)),
                    rate: cell.share(share),
                    interval: cell.interval(share),
                  },
                ],
          ),
    ),
  };
}

export function meansTable(result: AbTestResult, language: Language): ReportTable {
  const { table } = language.texts.abTest;
  const cell = cellsIn(language);
  return {
    id: "means",
    title: table.means,
    columns: [
      left("metric", table.metric),
      left("variant", table.variant),
      right("customers", table.customers, "customers"),
      right("mean", table.mean, "number"),
      right("deviation", table.deviation, "number"),
    ],
    rows: result.metrics.flatMap((metric, i) =>
      metric.kind !== "mean"
        ? []
        : metric.arms.map(({ share, mean, deviation }, place) => ({
            metric: { text: metricLabel(metric, language), value: metric.name },
            variant: cell.text(result.arms[place]!.name),
            customers: cell.count(share.n, whoOfMetric(i, place, "known", result, language)),
            mean: numberCell(mean, language),
            deviation: numberCell(deviation, language),
          })),
    ),
  };
}

/** Each arm against the control; columns that say nothing in this test are left out. */
export function contrastsTable(result: AbTestResult, language: Language): ReportTable {
  const { table } = language.texts.abTest;
  const cell = cellsIn(language);
  const all = result.metrics.flatMap(({ contrasts }) => contrasts);
  const isAdjusted = all.some(({ adjusted }) => adjusted !== null);
  const isAlways = result.stage === "always";
  const isClustered = all.some(({ designEffect }) => designEffect !== null);
  return {
    id: "contrasts",
    title: table.contrasts,
    columns: [
      left("metric", table.metric),
      left("variant", table.variant),
      right("difference", table.difference, "number"),
      right("interval", table.interval, "number"),
      ...(isAdjusted
        ? [
            right("adjusted", table.adjusted, "number"),
            right("adjusted_interval", table.interval, "number"),
            right("variance", table.varianceLeft, "number"),
          ]
        : []),
      ...(isAlways ? [right("always", table.always, "number")] : []),
      right("ratio", table.ratio, "number"),
      right("ratio_interval", table.interval, "number"),
      ...(isClustered ? [right("design_effect", table.designEffect, "number")] : []),
      right("p", table.p, "number"),
      right("q", table.q, "number"),
      ...(isAlways ? [] : [right("detectable", table.detectable, "number")]),
    ],
    rows: result.metrics.flatMap((metric) =>
      metric.contrasts.map((one) => ({
        metric: { text: metricLabel(metric, language), value: metric.name },
        variant: cell.text(result.arms[one.arm]!.name),
        difference: differenceCell(one.raw?.difference ?? null, metric, language),
        interval: intervalCell(one.raw?.interval ?? null, metric, language),
        ...(isAdjusted && {
          adjusted: differenceCell(one.adjusted?.difference ?? null, metric, language),
          adjusted_interval: intervalCell(one.adjusted?.interval ?? null, metric, language),
          variance:
            one.adjusted === null
              ? cell.number(null)
              : {
                  text: language.format.percentColumn(one.adjusted.varianceRatio),
                  value: one.adjusted.varianceRatio,
                },
        }),
        ...(isAlways && { always: intervalCell(one.always?.interval ?? null, metric, language) }),
        ratio: cell.number(one.ratio, 3),
        ratio_interval: ratioInterval(one.ratioInterval, language),
        ...(isClustered && { design_effect: cell.number(one.designEffect, 2) }),
        p: cell.p(one.judged?.p ?? null),
        q: cell.p(one.q),
        ...(!isAlways && { detectable: differenceCell(one.detectable, metric, language) }),
      })),
    ),
  };
}

export function splitTable(result: AbTestResult, language: Language): ReportTable {
  const { table } = language.texts.abTest;
  const cell = cellsIn(language);
  const isClustered = result.arms.some(({ accounts }) => accounts !== null);
  return {
    id: "split",
    title: table.split,
    columns: [
      left("variant", table.variant),
      right("planned", table.planned, "share"),
      right("expected", table.expected, "number"),
      ...(isClustered ? [right("accounts", table.accounts, "customers")] : []),
      right("assigned", table.assigned, "customers"),
      right("followed", table.followed, "customers"),
    ],
    rows: result.arms.map(({ name, planned, assigned, followed, accounts }, place) => ({
      variant: cell.text(name),
      planned: { text: language.format.percentColumn(planned), value: planned },
      expected: cell.number(result.split?.expected[place] ?? null, 1),
      ...(isClustered && { accounts: cell.number(accounts, 0) }),
      assigned: cell.count(assigned, whoOfArm(place, result, language)),
      followed: cell.count(followed),
    })),
  };
}

export function statesTable({ states, arms }: AbTestResult, language: Language): ReportTable {
  const { table } = language.texts.abTest;
  const cell = cellsIn(language);
  return {
    id: "states",
    title: table.states,
    columns: [left("state", table.state), right("customers", table.customers, "customers-nested")],
    rows: states.map(({ state, customers }) => {
      const label = table.stateNames[state];
      return {
        state: { text: label, value: state },
        customers: cell.count(customers, arms.length ? { key: `state ${state}`, label } : undefined),
      };
    }),
  };
}

export function sizesTable(plan: NonNullable<AbTestResult["plan"]>, language: Language): ReportTable {
  const { table } = language.texts.abTest;
  const cell = cellsIn(language);
  return {
    id: "sizes",
    title: table.sizes,
    columns: [
      right("effect", table.effect, "number"),
      right("rise", table.rise, "number"),
      right("fall", table.fall, "number"),
      right("per_arm", table.perArm, "number"),
      right("weeks", table.weeks, "time"),
    ],
    rows: plan.sizes.map(({ effect, rise, fall, perArm, weeks }) => ({
      effect: { text: language.texts.base.points(effect), value: effect },
      rise: cell.number(rise, 0),
      fall: cell.number(fall, 0),
      per_arm: cell.number(perArm, 0),
      weeks: cell.number(weeks, 0),
    })),
  };
}

function numberCell(value: number | null, language: Language): ReportValue {
  return { text: value === null ? language.texts.base.none : meanText(value, language.format), value };
}

function differenceCell(value: number | null, { kind }: Metric, language: Language): ReportValue {
  return { text: value === null ? language.texts.base.none : differenceText(value, kind, language), value };
}

function intervalCell(
  value: readonly [number, number] | null,
  { kind }: Metric,
  language: Language,
): ReportValue {
  const { base } = language.texts;
  if (!value) return { text: base.none, value };
  const [low, high] = value.map((end) => differenceText(end, kind, language));
  return { text: base.interval(low!, high!), value };
}

function ratioInterval(value: readonly [number, number] | null, { texts, format }: Language): ReportValue {
  if (!value) return { text: texts.base.none, value };
  return { text: texts.base.interval(format.number(value[0], 3), format.number(value[1], 3)), value };
}
