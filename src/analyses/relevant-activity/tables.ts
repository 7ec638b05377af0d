import type { ReportTable, Who } from "../report";
import { cellsIn, left, right } from "../report-cells";
import type { Language } from "../texts";
import { keyOfEvent, keyOfGap } from "./query";
import type { RelevantActivityResult } from "./result";

/** The customers who did an event, and those whose usual gap lies in a bin. */
export function whoDid(event: string, { texts }: Language): Who {
  const { who, nameless } = texts.relevantActivity;
  return { key: keyOfEvent(event), label: who.did(event || nameless) };
}

export function whoPauses({ from, to }: Bin, { texts, format }: Language): Who {
  const { who, gaps } = texts.relevantActivity;
  return { key: keyOfGap(from), label: who.pauses(gaps.bin(format.number(from, 0), format.number(to, 0))) };
}

type Bin = RelevantActivityResult["gap"]["bins"][number];

/** One row an event, with the columns of `asSql`. */
export function eventsTable({ events }: RelevantActivityResult, language: Language): ReportTable {
  const { texts } = language;
  const told = texts.relevantActivity.table;
  const cell = cellsIn(language);
  return {
    id: "events",
    title: told.title,
    columns: [
      left("event", told.event),
      left("counted", told.counted),
      right("customers", told.customers, "customers"),
      right("share", told.share, "share"),
      right("interval", told.interval, "number"),
      right("rows", told.rows, "events"),
      right("median_per_customer", told.median, "number"),
      right("customer_days", told.days, "events"),
      right("alone", told.alone, "number"),
    ],
    rows: events.map((one) => ({
      event: { text: one.event || texts.relevantActivity.nameless, value: one.event },
      counted: {
        text: one.isCounted ? told.yes : one.isPassive ? told.passive : told.no,
        value: one.isCounted,
      },
      customers: cell.count(one.customers, whoDid(one.event, language)),
      share: cell.share(one.share),
      interval: cell.interval(one.share),
      rows: cell.count(one.rows),
      median_per_customer: cell.number(one.medianPerCustomer, 1),
      customer_days: cell.count(one.customerDays),
      alone: cell.share({ rate: one.alone }),
    })),
  };
}

/** The same attrition under each rule that was tried. */
export function triedTable({ tried }: RelevantActivityResult, language: Language): ReportTable {
  const told = language.texts.relevantActivity.tried;
  const cell = cellsIn(language);
  return {
    id: "rules",
    title: told.title,
    columns: [
      left("rule", told.rule),
      right("at_start", told.atStart, "customers"),
      right("lost", told.lost, "customers"),
      right("attrition", told.attrition, "share"),
      right("interval", told.interval, "number"),
      right("at_end", told.atEnd, "customers"),
    ],
    rows: tried.map(({ rule, atStart, lost, atEnd, attrition }) => ({
      rule: { text: told.rules[rule], value: rule },
      at_start: cell.count(atStart),
      lost: cell.count(lost),
      attrition: cell.share(attrition),
      interval: cell.interval(attrition),
      at_end: cell.count(atEnd),
    })),
  };
}

export function gapsTable({ gap }: RelevantActivityResult, language: Language): ReportTable {
  const { texts, format } = language;
  const told = texts.relevantActivity.gaps;
  return {
    id: "gaps",
    title: told.title,
    columns: [left("days", told.days), right("customers", told.customers, "customers")],
    rows: gap.bins.map((bin) => ({
      days: { text: told.bin(format.number(bin.from, 0), format.number(bin.to, 0)), value: bin.from },
      customers: cellsIn(language).count(
        bin.customers,
        bin.customers > 0 ? whoPauses(bin, language) : undefined,
      ),
    })),
  };
}
