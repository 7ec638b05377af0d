import type { ReportTable, Who } from "../report";
import { cellsIn, left, right } from "../report-cells";
import type { Language } from "../texts";
import type { BeforeAfterParams } from "./params";
import type { BeforeAfterResult } from "./result";
import { groupName, partOf, periodName } from "./staggered-names";
import type { StaggeredCohort, StaggeredResult } from "./staggered-result";

export function staggeredTables(
  result: StaggeredResult,
  params: BeforeAfterParams,
  language: Language,
): ReportTable[] {
  return [
    ...(result.cohorts.length ? [coursesTable(result, params, language)] : []),
    ...(result.events.length ? [eventsTable(result, language), effectsTable(result, params, language)] : []),
    ...(result.overall ? [overallTable(result, language)] : []),
    ...(result.cohorts.length ? [statesTable(result, params, language)] : []),
  ];
}

function whoOf(
  result: StaggeredResult,
  cohort: StaggeredCohort,
  period: number | null,
  params: BeforeAfterParams,
  language: Language,
): Who {
  const { who } = language.texts.beforeAfter.staggered;
  const group = groupName(result, cohort, params, language);
  return period === null
    ? { key: `group ${partOf(cohort)} all`, label: who(group, null) }
    : {
        key: `group ${partOf(cohort)} ${period} reached`,
        label: who(group, periodName(result, period, params, language)),
      };
}

/** A key that the tables give out: of a group and a period that there are. */
export function isStaggeredKey({ staggered }: BeforeAfterResult, who: string): boolean {
  return (staggered?.cohorts ?? []).some(
    (cohort) =>
      who === `group ${partOf(cohort)} all` ||
      cohort.active.some((_, period) => who === `group ${partOf(cohort)} ${period} reached`),
  );
}

function coursesTable(result: StaggeredResult, params: BeforeAfterParams, language: Language): ReportTable {
  const { table } = language.texts.beforeAfter.staggered;
  const cell = cellsIn(language);
  return {
    id: "courses",
    title: table.courses,
    columns: [
      left("part", table.part),
      left("opens", table.period),
      right("customers", table.customers, "customers"),
      right("reached", table.reached, "customers"),
      right("rate", table.rate, "share"),
    ],
    rows: result.cohorts.flatMap((cohort) =>
      cohort.active.map((active, period) => ({
        part: { text: groupName(result, cohort, params, language), value: partOf(cohort) },
        opens: { text: periodName(result, period, params, language), value: result.periods[period]! },
        customers: cell.count(cohort.customers, whoOf(result, cohort, null, params, language)),
        reached: cell.count(active, whoOf(result, cohort, period, params, language)),
        rate: cell.share({ rate: active / cohort.customers }),
      })),
    ),
  };
}

function eventsTable({ events }: StaggeredResult, language: Language): ReportTable {
  const { table } = language.texts.beforeAfter.staggered;
  const cell = cellsIn(language);
  return {
    id: "events",
    title: table.events,
    columns: [
      right("event", table.event, "place"),
      right("customers", table.customers, "customers"),
      right("groups", table.groups, "number"),
      right("estimate", table.estimate, "number"),
      right("interval", table.interval, "number"),
    ],
    rows: events.map(({ event, customers, groups, estimate, interval }) => ({
      event: cell.number(event, 0),
      customers: cell.count(customers),
      groups: cell.count(groups),
      estimate: cell.points(estimate),
      interval: cell.pointsInterval(interval),
    })),
  };
}

function effectsTable(result: StaggeredResult, params: BeforeAfterParams, language: Language): ReportTable {
  const { table } = language.texts.beforeAfter.staggered;
  const cell = cellsIn(language);
  const named = (place: number) => ({
    text: periodName(result, place, params, language),
    value: result.periods[place]!,
  });
  return {
    id: "effects",
    title: table.effects,
    columns: [
      left("met", table.part),
      left("period", table.period),
      right("customers", table.customers, "customers"),
      right("controls", table.controls, "customers"),
      right("estimate", table.estimate, "number"),
      right("interval", table.interval, "number"),
    ],
    rows: result.effects.map(({ met, period, customers, controls, estimate, interval }) => ({
      met: {
        text: groupName(result, { kind: "met", met }, params, language),
        value: result.periods[met]!,
      },
      period: named(period),
      customers: cell.count(customers),
      controls: cell.count(controls),
      estimate: cell.points(estimate),
      interval: cell.pointsInterval(interval),
    })),
  };
}

function overallTable({ overall, before }: StaggeredResult, language: Language): ReportTable {
  const { table } = language.texts.beforeAfter.staggered;
  const cell = cellsIn(language);
  return {
    id: "overall",
    title: table.overall,
    columns: [
      left("what", table.what),
      right("value", table.value, "number"),
      right("interval", table.interval, "number"),
      right("p", table.p, "number"),
    ],
    rows: [
      {
        what: cell.text(table.change),
        value: cell.points(overall!.estimate),
        interval: cell.pointsInterval(overall!.interval),
        p: cell.p(overall!.p),
      },
      ...(before
        ? [
            {
              what: cell.text(table.before),
              value: cell.number(before.statistic, 2),
              interval: cell.pointsInterval(null),
              p: cell.p(before.p),
            },
          ]
        : []),
    ],
  };
}

function statesTable(result: StaggeredResult, params: BeforeAfterParams, language: Language): ReportTable {
  const { table, state } = language.texts.beforeAfter.staggered;
  const cell = cellsIn(language);
  const without = (["late", "earlier"] as const).filter((one) => result[one] > 0);
  return {
    id: "states",
    title: table.states,
    columns: [left("state", table.part), right("customers", table.customers, "customers")],
    rows: [
      ...result.cohorts.map((cohort) => ({
        state: { text: groupName(result, cohort, params, language), value: partOf(cohort) },
        customers: cell.count(cohort.customers, whoOf(result, cohort, null, params, language)),
      })),
      ...without.map((one) => ({
        state: { text: state[one], value: one },
        customers: cell.count(result[one]),
      })),
    ],
  };
}
