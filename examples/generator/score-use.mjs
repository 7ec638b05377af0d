// The score in use: what accounts do day by day, and their subscriptions, over fifteen months. In September one of the two
// true behaviours is made a goal: many accounts do it since, and stay no longer for that.
import { day, dayText } from "./days.mjs";
import { random } from "./random.mjs";

const seed = 20250908;
const accounts = 1000;
const first = day("2025-01-01");
/** The log is known until this day, the day itself left out. */
const until = day("2026-04-06");
const goalFrom = day("2025-09-01");
const month = 30;
/** Of an account that does neither, in points of 100 a month; each true behaviour takes some away. */
const leaves = { base: 18, invites: 13, connects: 3 };

/** The windows of the report, in days, and how its levers count. */
const observed = 56;
const outcome = 90;
const cuts = { invite: 2, connect: 1, report: 6 };
const weights = { invite: 60, connect: 30, report: 10 };

export function makeScoreUse() {
  const draw = random(seed);
  const made = Array.from({ length: accounts }, (_, i) => account(draw, i));
  const events = made
    .flatMap((one) => eventsOf(draw, one))
    .sort((a, b) => a.on - b.on || (a.account < b.account ? -1 : 1));
  return {
    usageCsv: csv(
      "day,account,event",
      events.map((one) => [dayText(one.on), one.account, one.event]),
    ),
    // `to` is the last day that is paid for.
    subscriptionsCsv: csv(
      "account,from,to,mrr",
      made.flatMap(({ account: name, terms }) =>
        terms.map(({ from, to, mrr }) => [name, dayText(from), to === null ? "" : dayText(to - 1), mrr]),
      ),
    ),
    planted: { goalFrom: dayText(goalFrom), leaves, weights, cuts, ...counted(made, events) },
  };
}

function account(draw, i) {
  const from = first + draw.whole(0, 370);
  const invites = draw.chance(0.4);
  const connects = draw.chance(0.45);
  const chance = (leaves.base - (invites ? leaves.invites : 0) - (connects ? leaves.connects : 0)) / 100;
  let ends = null;
  for (let at = from + month; at < until && ends === null; at += month) if (draw.chance(chance)) ends = at;
  const mrr = 40 * draw.whole(1, 6);
  // Some take a larger plan after half a year, some a smaller one.
  const turn = from + 6 * month;
  const turns = draw.chance(0.3) && turn < (ends ?? until);
  const later = draw.chance(0.7) ? mrr + 40 : Math.max(20, mrr - 40);
  return {
    account: `U${String(i + 1).padStart(4, "0")}`,
    from,
    ends,
    invites,
    connects,
    // Asked to invite, and does so; that is all that changes.
    isTold: !invites && draw.chance(0.8),
    terms: turns
      ? [
          { from, to: turn, mrr },
          { from: turn, to: ends, mrr: later },
        ]
      : [{ from, to: ends, mrr }],
  };
}

function eventsOf(draw, { account: name, from, ends, invites, connects, isTold }) {
  const found = [];
  const add = (on, event) => found.push({ on, account: name, event });
  for (let week = from; week < (ends ?? until); week += 7) {
    const on = () => week + draw.whole(0, 6);
    const seen = [
      [draw.chance(0.75), "report"],
      [draw.chance(invites || (isTold && week >= goalFrom) ? 0.5 : 0.03), "invite"],
      [draw.chance(connects ? 0.4 : 0.01), "connect"],
    ];
    for (const [is, event] of seen) {
      const at = on();
      if (is && at < (ends ?? until) && at < until) add(at, event);
    }
  }
  return found;
}

/** What the report has to find, counted without SQL. */
function counted(made, events) {
  const byAccount = new Map(made.map((one) => [one.account, []]));
  for (const one of events) byAccount.get(one.account).push(one);
  const at = (date) => {
    const there = made.filter(({ from, ends }) => from <= date && (ends === null || ends > date));
    const scored = there.filter(({ from }) => from <= date - observed);
    const scores = scored.map(({ account: name }) => scoreOf(byAccount.get(name), date));
    return {
      date: dayText(date),
      customers: scored.length,
      tooNew: there.length - scored.length,
      sum: scores.reduce((sum, one) => sum + one, 0),
    };
  };
  const staying = (date) => ({
    date: dayText(date),
    customers: at(date).customers,
    stayed: made.filter(
      ({ from, ends }) =>
        from <= date - observed && (ends === null || ends > date) && (ends === null || ends > date + outcome),
    ).length,
  });
  return {
    dates: ["2025-07-01", "2026-01-01", "2026-04-01"].map((text) => at(day(text))),
    quarters: ["2025-04-01", "2025-07-01", "2025-10-01", "2026-01-01"].map((text) => staying(day(text))),
  };
}

function scoreOf(events, date) {
  const seen = events.filter(({ on }) => on >= date - observed && on < date);
  return Object.entries(cuts).reduce(
    (sum, [event, cut]) =>
      sum + (seen.filter((one) => one.event === event).length >= cut ? weights[event] : 0),
    0,
  );
}

function csv(header, rows) {
  return `${[header, ...rows.map((row) => row.join(","))].join("\n")}\n`;
}
