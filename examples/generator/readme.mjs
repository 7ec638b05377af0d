// What is planted in each example, in words, with the numbers that were counted.

export function saasReadme(p) {
  const spike = p.contractMonths.find(({ period }) => period === p.priceRise);
  const calm = p.contractMonths.filter(({ period, start }) => period !== p.priceRise && start > 0);
  const usage = p.months.find(({ period }) => period > p.priceRise);
  const quiet = p.onlyLogins.at(-1);
  return `# A made-up SaaS product

${p.accounts} accounts, ${p.events} events, ${p.contracts} contract rows, from 2024-01-01 to ${p.lastDay}. Made by
\`npm run examples\` with a fixed seed; nobody here is real. The numbers below were counted by the generator in plain
JavaScript, and tests compare them with what Ebb finds by SQL. The same numbers for programs: [planted.json](planted.json).

- \`events.csv\`: \`time, user_id, account_id, event\`. The customer is the account.
- \`contracts.csv\`: \`account_id, plan, term, start, end, mrr, seats\`. Each renewal is a row; \`end\` is the last paid day.

## What is planted

1. **A price rise in ${p.priceRise}.** ${spike.lost} of the ${spike.start} accounts under contract when it opened were without one
   when it closed (${share(spike.lost, spike.start)}); all other months together lose ${pooled(calm)} a month. By what people do in the product the
   same departures show one month later, because a customer is missed only in the first month without work:
   ${usage.lost} of ${usage.start} in ${usage.period} (${share(usage.lost, usage.start)}).
2. **Some are there but do nothing.** In ${quiet.period}, ${quiet.byAnything} accounts did anything at all, and
   ${quiet.byWork} did more than log in or open a mail: ${quiet.onlyLogins} only look active.
3. **Some work rarely and are well.** A few accounts come by every second month: they look lost, and then return.
4. **Who finishes onboarding stays.** Of accounts seen for at least 180 days, ${stays(p.onboarding.finished)} of those who
   brought data in and invited a colleague within 14 days were still under contract on day 180, and
   ${stays(p.onboarding.unfinished)} of the others. It is planted as a cause here; in your data it is only a connection.
5. **${p.duplicateRows} rows repeat another row exactly**: two events of one user in the same minute.
6. **The last month is unfinished.** The data ends on ${p.lastDay}, so ${p.inProgress} must not be read as a month.

## Attrition by month

Work = every event but ${p.passiveEvents.map((name) => `\`${name}\``).join(" and ")}. Active = at least one such event in the month.
Under contract at start = on the last day before the month; ended = without a contract on its own last day.

| month | at start | lost | attrition | new | returned | at end | under contract at start | ended | attrition |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|
${p.months.map((month) => saasRow(month, p.contractMonths)).join("\n")}
`;
}

export function shopReadme(p) {
  return `# A made-up shop

${p.customers} customers and ${p.orders} orders from 2024-01-01 to ${p.lastDay}, ${p.withoutCustomer} of them by guests without
a customer number. Made by \`npm run examples\` with a fixed seed; nobody here is real. The numbers below were counted by
the generator in plain JavaScript, and tests compare them with what Ebb finds by SQL. The same numbers for programs:
[planted.json](planted.json).

- \`orders.csv\`: \`order_id, customer, date, amount\`.

## What is planted

1. **Most buy once.** ${p.boughtOnce} of ${p.customers} customers have one day with an order (${share(p.boughtOnce, p.customers)}).
2. **A month is too short for this shop.** Among the ${p.gapDays.customers} who came back, the usual gap is
   ${p.gapDays.median} days for half and up to ${p.gapDays.p80} days for 80 %. Counted by month, many healthy customers look lost.
3. **The sale of ${p.sale.month} brought buyers who did not return.** Within 90 days ${p.sale.backWithin90Days} of ${p.sale.customers}
   came back (${share(p.sale.backWithin90Days, p.sale.customers)}), against ${p.otherMonths.backWithin90Days} of ${p.otherMonths.customers}
   first buyers of other months (${share(p.otherMonths.backWithin90Days, p.otherMonths.customers)}).
4. **The last month and quarter are unfinished**: ${p.inProgress.month} and ${p.inProgress.quarter}.

## Attrition by quarter and by month

${table(p.quarters)}

${table(p.months)}
`;
}

function saasRow(month, contractMonths) {
  const contract = contractMonths.find(({ period }) => period === month.period);
  return `| ${[...cells(month), contract.start, contract.lost, share(contract.lost, contract.start)].join(" | ")} |`;
}

function table(periods) {
  const head =
    "| period | at start | lost | attrition | new | returned | at end |\n|---|--:|--:|--:|--:|--:|--:|";
  return `${head}\n${periods.map((period) => `| ${cells(period).join(" | ")} |`).join("\n")}`;
}

function cells({ period, start, lost, new: fresh, returned, end }) {
  return [period, start, lost, share(lost, start), fresh, returned, end];
}

function stays({ accounts, onDay180 }) {
  return `${onDay180} of ${accounts} (${share(onDay180, accounts)})`;
}

/** The rate over several months: all the lost over all the starts. */
function pooled(periods) {
  const total = (key) => periods.reduce((sum, period) => sum + period[key], 0);
  return share(total("lost"), total("start"));
}

function share(part, whole) {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
