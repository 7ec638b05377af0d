// The example of the adoption score: one row an account, what it did in its first 90 days, and whether it renewed after a year.
import { random } from "./random.mjs";

const seed = 20240444;
const accounts = 1600;

/** Chances of renewing in points of 100, so that whole numbers do: what an account brings along, and what it does. */
const bySize = { small: 44, middle: 52, large: 66 };
export const trueLevers = { colleagues: { cut: 3, points: 22 }, integrations: { cut: 1, points: 13 } };

export function makeScore() {
  const draw = random(seed);
  const rows = Array.from({ length: accounts }, (_, i) => account(draw, i));
  const header = Object.keys(rows[0]).join(",");
  return {
    accountsCsv: `${[header, ...rows.map((row) => Object.values(row).join(","))].join("\n")}\n`,
    planted: count(rows),
  };
}

function account(draw, i) {
  const size = draw.weighted({ small: 50, middle: 32, large: 18 });
  const isLarge = size === "large";
  const colleagues = draw.chance(0.45) ? draw.whole(3, isLarge ? 14 : 8) : draw.whole(0, 2);
  const integrations = draw.chance(0.42) ? draw.whole(1, 4) : 0;
  // Whoever connects something takes its template along: nearly the same thing, measured twice.
  const templates = draw.chance(0.9) ? Math.min(integrations, 1) * draw.whole(1, 3) : draw.whole(0, 1);
  // Large accounts log in more, and renew more whatever they do.
  const logins = draw.whole(
    isLarge ? 4 : size === "middle" ? 2 : 0,
    isLarge ? 16 : size === "middle" ? 11 : 8,
  );
  const profile = draw.chance(0.9) ? 1 : 0;
  // Single sign-on is rare, and all who have it stay.
  const sso = isLarge && draw.chance(0.1) ? 1 : 0;
  const chance =
    bySize[size] +
    (colleagues >= trueLevers.colleagues.cut ? trueLevers.colleagues.points : 0) +
    (integrations >= trueLevers.integrations.cut ? trueLevers.integrations.points : 0);
  const isKept = sso === 1 || draw.chance(chance / 100);
  // Calls go to those who seem about to go. They help nobody and harm nobody.
  const calls = draw.chance(chance < 60 ? 0.7 : 0.2) ? draw.whole(1, 4) : 0;
  return {
    account: `C${String(i + 1).padStart(4, "0")}`,
    size,
    colleagues,
    integrations,
    templates,
    logins_week: logins,
    profile_filled: profile,
    support_calls: calls,
    sso,
    // Counted in the eleventh month, when most who go have gone: it knows the answer.
    events_month_11: isKept ? draw.whole(8, 60) : draw.chance(0.92) ? 0 : draw.whole(1, 6),
    renewed: isKept ? "yes" : "no",
  };
}

function count(rows) {
  const kept = (list) => list.filter(({ renewed }) => renewed === "yes").length;
  const split = (isOn) => {
    const on = rows.filter(isOn);
    const off = rows.filter((row) => !isOn(row));
    return { on: on.length, onKept: kept(on), off: off.length, offKept: kept(off) };
  };
  return {
    seed,
    accounts: rows.length,
    renewed: kept(rows),
    bySize: Object.fromEntries(
      Object.keys(bySize).map((size) => {
        const of = rows.filter((row) => row.size === size);
        return [size, { accounts: of.length, renewed: kept(of) }];
      }),
    ),
    trueLevers,
    behaviours: {
      colleagues: split(({ colleagues }) => colleagues >= trueLevers.colleagues.cut),
      integrations: split(({ integrations }) => integrations >= trueLevers.integrations.cut),
      templates: split(({ templates }) => templates >= 1),
      profile_filled: split(({ profile_filled }) => profile_filled === 1),
      support_calls: split(({ support_calls }) => support_calls >= 1),
      sso: split((row) => row.sso === 1),
    },
  };
}
