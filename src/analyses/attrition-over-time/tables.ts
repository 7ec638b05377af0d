import { intervalColumn } from "../findings";
import type { ReportTable } from "../report";
import type { Share } from "../share";
import type { Language } from "../texts";
import { whoIs, type CountKey } from "./counts";
import type { OverTimeResult, Period } from "./result";

/** One row a period, with the columns of `asSql`, the intervals and the judgement. */
export function periodTable(result: OverTimeResult, language: Language): ReportTable {
  const { table } = language.texts.overTime;
  const right = (key: string, label: string) => ({ key, label, align: "right" as const });
  return {
    id: "periods",
    title: table.title,
    columns: [
      { key: "opens", label: table.opens, align: "left" },
      { key: "state", label: table.state, align: "left" },
      right("at_start", table.atStart),
      right("lost", table.lost),
      right("remaining", table.remaining),
      right("new", table.new),
      right("returned", table.returned),
      right("at_end", table.atEnd),
      right("attrition", table.attrition),
      right("interval", table.interval),
      right("limits", table.limits),
      { key: "against", label: table.against, align: "left" },
      right("pulse", table.pulse),
      right("ever_before", table.everBefore),
      right("ever_remaining", table.everRemaining),
      right("ever_absent", table.everAbsent),
      right("ever_attrition", table.everAttrition),
      right("ever_interval", table.interval),
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
  const number = (value: number) => (seen ? { text: format.count(value), value } : unseen);
  const customers = (value: number, key: CountKey) =>
    seen && value > 0 ? { ...number(value), who: whoIs(key, period, result, language) } : number(value);
  const share = ({ rate }: Share) =>
    seen ? { text: rate === null ? texts.base.noBase : format.percentColumn(rate), value: rate } : unseen;
  const interval = (one: Share) =>
    seen ? { text: intervalColumn(one.interval, language), value: one.interval } : unseen;
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
  const { texts, format } = language;
  const told = texts.overTime.conversion;
  return {
    id: "conversion",
    title: told.title,
    columns: [
      { key: "per", label: told.per, align: "left" },
      { key: "rate", label: told.rate, align: "right" },
      { key: "interval", label: told.interval, align: "right" },
    ],
    rows: conversion.map(({ per, rate, interval }) => ({
      per: { text: told.units[per], value: per },
      rate: { text: format.percentColumn(rate), value: rate },
      interval: { text: intervalColumn(interval, language), value: interval },
    })),
  };
}
