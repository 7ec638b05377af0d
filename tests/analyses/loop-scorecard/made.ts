import type { DataSet } from "../../../src/analyses";
import { random } from "../../../src/analyses/stats/random";
import type { Database } from "../../../src/engine";
import { dataSet, tableFrom } from "../table-from";

export interface Happening {
  readonly customer: string;
  /** Whole days since 1 January 2024, with a part of a day. */
  readonly at: number;
  readonly event: string;
  readonly score: number | null;
}

/** What customers of a made-up product do in 300 days: they come to the door, some buy, are welcomed, invite and answer. */
export function madeHappenings(customers: number, seed = "loop"): readonly Happening[] {
  const draw = random(seed);
  const chance = (share: number) => draw.uniform() < share;
  const within = (days: number) => draw.uniform() * days;
  return Array.from({ length: customers }, (_, i): Happening[] => {
    const customer = `c${i}`;
    const from = within(250);
    const engaged = chance(0.6);
    const until = Math.min(300, from + (engaged ? 60 + within(240) : within(70)));
    const rows: Happening[] = [];
    const add = (event: string, at: number, score: number | null = null) => {
      if (at < 300) rows.push({ customer, at, event, score });
    };
    add("signup", from);
    for (let at = from + within(10); at < until; at += 1 + within(15)) add("use", at);
    if (chance(0.5)) add("purchase", from + within(45));
    if (chance(engaged ? 0.8 : 0.3)) add("setup_profile", from + within(40));
    if (chance(engaged ? 0.7 : 0.3)) add("setup_team", from + within(40));
    if (chance(engaged ? 0.7 : 0.2)) add("onboarding_done", from + within(45));
    if (chance(0.4)) add("welcome_call", from + within(12));
    if (chance(0.3)) add("recommendation_used", from + within(60));
    for (let sent = 0; sent < 3 && chance(0.4); sent++) {
      const at = from + within(40);
      add("invite_sent", at);
      if (chance(0.5)) add("invite_accepted", at + within(6));
    }
    for (let at = from + 20; at < until; at += 70) {
      add("nps_sent", at);
      if (chance(0.6)) add("nps_answered", at + within(5), Math.floor(draw.uniform() * (engaged ? 12.5 : 9)));
    }
    return rows;
  }).flat();
}

const types = { customer: "varchar", at: "timestamp", event: "varchar", score: "integer" };

export async function madeLog(
  database: Database,
  happenings: readonly Happening[],
  table = "loop_log",
): Promise<DataSet> {
  const lines = happenings.map(({ customer, at, event, score }) => {
    // Seconds, so that JavaScript and DuckDB see the same moment.
    const moment = new Date(Date.UTC(2024, 0, 1) + Math.floor(at * 86_400) * 1000);
    return [customer, moment.toISOString().slice(0, 19).replace("T", " "), event, score ?? ""].join(",");
  });
  const columns = await tableFrom(database, table, ["customer,at,event,score", ...lines].join("\n"), types);
  return dataSet(table, columns, { customer: "customer", time: "at", event: "event" });
}
