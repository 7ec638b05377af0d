import { intervalColumn } from "../findings";
import type { ReportTable } from "../report";
import type { Language } from "../texts";
import type { RelevantActivityResult } from "./result";

/** One row an event, with the columns of `asSql`. */
export function eventsTable({ events }: RelevantActivityResult, language: Language): ReportTable {
  const { texts, format } = language;
  const told = texts.relevantActivity.table;
  const number = (value: number, digits = 0) => ({ text: format.number(value, digits), value });
  const share = (value: number | null) => ({
    text: value === null ? texts.base.noBase : format.percentColumn(value),
    value,
  });
  const right = (key: string, label: string) => ({ key, label, align: "right" as const });
  return {
    id: "events",
    title: told.title,
    columns: [
      { key: "event", label: told.event, align: "left" },
      { key: "counted", label: told.counted, align: "left" },
      right("customers", told.customers),
      right("share", told.share),
      right("interval", told.interval),
      right("rows", told.rows),
      right("median_per_customer", told.median),
      right("customer_days", told.days),
      right("alone", told.alone),
    ],
    rows: events.map((one) => ({
      event: { text: one.event || texts.relevantActivity.nameless, value: one.event },
      counted: {
        text: one.isCounted ? told.yes : one.isPassive ? told.passive : told.no,
        value: one.isCounted,
      },
      customers: number(one.customers),
      share: share(one.share.rate),
      interval: { text: intervalColumn(one.share.interval, language), value: one.share.interval },
      rows: number(one.rows),
      median_per_customer: number(one.medianPerCustomer, 1),
      customer_days: number(one.customerDays),
      alone: share(one.alone),
    })),
  };
}

/** The same attrition under each rule that was tried. */
export function triedTable({ tried }: RelevantActivityResult, language: Language): ReportTable {
  const { texts, format } = language;
  const told = texts.relevantActivity.tried;
  const number = (value: number) => ({ text: format.count(value), value });
  return {
    id: "rules",
    title: told.title,
    columns: [
      { key: "rule", label: told.rule, align: "left" },
      { key: "at_start", label: told.atStart, align: "right" },
      { key: "lost", label: told.lost, align: "right" },
      { key: "attrition", label: told.attrition, align: "right" },
      { key: "interval", label: told.interval, align: "right" },
      { key: "at_end", label: told.atEnd, align: "right" },
    ],
    rows: tried.map(({ rule, atStart, lost, atEnd, attrition }) => ({
      rule: { text: told.rules[rule], value: rule },
      at_start: number(atStart),
      lost: number(lost),
      attrition: {
        text: attrition.rate === null ? texts.base.noBase : format.percentColumn(attrition.rate),
        value: attrition.rate,
      },
      interval: { text: intervalColumn(attrition.interval, language), value: attrition.interval },
      at_end: number(atEnd),
    })),
  };
}

export function gapsTable({ gap }: RelevantActivityResult, { texts, format }: Language): ReportTable {
  const told = texts.relevantActivity.gaps;
  return {
    id: "gaps",
    title: told.title,
    columns: [
      { key: "days", label: told.days, align: "left" },
      { key: "customers", label: told.customers, align: "right" },
    ],
    rows: gap.bins.map(({ from, to, customers }) => ({
      days: { text: told.bin(format.number(from, 0), format.number(to, 0)), value: from },
      customers: { text: format.count(customers), value: customers },
    })),
  };
}
