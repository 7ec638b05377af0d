// What the accounts do in the product while their contract runs. One row is one event of one user.
import { dayText, weekday } from "./days.mjs";
import { period } from "./saas-accounts.mjs";

/** Events that show somebody was there, but not that the product was of use. */
export const passiveEvents = ["login", "email_opened"];
const workEvents = { report_built: 5, data_imported: 3, report_shared: 2, alert_set: 1 };

export function makeEvents(draw, accounts) {
  const nextUser = counter();
  const rows = accounts.flatMap((account, index) => {
    const id = accountId(index);
    const users = Array.from({ length: Math.min(account.seats, 6) }, () => `U${nextUser()}`);
    const frequency = account.infrequent ? 0.02 : draw.whole(19, 34) / 100;
    const events = [];
    const add = (day, name, user = draw.pick(users)) =>
      events.push({ day, minute: minute(draw), user, account: id, name });

    for (const [day, name] of firstSteps(draw, account)) add(day, name, users[0]);
    for (const { from, after } of account.contracts) {
      for (let day = from; day < after && day <= period.lastDay; day += 1) {
        if (draw.chance(0.015)) add(day, "email_opened");
        if (weekday(day) > 5 || !draw.chance(frequency)) continue;
        const user = draw.pick(users);
        add(day, "login", user);
        if (isQuiet(account, day)) continue;
        for (let left = draw.whole(1, 3); left > 0; left -= 1) add(day, draw.weighted(workEvents), user);
      }
    }
    return events;
  });
  return rows.sort(byTime).map(({ day, minute, user, account, name }) => ({
    day,
    account,
    name,
    line: `${dayText(day)} ${clock(minute)},${user},${account},${name}`,
  }));
}

export function accountId(index) {
  return `A${String(index + 1).padStart(3, "0")}`;
}

/** Onboarding: everybody signs up and logs in; who finishes brings data in and invites a colleague within two weeks. */
function firstSteps(draw, { signup, onboarded, contracts }) {
  const lastDay = Math.min(period.lastDay, contracts[0].after - 1);
  const steps = [
    [signup, "signup"],
    [signup, "login"],
  ];
  if (onboarded)
    steps.push(
      [signup + draw.whole(0, 6), "data_imported"],
      [signup + draw.whole(2, 13), "colleague_invited"],
    );
  else if (draw.chance(0.5)) steps.push([signup + draw.whole(0, 10), "report_built"]);
  return steps.filter(([day]) => day <= lastDay);
}

function isQuiet({ quietFrom }, day) {
  return quietFrom.some(({ from, to }) => from <= day && day < to);
}

function minute(draw) {
  return draw.whole(8 * 60, 18 * 60 + 59);
}

function clock(minute) {
  const two = (number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

function byTime(a, b) {
  return a.day - b.day || a.minute - b.minute || (a.user < b.user ? -1 : a.user > b.user ? 1 : 0);
}

function counter() {
  let last = 0;
  return () => String((last += 1)).padStart(4, "0");
}
