// The SaaS example: files as text, and the facts planted in them, counted here and not by Ebb.
import { activeCounts, lifecycle } from "./count-periods.mjs";
import { addMonths, dayText, firstDay, monthOf, months } from "./days.mjs";
import { random } from "./random.mjs";
import { makeAccounts, period, priceRise } from "./saas-accounts.mjs";
import { accountId, makeEvents, passiveEvents } from "./saas-events.mjs";

const seed = 20240101;
const complete = months(period.firstMonth, monthOf(addMonths(firstDay(period.lastMonth), -1)));

export function makeSaas() {
  const accounts = makeAccounts(random(seed));
  const events = makeEvents(random(seed + 1), accounts);
  const contracts = accounts.flatMap((account, index) =>
    account.contracts
      .filter(({ from }) => from <= period.lastDay)
      .map((contract) => ({
        ...contract,
        account: accountId(index),
        plan: account.plan,
        seats: account.seats,
      })),
  );
  return {
    eventsCsv: csv(
      "time,user_id,account_id,event",
      events.map(({ line }) => line),
    ),
    contractsCsv: csv("account_id,plan,term,start,end,mrr,seats", contracts.map(contractLine)),
    planted: count(accounts, events, contracts),
  };
}

// The last paid day is written, as contracts have it; the day after it is the first without.
function contractLine({ account, plan, term, from, after, mrr, seats }) {
  return [account, plan, term, dayText(from), dayText(after - 1), mrr, seats].join(",");
}

function count(accounts, events, contracts) {
  const work = events.filter(({ name }) => !passiveEvents.includes(name));
  const pairs = (rows) => rows.map(({ account, day }) => [account, monthOf(day)]);
  const byAnything = activeCounts(pairs(events), complete);
  const byWork = activeCounts(pairs(work), complete);
  return {
    seed,
    lastDay: dayText(period.lastDay),
    lastCompleteMonth: complete.at(-1),
    inProgress: period.lastMonth,
    accounts: accounts.length,
    events: events.length,
    contracts: contracts.length,
    duplicateRows: events.length - new Set(events.map(({ line }) => line)).size,
    passiveEvents,
    priceRise: priceRise.month,
    /** Activity = anything but logins and opened mails. */
    months: lifecycle(pairs(work), complete).slice(1),
    monthsWithLogins: lifecycle(pairs(events), complete).slice(1),
    onlyLogins: complete.map((month, i) => ({
      period: month,
      byAnything: byAnything[i],
      byWork: byWork[i],
      onlyLogins: byAnything[i] - byWork[i],
    })),
    onboarding: {
      finished: stillThere(accounts.filter(({ onboarded }) => onboarded)),
      unfinished: stillThere(accounts.filter(({ onboarded }) => !onboarded)),
    },
    contractMonths: complete.map((month) => contractMonth(contracts, month)),
  };
}

/** In force on the last day before the month, and of those still in force on its own last day. */
function contractMonth(contracts, month) {
  const opens = firstDay(month);
  const inForce = (day) =>
    new Set(contracts.filter(({ from, after }) => from <= day && day < after).map(({ account }) => account));
  const start = inForce(opens - 1);
  const end = inForce(addMonths(opens, 1) - 1);
  const lost = [...start].filter((account) => !end.has(account)).length;
  return { period: month, start: start.size, lost };
}

/** Accounts that could be seen for 180 days, and how many of them had a contract on that day. */
function stillThere(accounts) {
  const seen = accounts.filter(({ signup }) => signup + 180 <= period.lastDay);
  const there = seen.filter(({ signup, contracts }) =>
    contracts.some(({ from, after }) => from <= signup + 180 && signup + 180 < after),
  );
  return { accounts: seen.length, onDay180: there.length };
}

function csv(header, lines) {
  return `${[header, ...lines].join("\n")}\n`;
}
