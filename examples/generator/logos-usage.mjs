// What the users of the made-up B2B product do, day by day.
import { dayText } from "./days.mjs";
import { period } from "./logos-accounts.mjs";

/** Each user works a few days a month while the account is well; once it winds down, most of them stop one by one. */
export function makeUsage(draw, accounts, accountId) {
  const rows = [];
  let user = 0;
  accounts.forEach((account, index) => {
    const end = Math.min(account.contracts.at(-1).after, period.lastDay + 1);
    for (let i = 0; i < account.users; i++) {
      user++;
      const id = `U${String(user).padStart(4, "0")}`;
      const joins = account.signup + draw.whole(0, 40);
      const stops = stopsOf(draw, account, i);
      for (let at = joins; at < Math.min(end, stops); at += draw.whole(7, 24)) {
        const event =
          account.surveys && draw.chance(0.35) ? "survey_sent" : draw.chance(0.25) ? "login" : "report_built";
        rows.push({ day: at, user: id, account: accountId(index), event });
      }
    }
  });
  rows.sort((a, b) => a.day - b.day || (a.user < b.user ? -1 : a.user > b.user ? 1 : 0));
  return rows.map((row) => ({ ...row, line: `${dayText(row.day)},${row.user},${row.account},${row.event}` }));
}

/** One user stays to the end, also where everybody else has gone; now and then one leaves a company that is well. */
function stopsOf(draw, account, i) {
  if (account.quietFrom && i > 0 && draw.chance(0.85)) return account.quietFrom + draw.whole(0, 50);
  return draw.chance(0.08) ? account.signup + draw.whole(60, 700) : Infinity;
}
