import type { ReportTable } from "../report";
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
      right("customers", table.customers),
      right("reached", table.reached),
      right("rate", table.rate),
      right("interval", table.interval),
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
  ];
  return {
    id: "changes",
    title: table.changes,
    columns: [
      left("what", table.what),
      right("estimate", table.estimate),
      right("interval", table.interval),
      right("p", table.p),
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

export function weeksTable({ weeks }: BeforeAfterResult, language: Language): ReportTable {
  const { table, side: when } = language.texts.beforeAfter;
  const cell = cellsIn(language);
  return {
    id: "weeks",
    title: table.weeks,
    columns: [
      right("week", table.week),
      left("side", table.side),
      right("customers", table.customers),
      right("reached", table.reached),
      right("rate", table.rate),
      right("interval", table.interval),
    ],
    rows: weeks.map(({ week, side, share }) => ({
      week: cell.number(week, 0),
      side: { text: when[side], value: side },
      customers: cell.count(share.n),
      reached: cell.count(share.x),
      rate: cell.share(share),
      interval: cell.interval(share),
    })),
  };
}

export function statesTable({ states }: BeforeAfterResult, language: Language): ReportTable {
  const { table, state } = language.texts.beforeAfter;
  const cell = cellsIn(language);
  return {
    id: "states",
    title: table.states,
    columns: [left("state", table.state), right("customers", table.customers)],
    rows: states.map(({ side, customers }) => ({
      state: { text: state[side], value: side },
      customers: cell.count(customers),
    })),
  };
}
