import type { DataSet } from "../../../src/analyses";
import { name, sql, type Database } from "../../../src/engine";
import { dataSet, tableFrom } from "../table-from";

/** Users' days and accounts' contracts, written by hand. */
export async function written(database: Database, events: string, contracts: string) {
  const log = await tableFrom(database, "log", events, {
    user: "varchar",
    account: "varchar",
    day: "date",
  });
  const terms = await tableFrom(database, "terms", contracts, {
    account: "varchar",
    opens: "date",
    closes: "date",
    noticed: "date",
  });
  return both(
    dataSet("log", log, { customer: "user", parent: "account", time: "day" }),
    dataSet("terms", terms, { customer: "account", start: "opens", end: "closes" }),
  );
}

export function both(data: DataSet, contracts: DataSet) {
  return { data, beside: { contracts }, given: { contracts: contracts.table } };
}

/**
 * Accounts of 8 users over 24 months, contracts of six months. `lead` > 0: whoever is not going to renew loses users in the
 * months before. Made by hash, so that it is the same on every machine; nothing here is the code under test.
 */
export async function made(database: Database, accounts: number, lead: number) {
  const chance = (...parts: string[]) => `((hash(${parts.join(", ")}) % 1000003) / 1000003.0)`;
  await database.run([
    {
      text: `create or replace table terms as
        with contract as (
          select 'a' || a as account, a, c,
            (date '2022-01-01' + interval (6 * c) month)::date as opens,
            (date '2022-01-01' + interval (6 * c + 6) month)::date as closes,
            ${chance("a", "c", "'leaves'")} < 0.2 as leaves
          from range(${accounts}) t(a), range(4) u(c)
        )
        select account, a, opens, closes, leaves from contract
        where not exists (select 1 from contract before where before.a = contract.a and before.c < contract.c and before.leaves)`,
    },
    {
      text: `create or replace table log as
        select account || '-' || u as "user", account, (opens + interval (m) month + interval 3 day)::date as day
        from terms, range(8) t(u), range(6) v(m)
        where ${chance("account", "u", "opens", "m")} < case when leaves and m >= 3 then ${0.85 - lead} else 0.85 end`,
    },
    sql`select 1`,
  ]);
  const columns = (table: string) => database.describe(sql`from ${name(table)}`);
  return both(
    dataSet("log", await columns("log"), { customer: "user", parent: "account", time: "day" }),
    dataSet("terms", await columns("terms"), { customer: "account", start: "opens", end: "closes" }),
  );
}
