import type { ReportTable, ReportValue, Who } from "../report";
import { cellsIn, left, right } from "../report-cells";
import type { Language } from "../texts";
import { amountInterval, amountText, changeText } from "./money";
import type { UnitEconomicsResult } from "./result";
import { key } from "./who";

type Cost = UnitEconomicsResult["yearly"][number]["before"];

/** One customer in a few numbers. */
export function summaryTable(result: UnitEconomicsResult, language: Language): ReportTable {
  const { texts, format } = language;
  const { table } = texts.unitEconomics;
  const { ltv, cac, profit, payback, monthlyLoss, simple, referral, budget, curve } = result;
  const row = (
    id: string,
    label: string,
    text: string,
    value: unknown,
    interval: readonly [number, number] | null = null,
    said: string | null = null,
  ) => ({
    what: { text: label, value: id },
    value: { text, value },
    interval: { text: said ?? amountInterval(interval, result, language) ?? "", value: interval },
  });
  const money = (
    id: keyof typeof plain,
    value: number | null,
    interval: readonly [number, number] | null = null,
  ) => (value === null ? [] : [row(id, plain[id], amountText(value, result, language), value, interval)]);
  const { ltv: brings, ...plain } = table.rows;
  const back = (month: number | null) => (month === null ? table.notBack : format.count(month));
  return {
    id: "summary",
    title: table.summary,
    columns: [
      left("what", table.what),
      right("value", table.value, "mixed"),
      right("interval", table.interval, "number"),
    ],
    rows: [
      ...(ltv
        ? [row("ltv", brings(curve.length), amountText(ltv.value, result, language), ltv.value, ltv.interval)]
        : []),
      ...money("cac", cac),
      ...(profit ? money("profit", profit.value, profit.interval) : []),
      ...(ltv && cac !== null && cac > 0
        ? [row("ratio", plain.ratio, format.number(ltv.value / cac, 2), ltv.value / cac)]
        : []),
      ...(profit
        ? [
            row(
              "payback",
              plain.payback,
              back(payback.month),
              payback.month,
              null,
              ltv?.interval ? texts.base.interval(back(payback.early), back(payback.late)) : null,
            ),
          ]
        : []),
      ...(monthlyLoss === null ? [] : [row("loss", plain.loss, format.percent(monthlyLoss), monthlyLoss)]),
      ...money("simple", simple),
      ...(referral ? [...money("referral", referral.cost), ...money("against", referral.against)] : []),
      ...(budget
        ? [
            ...money("keepCost", budget.keepCost),
            row("breakEven", plain.breakEven, format.percent(budget.breakEven), budget.breakEven),
          ]
        : []),
    ],
  };
}

/** The columns of `asSql`. */
export function curveTable(result: UnitEconomicsResult, language: Language): ReportTable {
  const { table } = language.texts.unitEconomics;
  const { format } = language;
  const cell = cellsIn(language);
  const isCounted = result.curve.some(({ known }) => known !== undefined);
  return {
    id: "curve",
    title: table.curve,
    columns: [
      right("month", table.month, "place"),
      right("survival", table.survival, "share-nested"),
      right("value", table.brought, "money"),
      right("interval", table.interval, "number"),
      ...(isCounted
        ? [right("followed", table.followed, "customers-nested"), right("gone", table.gone, "customers")]
        : []),
    ],
    rows: result.curve.map(({ month, survival, value, interval, known, gone }) => ({
      month: { text: format.count(month), value: month },
      survival: { text: format.percentColumn(survival), value: survival },
      value: { text: amountText(value, result, language), value },
      interval: { text: amountInterval(interval, result, language) ?? "", value: interval },
      ...(isCounted && {
        followed: cell.count(known ?? 0, known ? whoAt("followed", month, language) : undefined),
        gone: cell.count(gone ?? 0, gone ? whoAt("goneIn", month, language) : undefined),
      }),
    })),
  };
}

/** Customers who were followed up to a month of their life, or who were gone at its opening. */
export function whoAt(what: "followed" | "goneIn", month: number, { texts }: Language): Who {
  return { key: key[what](month), label: texts.unitEconomics.who[what](month) };
}

export function scenarioTable(result: UnitEconomicsResult, language: Language): ReportTable[] {
  const { table } = language.texts.unitEconomics;
  if (result.scenarios.length === 0) return [];
  return [
    {
      id: "scenarios",
      title: table.scenarios,
      columns: [
        left("scenario", table.scenario),
        right("profit", table.profit, "money"),
        right("change", table.change, "mixed"),
      ],
      rows: result.scenarios.map(({ id, profit, change }) => ({
        scenario: { text: table.scenarioNames[id], value: id },
        profit: { text: amountText(profit, result, language), value: profit },
        change: { text: changeText(change, result, language), value: change },
      })),
    },
  ];
}

/** The budget as it is divided, and as the article says others divide it. */
export function budgetTable(
  { budget }: UnitEconomicsResult,
  { texts, format }: Language,
  own: number,
): ReportTable[] {
  const { table } = texts.unitEconomics;
  if (!budget || budget.splits.length === 0) return [];
  return [
    {
      id: "budget",
      title: table.budget,
      columns: [
        right("split", table.split, "mixed"),
        right("won", table.won, "customers"),
        right("worked_on", table.workedOn, "customers"),
      ],
      rows: budget.splits.map(({ share, won, workedOn }) => ({
        split: {
          text: share === own ? format.percent(share) : table.authors(format.percent(share)),
          value: share,
        },
        won: { text: format.number(won, 1), value: won },
        worked_on: { text: format.number(workedOn, 1), value: workedOn },
      })),
    },
  ];
}

/** Spend, newcomers and the cost of one: by month and channel, and year on year. */
export function spendTables(
  result: UnitEconomicsResult,
  language: Language,
  whoOf: (opens: string, channel: string) => Who,
): ReportTable[] {
  const { texts, format } = language;
  const { table, monthOf } = texts.unitEconomics;
  const isDivided = result.months.some(({ channel }) => channel !== "");
  const cac = (value: number | null): ReportValue => ({
    text: value === null ? texts.base.noBase : amountText(value, result, language),
    value,
  });
  const named = (channel: string) =>
    channel === "" && isDivided ? table.noChannel : channel || table.everyChannel;
  const cost = (prefix: string, one: Cost) => ({ [`${prefix}_cac`]: cac(one.cac) });
  const months: ReportTable = {
    id: "months",
    title: table.months,
    columns: [
      left("opens", table.month),
      left("channel", table.channel),
      right("spend", table.spend, "money"),
      right("new", table.newCustomers, "customers"),
      right("cac", table.cac, "money"),
    ],
    rows: result.months.map(({ opens, channel, spend, customers, cac: one }) => ({
      opens: { text: monthOf(opens), value: opens },
      channel: { text: named(channel), value: channel },
      spend: { text: amountText(spend, result, language), value: spend },
      new: {
        text: format.count(customers),
        value: customers,
        ...(customers > 0 ? { who: whoOf(opens, channel) } : {}),
      },
      cac: cac(one),
    })),
  };
  const yearly: ReportTable = {
    id: "yearly",
    title: table.yearly,
    columns: [
      left("channel", table.channel),
      right("before_cac", table.before, "money"),
      right("after_cac", table.after, "money"),
      right("change", table.change, "mixed"),
    ],
    rows: result.yearly.map(({ channel, before, after, change }) => ({
      channel: { text: channel || table.everyChannel, value: channel },
      ...cost("before", before),
      ...cost("after", after),
      change: {
        text:
          change === null
            ? texts.base.noBase
            : `${change > 0 ? "+" : ""}${format.percent(change).replace("-", "−")}`,
        value: change,
      },
    })),
  };
  return [...(result.yearly.length ? [yearly] : []), ...(result.months.length ? [months] : [])];
}

/** What the article claims, beside what follows from its own numbers. */
export function claimsTable({ texts }: Language): ReportTable {
  const { table } = texts.unitEconomics;
  return {
    id: "claims",
    title: table.claims,
    columns: [left("claim", table.claim), left("reckoned", table.reckoned)],
    rows: table.claimRows.map(([claim, reckoned]) => ({
      claim: { text: claim, value: claim },
      reckoned: { text: reckoned, value: reckoned },
    })),
  };
}
