import { intervalColumn } from "../findings";
import type { ReportTable } from "../report";
import { bridgeColumns } from "../bridge-columns";
import { cellsIn, left, right } from "../report-cells";
import type { Share } from "../share";
import type { Language } from "../texts";
import { whoIs, type CountKey } from "./counts";
import type { OverTimeResult, Period } from "./result";

/** One row a period, with the columns of `asSql`, the intervals and the judgement. */
export function periodTable(result: OverTimeResult, language: Language): ReportTable {
  const { table } = language.texts.overTime;
  return {
    id: "periods",
    title: table.title,
    columns: [
      left("opens", table.opens),
      left("state", table.state),
      ...bridgeColumns(table),
      right("limits", table.limits, "number"),
      left("against", table.against),
      right("pulse", table.pulse, "number"),
      right("ever_before", table.everBefore, "customers"),
      right("ever_remaining", table.everRemaining, "customers"),
      right("ever_absent", table.everAbsent, "customers"),
      right("ever_attrition", table.everAttrition, "share"),
      right("ever_interval", table.interval, "number"),
    ],
    rows: result.periods.map((period) => rowOf(period, result, language)),
    unfinished: result.periods.flatMap(({ state, isCut }, i) => (state === "complete" && !isCut ? [] : [i])),
  };
}

function rowOf(period: Period, result: OverTimeResult, language: Language): ReportTable["rows"][number] {
  const { grain } = result;
  const { texts, format } = language;
  const { table } = texts.overTime;
  const seen = period.state !== "not observed";
  const unseen = { text: texts.base.state["not observed"], value: null };
  const cell = cellsIn(language);
  const number = (value: number) => (seen ? cell.count(value) : unseen);
  const customers = (value: number, key: CountKey) =>
    seen && value > 0 ? { ...number(value), who: whoIs(key, period, result, language) } : number(value);
  const share = (one: Share) => (seen ? cell.share(one) : unseen);
  const interval = (one: Share) => (seen ? cell.interval(one) : unseen);
  const against = period.isJudged ? (period.side ?? "none") : "none";
  return {
    opens: { text: texts.base.periodShort(period.opens, grain), value: period.opens },
    state: {
      text: period.isCut ? table.cut : texts.base.state[period.state],
      value: period.isCut ? "cut" : period.state,
    },
    at_start: customers(period.atStart, "at_start"),
    lost: customers(period.lost, "lost"),
    remaining: customers(period.remaining, "remaining"),
    new: customers(period.new, "new"),
    returned: customers(period.returned, "returned"),
    at_end: customers(period.atEnd, "at_end"),
    attrition: share(period.attrition),
    interval: interval(period.attrition),
    limits: {
      text: period.limits ? intervalColumn(period.limits, language) : table.judged.none,
      value: period.limits,
    },
    against: { text: table.judged[against], value: against },
    pulse: seen
      ? {
          text: period.pulse === null ? texts.base.noBase : format.number(period.pulse, 2),
          value: period.pulse,
        }
      : unseen,
    ever_before: number(period.ever.n),
    ever_remaining: number(period.ever.n - period.ever.x),
    ever_absent: number(period.ever.x),
    ever_attrition: share(period.ever),
    ever_interval: interval(period.ever),
  };
}

/** The latest rate told per week, month, quarter and year. */
export function conversionTable({ conversion }: OverTimeResult, language: Language): ReportTable {
  const told = language.texts.overTime.conversion;
  const cell = cellsIn(language);
  return {
    id: "conversion",
    title: told.title,
    columns: [
      left("per", told.per),
      right("rate", told.rate, "share"),
      right("interval", told.interval, "number"),
    ],
    rows: conversion.map(({ per, rate, interval }) => ({
      per: { text: told.units[per], value: per },
      rate: cell.share({ rate }),
      interval: cell.interval({ interval }),
    })),
  };
}
