import type { ReportTable, ReportValue, Who } from "../report";
import { left, right } from "../report-cells";
import type { Share } from "../share";
import type { Language } from "../texts";
import { beside, besideInterval } from "./beside";
import type { RepeatPurchaseRequest } from "./purchases";
import type { RepeatPurchaseResult } from "./result";
import { key } from "./who";

/** Who is behind a number, or nothing where there is nobody. */
export function counted(value: number, { format }: Language, who?: Who): ReportValue {
  return { text: format.count(value), value, ...(who && value > 0 ? { who } : {}) };
}

export function shareCells(share: Share, result: RepeatPurchaseResult, language: Language) {
  const { noBase } = language.texts.base;
  return {
    share: { text: share.rate === null ? noBase : beside(share.rate, result, language), value: share.rate },
    interval: { text: besideInterval(share.interval, result, language), value: share.interval },
  };
}

/** The customers of each reading, and those of them who came again. */
export function whoInReadings(window: number, recent: number, { texts }: Language) {
  const { who } = texts.repeatPurchase;
  return {
    cohort: [
      { key: key.followed(window), label: who.followed(window) },
      { key: key.again(window), label: who.again(window) },
    ],
    stock: [
      { key: key.recent, label: who.recent(recent) },
      { key: key.recentAgain, label: who.recentAgain(recent) },
    ],
    returning: [
      { key: key.recent, label: who.recent(recent) },
      { key: key.recentReturning, label: who.recentReturning(recent) },
    ],
  } as const;
}

/** The article's question read in three ways. */
export function readingsTable(
  result: RepeatPurchaseResult,
  { params }: RepeatPurchaseRequest,
  language: Language,
): ReportTable {
  const { table } = language.texts.repeatPurchase;
  const whoOf = whoInReadings(result.window, params.recent, language);
  return {
    id: "readings",
    title: table.readings,
    columns: [
      left("reading", table.reading),
      right("customers", table.customers, "customers"),
      right("again", table.again, "customers"),
      right("share", table.share, "share"),
      right("interval", table.interval, "number"),
    ],
    rows: readingsOf(result, params.recent, language).map(({ id, label, share }) => ({
      reading: { text: label, value: id },
      customers: counted(share.n, language, whoOf[id][0]),
      again: counted(share.x, language, whoOf[id][1]),
      ...shareCells(share, result, language),
    })),
  };
}

export function readingsOf({ readings, window }: RepeatPurchaseResult, recent: number, { texts }: Language) {
  const { reading } = texts.repeatPurchase;
  return [
    { id: "cohort", label: reading.cohort(window), share: readings.cohort },
    { id: "stock", label: reading.stock(recent), share: readings.stock },
    { id: "returning", label: reading.returning(recent), share: readings.returning },
  ] as const;
}

/** The same by each window; beside it the curve, which needs no complete follow-up. */
export function windowsTable(result: RepeatPurchaseResult, language: Language): ReportTable {
  const { texts } = language;
  const { table, who } = texts.repeatPurchase;
  return {
    id: "windows",
    title: table.windows,
    columns: [
      right("window", table.window, "time"),
      right("followed", table.followed, "customers"),
      right("again", table.again, "customers"),
      right("share", table.share, "share"),
      right("interval", table.interval, "number"),
      right("curve", table.curveShare, "share"),
      right("curve_interval", table.curveInterval, "number"),
    ],
    rows: result.windows.map(({ days, again }) => {
      const curve = result.horizons.find((horizon) => horizon.days === days);
      return {
        window: counted(days, language),
        followed: counted(again.n, language, { key: key.followed(days), label: who.followed(days) }),
        again: counted(again.x, language, { key: key.again(days), label: who.again(days) }),
        ...shareCells(again, result, language),
        curve: {
          text: curve ? beside(curve.share, result, language) : texts.base.noBase,
          value: curve?.share ?? null,
        },
        curve_interval: {
          text: besideInterval(curve?.interval ?? null, result, language),
          value: curve?.interval ?? null,
        },
      };
    }),
  };
}

/** The curve, a row a day on which somebody bought again or was followed no longer. */
export function daysTable(result: RepeatPurchaseResult, language: Language): ReportTable {
  const { table, who } = language.texts.repeatPurchase;
  return {
    id: "days",
    title: table.days,
    columns: [
      right("days", table.day, "place"),
      right("at_risk", table.atRisk, "customers-nested"),
      right("bought_again", table.boughtAgain, "customers"),
      right("not_yet", table.notYet, "customers"),
      right("share", table.shareByThen, "share"),
      right("interval", table.interval, "number"),
    ],
    rows: result.days.map(({ days, atRisk, boughtAgain, notYet, share, interval }) => ({
      days: counted(days, language),
      at_risk: counted(atRisk, language),
      bought_again: counted(boughtAgain, language, {
        key: key.day(days, "again"),
        label: who.dayAgain(days),
      }),
      not_yet: counted(notYet, language, { key: key.day(days, "not yet"), label: who.dayNotYet(days) }),
      ...shareCells({ x: 0, n: 0, rate: share, interval: interval && [...interval] }, result, language),
    })),
  };
}

export function hazardTable(result: RepeatPurchaseResult, language: Language): ReportTable {
  const { texts, format } = language;
  const { table } = texts.repeatPurchase;
  return {
    id: "hazard",
    title: table.hazard,
    columns: [
      left("stretch", table.stretch),
      right("events", table.events, "customers"),
      right("customer_days", table.customerDays, "events"),
      right("per_thousand", table.perThousand, "number"),
      right("interval", table.interval, "number"),
    ],
    rows: result.hazard.map(({ from, to, events, customerDays, perDay, interval }) => ({
      stretch: {
        text: table.daysOf(from === 0 ? (result.purchase === "orders" ? 0 : 1) : from + 1, to),
        value: from,
      },
      events: counted(events, language),
      customer_days: counted(customerDays, language),
      per_thousand: { text: format.number(perDay * 1000, 2), value: perDay * 1000 },
      interval: {
        text: texts.base.interval(format.number(interval[0] * 1000, 2), format.number(interval[1] * 1000, 2)),
        value: interval,
      },
    })),
  };
}
