// The B2B example: files as text, and the facts planted in them, counted here and not by Ebb.
import { addMonths, day, dayText, firstDay, monthOf, months } from "./days.mjs";
import { makeAccounts, period, whale } from "./logos-accounts.mjs";
import { makeUsage } from "./logos-usage.mjs";
import { random } from "./random.mjs";

const seed = 20230101;
const channelSpend = { search: [900, 1500], partners: [600, 900], events: [700, 2600] };

const accountId = (index) => `C${String(index + 1).padStart(3, "0")}`;

export function makeLogos() {
  const accounts = makeAccounts(random(seed));
  const usage = makeUsage(random(seed + 1), accounts, accountId);
  const contracts = accounts.flatMap((account, index) =>
    account.contracts
      .filter(({ from }) => from <= period.lastDay)
      .map((contract, i, all) => ({
        ...contract,
        account,
        id: accountId(index),
        isLast: i === all.length - 1,
      })),
  );
  return {
    contractsCsv: csv(
      "account_id,industry,employees,owner,channel,good_fit,start,end,mrr,notice,last_review,last_contact,reason",
      contracts.map(contractLine),
    ),
    usageCsv: csv(
      "day,user_id,account_id,event",
      usage.map(({ line }) => line),
    ),
    spendCsv: csv("month,channel,spend", spendLines(random(seed + 2))),
    planted: count(accounts, contracts, usage),
  };
}

/** The last paid day is written. What happened at the end stands on the last contract only. */
function contractLine({ id, account, from, after, mrr, isLast }) {
  const optional = (number) => (isLast && number != null ? dayText(number) : "");
  const { industry, employees, owner, channel, fit } = account;
  return [
    ...[id, industry, employees, owner, channel, fit, dayText(from), dayText(after - 1), mrr.toFixed(2)],
    ...[optional(account.notice), optional(account.qbr), optional(account.contact)],
    isLast && account.leaves ? account.reason : "",
  ].join(",");
}

function spendLines(draw) {
  return months(period.firstMonth, period.lastMonth).flatMap((month) =>
    Object.entries(channelSpend).map(
      ([channel, [from, to]]) => `${month}-01,${channel},${draw.whole(from, to)}.00`,
    ),
  );
}

function count(accounts, contracts, usage) {
  const left = accounts.filter(({ leaves }) => leaves);
  const month = monthOf(day("2025-05-01"));
  return {
    seed,
    lastDay: dayText(period.lastDay),
    accounts: accounts.length,
    contracts: contracts.length,
    usage: usage.length,
    left: left.length,
    leftFit: left.filter(({ fit }) => fit === "yes").length,
    leftUnfit: left.filter(({ fit }) => fit === "no").length,
    withReason: left.filter(({ reason }) => reason !== "").length,
    reasons: Object.fromEntries(
      [...new Set(left.map(({ reason }) => reason).filter(Boolean))]
        .sort()
        .map((reason) => [reason, left.filter((one) => one.reason === reason).length]),
    ),
    woundDown: left.filter(({ quietFrom }) => quietFrom).length,
    whale: { month: whale.month, ...monthOfRevenue(contracts, whale.month) },
    lastMonth: { month, ...monthOfRevenue(contracts, month) },
  };
}

/** In force on the first day of the month and of the next, without days of grace. */
function monthOfRevenue(contracts, month) {
  const sums = (at) => {
    const found = new Map();
    for (const { id, from, after, mrr } of contracts)
      if (from < at && after >= at) found.set(id, (found.get(id) ?? 0) + mrr);
    return found;
  };
  const start = sums(firstDay(month));
  const end = sums(addMonths(firstDay(month), 1));
  const total = (map) => [...map.values()].reduce((sum, mrr) => sum + mrr, 0);
  const lost = [...start.keys()].filter((id) => !end.has(id));
  return {
    start: start.size,
    lost: lost.length,
    mrrStart: total(start),
    mrrLost: lost.reduce((sum, id) => sum + start.get(id), 0),
    mrrEnd: total(end),
  };
}

function csv(header, lines) {
  return `${[header, ...lines].join("\n")}\n`;
}
