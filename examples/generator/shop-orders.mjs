// The made-up shop's customers and their orders: most buy once, the rest come back at their own pace.
import { day, dayText, firstDay, monthOf, months } from "./days.mjs";

export const period = { firstMonth: "2024-01", lastMonth: "2025-06", lastDay: day("2025-06-18") };

/** Planted: a sale brought many first buyers, who came back far less often than all others. */
export const sale = { month: "2024-11", repeatShare: 0.15 };
const repeatShare = 0.42;
const customerCount = 2000;

/** How many first orders a month brings, as weights: the last weeks of the year are the strong ones. */
const season = {
  "01": 8,
  "02": 8,
  "03": 9,
  "04": 9,
  "05": 9,
  "06": 8,
  "07": 7,
  "08": 7,
  "09": 9,
  10: 10,
  11: 13,
  12: 13,
};

export function makeOrders(draw) {
  const weights = Object.fromEntries(
    months(period.firstMonth, period.lastMonth).map((month) => {
      const share = month === period.lastMonth ? 0.6 : month === sale.month ? 1.6 : 1;
      return [month, season[month.slice(5)] * share];
    }),
  );
  const customers = Array.from({ length: customerCount }, () => orderDays(draw, draw.weighted(weights)));
  const orders = customers
    .sort((a, b) => a[0] - b[0])
    .flatMap((days, index) =>
      days.map((at) => ({ day: at, customer: `C${String(index + 1).padStart(4, "0")}` })),
    );
  return [...orders, ...guestOrders(draw)]
    .map((order) => ({ ...order, amount: amount(draw), at: draw.whole(0, 999_999) }))
    .sort((a, b) => a.day - b.day || a.at - b.at)
    .map((order, index) => ({
      ...order,
      line: [100_001 + index, order.customer, dayText(order.day), order.amount].join(","),
    }));
}

function orderDays(draw, month) {
  const lastStart = month === period.lastMonth ? 17 : 27;
  const days = [firstDay(month) + draw.whole(0, lastStart)];
  if (!draw.chance(monthOf(days[0]) === sale.month ? sale.repeatShare : repeatShare)) return days;
  const pace = draw.weighted({ 21: 3, 35: 5, 60: 4, 95: 2 });
  do {
    days.push(days.at(-1) + draw.whole(Math.ceil(pace * 0.5), Math.ceil(pace * 1.5)));
  } while (draw.chance(0.82));
  return days.filter((at) => at <= period.lastDay);
}

/** Orders without an account: nobody can say who came back. */
function guestOrders(draw) {
  const length = period.lastDay - firstDay(period.firstMonth);
  return Array.from({ length: 60 }, () => ({
    day: firstDay(period.firstMonth) + draw.whole(0, length),
    customer: "",
  }));
}

function amount(draw) {
  const pieces = draw.whole(1, 4);
  const cents = Array.from({ length: pieces }, () => draw.whole(690, 4900)).reduce(
    (sum, price) => sum + price,
    0,
  );
  return (cents / 100).toFixed(2);
}
