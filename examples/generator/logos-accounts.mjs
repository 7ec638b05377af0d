// Who the companies of the made-up B2B product are, how long each one stays, and what is planted about it.
import { addMonths, day, firstDay, months } from "./days.mjs";

export const period = { firstMonth: "2023-01", lastMonth: "2025-06", lastDay: day("2025-06-18") };

/** Risk of not renewing after a year. Who was never a fit leaves far more often; sending surveys goes with staying. */
const risk = { fit: { surveys: 0.1, none: 0.28 }, unfit: { surveys: 0.45, none: 0.6 } };

/** The largest company of all leaves in this month: one logo, and a good part of the revenue. */
export const whale = { month: "2025-03", mrr: 5200 };

const owners = ["Ada", "Ben", "Cleo", "Dan"];
const channels = { search: 4, partners: 3, events: 2 };
const reasons = {
  "ROI today": 4,
  adoption: 5,
  competitor: 3,
  price: 3,
  support: 2,
  "business closed": 1,
};

export function makeAccounts(draw) {
  const accounts = months(period.firstMonth, period.lastMonth).flatMap((month) => {
    const count = month === period.firstMonth ? 60 : month === period.lastMonth ? 2 : 6;
    return Array.from({ length: count }, () => firstDay(month) + draw.whole(0, 13))
      .sort((a, b) => a - b)
      .map((signup) => makeAccount(draw, signup));
  });
  return [makeWhale(draw), ...accounts];
}

function makeAccount(draw, signup) {
  const size = draw.weighted({ small: 5, middle: 3, large: 2 });
  const employees = {
    small: () => draw.whole(5, 49),
    middle: () => draw.whole(50, 249),
    large: () => draw.whole(250, 2000),
  }[size]();
  const account = {
    signup,
    employees,
    industry: draw.weighted({ retail: 3, software: 3, health: 2, education: 1 }),
    owner: draw.pick(owners),
    channel: draw.weighted(channels),
    // Known when they sign: does the product suit them? For some nobody wrote it down.
    fit: draw.weighted({ yes: 7, no: 2, "": 1 }),
    users: Math.min(14, 3 + Math.floor(employees / 40) + draw.whole(0, 2)),
    // Large companies send surveys more often, and leave less often whatever they do.
    surveys: draw.chance(size === "large" ? 0.75 : size === "middle" ? 0.5 : 0.3),
    mrr: 20 * draw.whole(4, 12) + Math.round(employees / 10) * 10,
  };
  return { ...account, ...renewals(draw, account, size) };
}

function makeWhale(draw) {
  const signup = addMonths(firstDay(whale.month), -24);
  const account = {
    signup,
    employees: 6000,
    industry: "retail",
    owner: "Cleo",
    channel: "partners",
    fit: "yes",
    users: 14,
    surveys: false,
    mrr: whale.mrr,
  };
  const contracts = [
    { from: signup, after: addMonths(signup, 12), mrr: whale.mrr },
    { from: addMonths(signup, 12), after: addMonths(signup, 24), mrr: whale.mrr },
  ];
  return { ...account, contracts, ...leaving(draw, contracts, { windsDown: true, reason: "competitor" }) };
}

/** Years one after another; the price may change with a renewal, up more often than down. */
function renewals(draw, account, size) {
  const contracts = [];
  let mrr = account.mrr;
  for (let from = account.signup; ; from = addMonths(from, 12)) {
    const after = addMonths(from, 12);
    contracts.push({ from, after, mrr });
    if (after > period.lastDay) return { contracts, leaves: false, ...talks(draw, contracts, null) };
    const base = risk[account.fit === "no" ? "unfit" : "fit"][account.surveys ? "surveys" : "none"];
    if (draw.chance(size === "large" ? base * 0.6 : base))
      return { contracts, ...leaving(draw, contracts, { windsDown: draw.chance(0.7) }) };
    mrr = draw.chance(0.3)
      ? Math.round((mrr * draw.whole(108, 140)) / 1000) * 10
      : draw.chance(0.1)
        ? Math.round((mrr * draw.whole(60, 90)) / 1000) * 10
        : mrr;
  }
}

/** Notice comes some weeks before the end, and users are gone before the notice; a third gives no reason. */
function leaving(draw, contracts, { windsDown, reason }) {
  const { after } = contracts.at(-1);
  const notice = draw.chance(0.6) ? after - draw.whole(20, 45) : null;
  return {
    leaves: true,
    quietFrom: windsDown ? after - draw.whole(80, 130) : null,
    notice,
    reason: reason ?? (draw.chance(0.66) ? draw.weighted(reasons) : ""),
    ...talks(draw, contracts, after),
  };
}

/** The last quarterly review and the last contact: silent accounts have neither for long. */
function talks(draw, contracts, end) {
  const last = Math.min(period.lastDay, end ?? period.lastDay);
  const first = contracts[0].from;
  const before = (days) => (last - days > first ? last - days : null);
  return {
    qbr: draw.chance(0.75) ? before(draw.whole(10, 170)) : null,
    contact: before(draw.whole(1, draw.chance(0.3) ? 200 : 60)),
  };
}
