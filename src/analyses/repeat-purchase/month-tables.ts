import type { ReportTable } from "../report";
import { left, right } from "../report-cells";
import type { Language } from "../texts";
import type { RepeatPurchaseResult } from "./result";
import { counted, shareCells } from "./tables";
import { key, type MonthSet } from "./who";

/** Each month's newcomers: who of them came back, and who was lost. */
export function monthsTable(result: RepeatPurchaseResult, language: Language): ReportTable {
  const { texts, format } = language;
  const { table, who } = texts.repeatPurchase;
  const whoOf = (opens: string, what: MonthSet) => ({
    key: key.month(opens, what),
    label: who.month[what](opens),
  });
  return {
    id: "months",
    title: table.months,
    columns: [
      left("opens", table.month),
      right("new", table.new, "customers"),
      right("followed", table.followed, "customers"),
      right("again", table.again, "customers"),
      right("share", table.share, "share"),
      right("interval", table.interval, "number"),
      right("lost", table.lost, "customers"),
      right("so_far", table.soFar, "customers"),
    ],
    rows: result.months.map(({ opens, new: came, again, soFar }) => ({
      opens: { text: format.monthShort(opens), value: opens },
      new: counted(came, language, whoOf(opens, "new")),
      followed: counted(again.n, language, whoOf(opens, "followed")),
      again: counted(again.x, language, whoOf(opens, "again")),
      ...shareCells(again, result, language),
      lost: counted(again.n - again.x, language, whoOf(opens, "lost")),
      so_far: counted(soFar, language),
    })),
    unfinished: result.months.flatMap(({ state }, i) => (state === "complete" ? [] : [i])),
  };
}

/** What became more: newcomers, or the share of them that is lost. */
export function leakTable(result: RepeatPurchaseResult, language: Language): ReportTable[] {
  const { leak } = result;
  if (!leak) return [];
  const { texts, format } = language;
  const { table } = texts.repeatPurchase;
  const stretch = ({ from, to, again, leak: lost }: typeof leak.before) => ({
    months: { text: table.monthsOf(from, to), value: from },
    new: counted(again.n, language),
    again: counted(again.x, language),
    ...shareCells(again, result, language),
    lost: counted(lost, language),
  });
  const change = (value: number, digits = 0) => ({
    text: `${value > 0 ? "+" : ""}${format.number(value, digits).replace("-", "−")}`,
    value,
  });
  const none = { text: "", value: null };
  const part = (label: string, value: number) => ({
    months: { text: label, value: label },
    new: none,
    again: none,
    share: none,
    interval: none,
    lost: change(value, 1),
  });
  const [low, high] = leak.interval.map((bound) => texts.base.points(bound)) as [string, string];
  return [
    {
      id: "leak",
      title: table.leak,
      columns: [
        left("months", table.stretchOfMonths),
        right("new", table.new, "customers"),
        right("again", table.again, "customers"),
        right("share", table.share, "share"),
        right("interval", table.interval, "number"),
        right("lost", table.leaked, "customers"),
      ],
      rows: [
        stretch(leak.before),
        stretch(leak.after),
        {
          months: { text: table.change, value: table.change },
          new: change(leak.after.again.n - leak.before.again.n),
          again: change(leak.after.again.x - leak.before.again.x),
          share: { text: texts.base.points(leak.difference), value: leak.difference },
          interval: { text: texts.base.interval(low, high), value: leak.interval },
          lost: change(leak.after.leak - leak.before.leak),
        },
        part(table.ofIt.inflow, leak.byInflow),
        part(table.ofIt.rate, leak.byRate),
      ],
    },
  ];
}

/** Products that the same customers bought. */
export function productsTable({ products }: RepeatPurchaseResult, language: Language): ReportTable[] {
  if (!products) return [];
  const { texts, format } = language;
  const { table } = texts.repeatPurchase;
  const share = (value: number) => ({ text: format.percentColumn(value), value });
  return [
    {
      id: "products",
      title: table.products,
      columns: [
        left("one", table.one),
        left("other", table.other),
        right("both", table.both, "customers"),
        right("support", table.support, "share"),
        right("confidence", table.confidence, "share"),
        right("confidence_back", table.confidenceBack, "share"),
        right("lift", table.lift, "number"),
        right("interval", table.interval, "number"),
        right("q", table.q, "number"),
      ],
      rows: products.pairs.map(({ one, other, both, ofOne, ofOther, lift, interval, q }) => ({
        one: { text: one, value: one },
        other: { text: other, value: other },
        both: counted(both, language),
        support: share(both / products.buyers),
        confidence: share(ofOne.rate ?? 0),
        confidence_back: share(ofOther.rate ?? 0),
        lift: { text: format.number(lift, 2), value: lift },
        interval: {
          text: texts.base.interval(format.number(interval[0], 2), format.number(interval[1], 2)),
          value: interval,
        },
        q: { text: q < 0.001 ? `<\u00a0${format.number(0.001, 3)}` : format.number(q, 3), value: q },
      })),
    },
  ];
}
