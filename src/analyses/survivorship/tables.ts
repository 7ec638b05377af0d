import type { ReportTable, ReportValue } from "../report";
import { cellsIn, left, right } from "../report-cells";
import { newcombe } from "../stats/newcombe";
import type { Language } from "../texts";
import { nameOf, whoIn } from "./names";
import type { Group } from "./query";
import type { SurvivorshipResult, TimeResult } from "./result";

/** One row a behaviour, with the columns of `asSql`: who has done it, and what that makes of it. */
export function groupTable({ behaviours }: SurvivorshipResult, language: Language): ReportTable {
  const { table, classes } = language.texts.survivorship;
  const cell = cellsIn(language);
  return {
    id: "groups",
    title: table.groups,
    columns: [
      left("lever", language.texts.levers.table.lever),
      left("class", table.class),
      right("best_on", table.on.best, "customers"),
      right("best_share", table.share.best, "share"),
      right("current_on", table.on.current, "customers"),
      right("current_share", table.share.current, "share"),
      right("lost_on", table.on.lost, "customers"),
      right("lost_share", table.share.lost, "share"),
      right("points", table.difference, "number"),
      right("interval", table.interval, "number"),
    ],
    rows: behaviours.map((one, place) => {
      const name = nameOf(one, language);
      const on = (group: Group) =>
        cell.count(one[group].x, whoIn(group, { place, what: "on", name }, language));
      return {
        lever: { text: name, value: name },
        class: { text: classes[one.class], value: one.class },
        best_on: on("best"),
        best_share: cell.share(one.best),
        current_on: on("current"),
        current_share: cell.share(one.current),
        lost_on: on("lost"),
        lost_share: cell.share(one.lost),
        points: cell.points(one.difference?.value ?? null),
        interval: cell.pointsInterval(one.difference?.interval ?? null),
      };
    }),
  };
}

/** How many stay with it and without it, and whether chance alone would do. */
export function retentionTable({ behaviours }: SurvivorshipResult, language: Language): ReportTable {
  const { table } = language.texts.survivorship;
  const cell = cellsIn(language);
  return {
    id: "retention",
    title: table.retention,
    columns: [
      left("lever", language.texts.levers.table.lever),
      right("cut", table.cut, "place"),
      right("n_with", table.nWith, "customers"),
      right("with", table.with, "share"),
      right("with_interval", table.withInterval, "number"),
      right("n_without", table.nWithout, "customers"),
      right("without", table.without, "share"),
      right("without_interval", table.withInterval, "number"),
      right("phi", table.phi, "number"),
      right("p", table.p, "number"),
      right("q", table.q, "number"),
    ],
    rows: behaviours.map((one, place) => {
      const name = nameOf(one, language);
      return {
        lever: { text: name, value: name },
        cut: cell.number(one.cut, 6),
        n_with: cell.count(one.with.n, whoIn("all", { place, what: "on", name }, language)),
        with: cell.share(one.with),
        with_interval: cell.interval(one.with),
        n_without: cell.count(one.without.n),
        without: cell.share(one.without),
        without_interval: cell.interval(one.without),
        phi: cell.number(one.phi, 3),
        p: cell.p(one.p),
        q: cell.p(one.q),
      };
    }),
  };
}

/** Hazards of leaving: as if whoever ever had it had always had it, and as it was. */
export function timeTable({ behaviours }: SurvivorshipResult, language: Language): ReportTable {
  const { table } = language.texts.survivorship;
  const cell = cellsIn(language);
  const ratio = (found: TimeResult["naive"]): ReportValue => ({
    text: found ? language.format.number(found.ratio, 2) : language.texts.base.none,
    value: found?.ratio ?? null,
  });
  const interval = (found: TimeResult["naive"]): ReportValue => ({
    text: found
      ? language.texts.base.interval(
          language.format.number(found.interval[0], 2),
          language.format.number(found.interval[1], 2),
        )
      : language.texts.base.none,
    value: found?.interval ?? null,
  });
  return {
    id: "time",
    title: table.time,
    columns: [
      left("lever", language.texts.levers.table.lever),
      right("followed", table.followed, "customers"),
      right("used", table.usedEver, "customers"),
      right("naive", table.naive, "number"),
      right("naive_interval", table.ratioInterval, "number"),
      right("in_time", table.inTime, "number"),
      right("in_time_interval", table.ratioInterval, "number"),
      right("landmark", table.landmark, "number"),
      right("landmark_interval", table.ratioInterval, "number"),
      right("exposed", table.exposed, "customers"),
      right("others", table.others, "customers"),
    ],
    rows: behaviours.flatMap((one) => {
      const { time } = one;
      if (!time) return [];
      return [
        {
          lever: cell.text(nameOf(one, language)),
          followed: cell.count(time.customers),
          used: cell.count(time.used),
          naive: ratio(time.naive),
          naive_interval: interval(time.naive),
          in_time: ratio(time.inTime),
          in_time_interval: interval(time.inTime),
          landmark: ratio(time.landmark),
          landmark_interval: interval(time.landmark),
          exposed: cell.count(time.exposed),
          others: cell.count(time.others),
        },
      ];
    }),
  };
}

/** Of how many it is not known, and whether more so of those who left. */
export function unknownTable({ behaviours }: SurvivorshipResult, language: Language): ReportTable {
  const { table } = language.texts.survivorship;
  const cell = cellsIn(language);
  return {
    id: "unknown",
    title: table.unknown,
    columns: [
      left("lever", language.texts.levers.table.lever),
      right("lost", table.unknownLost, "customers"),
      right("lost_share", table.share.lost, "share"),
      right("current", table.unknownCurrent, "customers"),
      right("current_share", table.share.current, "share"),
      right("points", table.difference, "number"),
      right("interval", table.interval, "number"),
    ],
    rows: behaviours.flatMap((one, place) => {
      const { current, lost } = one.unknown;
      if (current.x + lost.x === 0) return [];
      const name = nameOf(one, language);
      const apart = newcombe(lost, current);
      const unknown = (group: "current" | "lost") =>
        cell.count(one.unknown[group].x, whoIn(group, { place, what: "unknown", name }, language));
      return [
        {
          lever: cell.text(name),
          lost: unknown("lost"),
          lost_share: cell.share(lost),
          current: unknown("current"),
          current_share: cell.share(current),
          points: cell.points(apart?.difference ?? null),
          interval: cell.pointsInterval(apart?.interval ?? null),
        },
      ];
    }),
  };
}

/** Who is in the data at all: without those who left nothing could be told. */
export function coverageTable(result: SurvivorshipResult, language: Language): ReportTable {
  const { levers, survivorship } = language.texts;
  const cell = cellsIn(language);
  const row = (label: string, customers: ReportValue) => ({ step: cell.text(label), customers });
  const { quiet, used, lost, best } = result;
  return {
    id: "coverage",
    title: survivorship.table.coverage,
    columns: [
      left("step", levers.table.step),
      right("customers", levers.table.customers, "customers-nested"),
    ],
    rows: [
      row(levers.table.all, cell.count(result.customers)),
      ...result.excluded.map(({ why, customers }) => row(levers.table.why[why], cell.count(-customers))),
      row(levers.table.used, cell.count(used, whoIn("all", null, language))),
      row(survivorship.group.lost, cell.count(lost, whoIn("lost", null, language))),
      row(survivorship.group.current, cell.count(used - lost, whoIn("current", null, language))),
      row(survivorship.group.best, cell.count(best.customers, whoIn("best", null, language))),
      ...(quiet ? [row(survivorship.table.quiet, cell.count(quiet.quiet))] : []),
    ],
  };
}
