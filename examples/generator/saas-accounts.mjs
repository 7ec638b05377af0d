// Who the customers of the made-up SaaS product are, and how long each one stays.
import { addMonths, day, firstDay, monthOf, months } from "./days.mjs";

export const period = { firstMonth: "2024-01", lastMonth: "2025-06", lastDay: day("2025-06-18") };

/** The planted spike: a price rise met everybody whose contract was to be renewed in this month. */
export const priceRise = { month: "2024-11", extraRisk: 0.22 };

/** Risk of not renewing. Who finished onboarding leaves far less often; that is planted too. */
const risk = {
  monthly: { onboarded: 0.035, not: 0.09 },
  annual: { onboarded: 0.12, not: 0.35 },
};
const signupsPerMonth = { first: 24, later: 29, last: 12 };
const prices = { team: 19, business: 39 };

/** 500 accounts with their contracts, in the order of signing up. */
export function makeAccounts(draw) {
  return months(period.firstMonth, period.lastMonth).flatMap((month) => {
    const count =
      month === period.firstMonth
        ? signupsPerMonth.first
        : month === period.lastMonth
          ? signupsPerMonth.last
          : signupsPerMonth.later;
    const lastSignup = month === period.lastMonth ? 14 : 28;
    const days = Array.from({ length: count }, () => firstDay(month) + draw.whole(0, lastSignup - 1));
    return days.sort((a, b) => a - b).map((signup) => makeAccount(draw, signup));
  });
}

function makeAccount(draw, signup) {
  const plan = draw.weighted({ team: 7, business: 3 });
  const account = {
    signup,
    plan,
    term: draw.chance(plan === "business" ? 0.45 : 0.25) ? "annual" : "monthly",
    seats: plan === "business" ? draw.whole(5, 24) : draw.whole(1, 6),
    onboarded: draw.chance(0.55),
    // Healthy but infrequent: works in the product a few days every second month or so.
    infrequent: draw.chance(0.05),
  };
  return { ...account, ...stay(draw, account) };
}

/** Contracts one after another until one is not renewed; a few accounts come back later. */
function stay(draw, account) {
  const first = renewals(draw, account, account.signup);
  const comesBack = first.left && draw.chance(0.1);
  const back = first.contracts.at(-1).after + draw.whole(60, 150);
  if (!comesBack || back > period.lastDay - 20)
    return { contracts: first.contracts, quietFrom: first.quietFrom };
  const second = renewals(draw, { ...account, term: "monthly" }, safeDay(back));
  return {
    contracts: [...first.contracts, ...second.contracts],
    quietFrom: [...first.quietFrom, ...second.quietFrom],
  };
}

function renewals(draw, account, start) {
  const contracts = [];
  const length = account.term === "annual" ? 12 : 1;
  const risks = risk[account.term];
  for (let from = start; ; from = addMonths(from, length)) {
    const after = addMonths(from, length);
    const mrr = prices[account.plan] * account.seats * (account.term === "annual" ? 0.8 : 1);
    contracts.push({ term: account.term, from, after, mrr: mrr.toFixed(2) });
    if (after > period.lastDay) return { contracts, quietFrom: fallsQuiet(draw, contracts), left: false };
    const extra = monthOf(after) === priceRise.month ? priceRise.extraRisk : 0;
    const leaves = draw.chance((account.onboarded ? risks.onboarded : risks.not) + extra);
    if (leaves) return { contracts, quietFrom: windsDown(draw, contracts), left: true };
  }
}

/** Half of those who leave only log in during their last weeks: they left long before the contract did. */
function windsDown(draw, contracts) {
  if (!draw.chance(0.5)) return [];
  const { after } = contracts.at(-1);
  return [{ from: Math.max(after - draw.whole(25, 80), contracts[0].from + 10), to: after }];
}

/** Some of those who still pay have stopped working in the product all the same. */
function fallsQuiet(draw, contracts) {
  const { after } = contracts.at(-1);
  const room = period.lastDay - contracts[0].from;
  if (room < 60 || !draw.chance(0.12)) return [];
  return [{ from: contracts[0].from + draw.whole(40, room), to: after }];
}

function safeDay(number) {
  const inMonth = number - firstDay(monthOf(number)) + 1;
  return inMonth > 28 ? number - 3 : number;
}
