// The shop example: its file as text, and the facts planted in it, counted here and not by Ebb.
import { lifecycle } from "./count-periods.mjs";
import { addMonths, dayText, firstDay, monthOf, months, quarterOf } from "./days.mjs";
import { random } from "./random.mjs";
import { makeOrders, period, sale } from "./shop-orders.mjs";

const seed = 20240202;
const completeMonths = months(period.firstMonth, monthOf(addMonths(firstDay(period.lastMonth), -1)));
const completeQuarters = ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025-Q1"];

export function makeShop() {
  const orders = makeOrders(random(seed));
  const lines = ["order_id,customer,date,amount", ...orders.map(({ line }) => line)];
  return { ordersCsv: `${lines.join("\n")}\n`, planted: count(orders) };
}

function count(orders) {
  const known = orders.filter(({ customer }) => customer !== "");
  const customers = [...orderDaysOf(known).values()].map((days) => [...days]);
  const pairs = (periodOf) => known.map(({ customer, day }) => [customer, periodOf(day)]);
  return {
    seed,
    lastDay: dayText(period.lastDay),
    inProgress: { month: period.lastMonth, quarter: quarterOf(period.lastMonth) },
    orders: orders.length,
    withoutCustomer: orders.length - known.length,
    customers: customers.length,
    boughtOnce: customers.filter((days) => days.length === 1).length,
    revenue: (
      orders.reduce((cents, { amount }) => cents + Math.round(Number(amount) * 100), 0) / 100
    ).toFixed(2),
    gapDays: gaps(customers),
    sale: { month: sale.month, ...repeatOf(customers, (month) => month === sale.month) },
    otherMonths: repeatOf(customers, (month) => month !== sale.month),
    months: lifecycle(pairs(monthOf), completeMonths).slice(1),
    quarters: lifecycle(
      pairs((day) => quarterOf(monthOf(day))),
      completeQuarters,
    ).slice(1),
  };
}

/** Each customer's order days, in order; two orders on one day are one day. */
function orderDaysOf(orders) {
  const days = new Map();
  for (const { customer, day } of orders) days.set(customer, (days.get(customer) ?? new Set()).add(day));
  return days;
}

/** Of those who first bought in such a month: how many came back within 90 days, seen in full. */
function repeatOf(customers, isMonth) {
  const base = customers.filter((days) => isMonth(monthOf(days[0])) && days[0] + 90 <= period.lastDay);
  return { customers: base.length, backWithin90Days: base.filter((days) => days[1] <= days[0] + 90).length };
}

/** Each customer's own median gap between order days; then the middle and the 80 % point over customers. */
function gaps(customers) {
  const medians = customers
    .filter((days) => days.length > 1)
    .map((days) =>
      quantile(
        days.slice(1).map((at, i) => at - days[i]),
        0.5,
      ),
    )
    .sort((a, b) => a - b);
  return { customers: medians.length, median: quantile(medians, 0.5), p80: quantile(medians, 0.8) };
}

// Linear between neighbours, type 7 of Hyndman and Fan (1996), Amer. Statist. 50, 361–365: DuckDB's quantile_cont.
function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  const value = sorted[low] + (sorted[high] - sorted[low]) * (at - low);
  return Number(value.toFixed(6));
}
