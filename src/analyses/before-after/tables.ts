import type { ReportTable, Who } from "../report";
import { cellsIn, left, right } from "../report-cells";
import type { Language } from "../texts";
import { both, type BeforeAfterResult, type Change } from "./result";

export function sidesTable({ parts }: BeforeAfterResult, language: Language): ReportTable {
  const { table, part: names, side: when, who } = language.texts.beforeAfter;
  const cell = cellsIn(language);
  return {
    id: "sides",
    title: table.sides,
    columns: [
      left("part", table.part),
      left("side", table.side),
      right("customers", table.customers, "customers"),
      right("reached", table.reached, "customers"),
      right("rate", table.rate, "share"),
      right("interval", table.interval, "number"),
    ],
    rows: parts.flatMap(({ part, ...shares }) =>
      both.flatMap((side) => {
        const share = shares[side];
        if (share.n === 0) return [];
        return [
          {
            part: { text: names[part], value: part },
            side: { text: when[side], value: side },
            customers: cell.count(share.n, {
              key: `${part} ${side} all`,
              label: who(names[part], when[side]),
            }),
            reached: cell.count(share.x, {
              key: `${part} ${side} reached`,
              label: `${who(names[part], when[side])}: ${table.reached}`,
            }),
            rate: cell.share(share),
            interval: cell.interval(share),
          },
        ];
      }),
    ),
  };
}

export function changesTable(result: BeforeAfterResult, language: Language): ReportTable {
  const { table } = language.texts.beforeAfter;
  const cell = cellsIn(language);
  const rows: readonly (readonly [string, Change | null | undefined])[] = [
    [table.change, result.change],
    [table.elsewhere, result.elsewhere],
    [table.beyond, result.beyond],
    [table.level, result.line?.level],
    [table.atEnd, result.line?.atEnd],
    ...driftRows(result, language),
  ];
  return {
    id: "changes",
    title: table.changes,
    columns: [
      left("what", table.what),
      right("estimate", table.estimate, "number"),
      right("interval", table.interval, "number"),
      right("p", table.p, "number"),
    ],
    rows: rows.flatMap(([what, found]) =>
      found
        ? [
            {
              what: cell.text(what),
              estimate: cell.points(found.estimate),
              interval: cell.pointsInterval(found.interval),
              p: cell.p(found.p),
            },
          ]
        : [],
    ),
  };
}

export function weeksTable({ weeks, line }: BeforeAfterResult, language: Language): ReportTable {
  const { table, side: when } = language.texts.beforeAfter;
  const cell = cellsIn(language);
  return {
    id: "weeks",
    title: table.weeks,
    columns: [
      right("week", table.week, "place"),
      left("side", table.side),
      right("customers", table.customers, "customers"),
      right("reached", table.reached, "customers"),
      right("rate", table.rate, "share"),
      right("interval", table.interval, "number"),
      ...(line
        ? [
            right("fitted", table.fitted, "share"),
            right("without", table.without, "share"),
            right("without_interval", table.interval, "number"),
          ]
        : []),
    ],
    rows: weeks.map(({ week, side, share }) => ({
      week: cell.number(week, 0),
      side: { text: when[side], value: side },
      customers: cell.count(share.n, whoOfWeek(week, side, "all", language)),
      reached: cell.count(share.x, whoOfWeek(week, side, "reached", language)),
      rate: cell.share(share),
      interval: cell.interval(share),
      ...(line
        ? lineCells(
            line.points.find((point) => point.week === week),
            side,
          )
        : {}),
    })),
  };

  /** Before the action both lines are one. */
  function lineCells(
    point: NonNullable<BeforeAfterResult["line"]>["points"][number] | undefined,
    side: "before" | "after",
  ) {
    const without = side === "after" ? point : undefined;
    const none = { text: language.texts.base.none, value: null };
    return {
      fitted: point ? cell.share({ rate: point.fitted }) : none,
      without: without ? cell.share({ rate: without.without }) : none,
      without_interval: without ? cell.interval({ interval: without.withoutInterval }) : none,
    };
  }
}

/** Those of the touched who began in a week. */
export function whoOfWeek(
  week: number,
  side: "before" | "after",
  what: "all" | "reached",
  { texts, format }: Language,
): Who {
  const { table, week: named, side: when } = texts.beforeAfter;
  const label = named(format.number(week, 0).replace("-", "−"), when[side]);
  return {
    key: `week ${side} ${week} ${what}`,
    label: what === "all" ? label : `${label}: ${table.reached}`,
  };
}

/** What the two parts drifted apart before the action: a week, and over the time that the comparison spans. */
function driftRows({ trend }: BeforeAfterResult, language: Language): readonly (readonly [string, Change])[] {
  const { table } = language.texts.beforeAfter;
  if (!trend) return [];
  return [
    [table.slope, { estimate: trend.slope, interval: trend.interval, p: trend.p }],
    [table.drift, { estimate: trend.drift, interval: trend.driftInterval, p: trend.p }],
  ];
}

export function apartTable({ apart }: BeforeAfterResult, language: Language): ReportTable {
  const { table, side: when } = language.texts.beforeAfter;
  const cell = cellsIn(language);
  return {
    id: "apart",
    title: table.apart,
    columns: [
      right("week", table.week, "place"),
      left("side", table.side),
      right("difference", table.difference, "number"),
      right("interval", table.interval, "number"),
    ],
    rows: apart.map(({ week, side, difference, interval }) => ({
      week: cell.number(week, 0),
      side: { text: when[side], value: side },
      difference: cell.points(difference),
      interval: cell.pointsInterval(interval),
    })),
  };
}

export function statesTable({ states }: BeforeAfterResult, language: Language): ReportTable {
  const { table, state } = language.texts.beforeAfter;
  const cell = cellsIn(language);
  return {
    id: "states",
    title: table.states,
    columns: [left("state", table.state), right("customers", table.customers, "customers-nested")],
    rows: states.map(({ side, customers }) => ({
      state: { text: state[side], value: side },
      customers: cell.count(customers),
    })),
  };
}
