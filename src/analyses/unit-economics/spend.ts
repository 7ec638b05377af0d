import type { Table } from "../../engine";
import { countAt, dayAt, numberAt, textAt } from "../answer";
import type { UnitEconomicsResult } from "./result";

type Months = UnitEconomicsResult["months"];
type Spent = Pick<UnitEconomicsResult, "cac" | "spent" | "months" | "yearly" | "currency" | "refused">;

const aYear = 12;

/**
 * CAC = spend over new customers of the same months and channel. Only months before the one in which the data end count,
 * and only from the first to the last that has any spend: before and after it spend is unknown, not nought.
 */
export function spentOf(spend: Table, newcomers: Table, asOf: string): Spent {
  const paid = rowsOf(spend).map((row) => ({
    opens: dayAt(spend, row, "opens") ?? "",
    channel: textAt(spend, row, "channel"),
    spend: numberAt(spend, row, "spend") ?? 0,
    negative: countAt(spend, row, "negative"),
  }));
  const currencies = new Set(rowsOf(spend).map((row) => spend.text(row, "currency") ?? ""));
  const isMixed = currencies.size > 1 || rowsOf(spend).some((row) => countAt(spend, row, "currencies") > 1);
  const nothing = { cac: null, spent: null, months: [], yearly: [], currency: null };
  if (isMixed) return { ...nothing, refused: "currencies" };
  const came = rowsOf(newcomers).map((row) => ({
    opens: dayAt(newcomers, row, "opens") ?? "",
    channel: textAt(newcomers, row, "channel"),
    customers: countAt(newcomers, row, "customers"),
  }));
  const last = `${asOf.slice(0, 7)}-01`;
  const opens = [...new Set(paid.map((row) => row.opens))].filter((one) => one < last).sort();
  const [from, to] = [opens[0], opens[opens.length - 1]];
  if (from === undefined || to === undefined) return { ...nothing, refused: "no common month" };
  const within = (row: { opens: string }) => row.opens >= from && row.opens <= to;
  const keys = new Map(
    [...paid, ...came]
      .filter(within)
      .map(({ opens: month, channel }) => [`${month} ${channel}`, { opens: month, channel }]),
  );
  const months = [...keys.values()]
    .sort((a, b) => a.opens.localeCompare(b.opens) || a.channel.localeCompare(b.channel))
    .map(({ opens: month, channel }) => {
      const isHere = (row: { opens: string; channel: string }) =>
        row.opens === month && row.channel === channel;
      return {
        opens: month,
        channel,
        ...costOf(
          sum(paid.filter(isHere), (row) => row.spend),
          sum(came.filter(isHere), (row) => row.customers),
        ),
      };
    });
  const recent = monthsBack(to, aYear - 1);
  const year = months.filter(({ opens: month }) => month >= recent);
  const start = recent > from ? recent : from;
  const total = pooled(year);
  if (year.some(({ spend: amount }) => amount < 0)) return { ...nothing, months, refused: "negative" };
  return {
    refused: null,
    currency: [...currencies][0] || null,
    cac: total.cac,
    spent: { from: start, to, months: monthsBetween(start, to), ...total },
    months,
    yearly: yearlyOf(months, from, to),
  };
}

/** The last twelve months against the twelve before, by channel and of all; only where both years are there in full. */
function yearlyOf(months: Months, from: string, to: string): UnitEconomicsResult["yearly"] {
  const middle = monthsBack(to, aYear - 1);
  const begin = monthsBack(to, 2 * aYear - 1);
  if (begin < from) return [];
  const channels = [...new Set(months.map(({ channel }) => channel))].sort();
  const of = (channel: string | null) => {
    const mine = months.filter((month) => channel === null || month.channel === channel);
    const before = pooled(mine.filter(({ opens }) => opens >= begin && opens < middle));
    const after = pooled(mine.filter(({ opens }) => opens >= middle));
    const change =
      before.cac !== null && before.cac > 0 && after.cac !== null ? after.cac / before.cac - 1 : null;
    return { channel: channel ?? "", before, after, change };
  };
  return [...(channels.length > 1 ? channels.filter((one) => one !== "").map(of) : []), of(null)];
}

function pooled(months: Months) {
  return costOf(
    sum(months, ({ spend }) => spend),
    sum(months, ({ customers }) => customers),
  );
}

function costOf(spend: number, customers: number) {
  return { spend, customers, cac: customers > 0 ? spend / customers : null };
}

function monthsBack(opens: string, months: number): string {
  const [year, month] = opens.split("-").map(Number);
  return new Date(Date.UTC(year!, month! - 1 - months, 1)).toISOString().slice(0, 10);
}

function monthsBetween(from: string, to: string): number {
  const [start, end] = [from, to].map((day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)));
  return end! - start! + 1;
}

function rowsOf(table: Table): number[] {
  return Array.from({ length: table.rowCount }, (_, row) => row);
}

function sum<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((total, row) => total + of(row), 0);
}
