import { anyActivity, type DataSet } from "../../../src/analyses";
import { name, sql, type Database } from "../../../src/engine";
import { dataSet } from "../table-from";

export interface Made {
  /** Events with the plan of the day, one row an event. */
  readonly events: DataSet;
  /** One row a customer, without dates. */
  readonly people: DataSet;
  readonly contracts: DataSet;
}

/**
 * 600 customers from January to July 2024, by rule and not by chance: three plans, sizes that go with the plan, an industry
 * that is sometimes missing; who pays by the month leaves most, and who uses reports leaves less.
 */
export async function madeCustomers(database: Database, prefix = "made"): Promise<Made> {
  const [events, people, contracts] = [`${prefix}_events`, `${prefix}_people`, `${prefix}_contracts`];
  await database.query(sql`
    create or replace table ${name(people)} as
    select 'c' || i as customer, ['month', 'year', 'two years'][1 + i % 3] as plan,
      1 + (i * 37) % (30 * (1 + i % 3)) as seats,
      case when i % 11 > 0 then ['retail', 'school', 'clinic', 'bank'][1 + (i // 3) % 4] end as industry,
      date '2024-01-01' + i % 40 as started, (i * 7919) % 100 as luck, (i * 31) % 10 as reports,
      luck < case i % 3 when 0 then 48 when 1 then 20 else 8 end - reports as leaves,
      case when leaves then 'gone' else 'there' end as state,
      case when leaves then started + 25 + (i * 13) % 60 else date '2024-07-20' end as ends
    from (select i::integer as i from range(600) t(i))`);
  await database.query(sql`
    create or replace table ${name(events)} as
    select customer, started::timestamp + to_days((n * (2 + luck % 4))::integer) + to_hours(9) as "at",
      case when n % 10 < reports then 'report' else 'open' end as event, (n % 7) * 1.5 as seconds,
      case when plan = 'month' and n > 6 and luck % 9 = 0 then 'year' else plan end as plan
    from ${name(people)}, (select n::integer as n from range(110) t(n))
    where started + n * (2 + luck % 4) < ends`);
  await database.query(sql`
    create or replace table ${name(contracts)} as
    select customer, started as "start", case when leaves then ends end as "end" from ${name(people)}`);
  const described = async (table: string) => database.describe(sql`from ${name(table)}`);
  return {
    events: dataSet(
      events,
      await described(events),
      { customer: "customer", time: "at", event: "event" },
      { rule: anyActivity },
    ),
    people: dataSet(people, await described(people), { customer: "customer", status: "state" }),
    contracts: dataSet(contracts, await described(contracts), {
      customer: "customer",
      start: "start",
      end: "end",
    }),
  };
}

export interface MadeCase {
  readonly id: "segments" | "usage-quartiles" | "mix-shift";
  readonly data: DataSet;
  readonly given: Readonly<Record<string, unknown>>;
  readonly beside: Readonly<Record<string, DataSet>>;
}

/** Every way to count, of all three analyses that divide customers. */
export async function madeCases(database: Database): Promise<MadeCase[]> {
  const { events, people, contracts } = await madeCustomers(database);
  const one = (
    id: MadeCase["id"],
    data: DataSet,
    given: MadeCase["given"],
    beside: MadeCase["beside"] = {},
  ): MadeCase => ({ id, data, given, beside });
  const june = { start: "2024-03-01", end: "2024-04-01" };
  return [
    one("segments", events, { by: ["plan"], ...june }),
    one("segments", events, { mode: "interval", by: ["plan", "event"], ...june }),
    one(
      "segments",
      events,
      { people: people.table, byPeople: ["plan", "industry", "seats"], fewest: 40, shrink: true, ...june },
      { people },
    ),
    one(
      "segments",
      contracts,
      { mode: "contracts", people: people.table, byPeople: ["plan"], ...june },
      { people },
    ),
    one("segments", people, { mode: "status", left: "gone", by: ["plan", "seats", "industry"], most: 3 }),
    one("usage-quartiles", events, { outcomeDays: 40 }),
    one("usage-quartiles", events, {
      feature: "event",
      event: "report",
      metric: "days",
      observeDays: 20,
      outcomeDays: 30,
      by: "plan",
    }),
    one("usage-quartiles", events, { feature: "event", event: "report", metric: "share", zerosApart: false }),
    one(
      "usage-quartiles",
      events,
      {
        feature: "column",
        usage: "seconds",
        window: "month",
        outcomeDays: 60,
        people: people.table,
        byPeople: "seats",
      },
      { people },
    ),
    one(
      "usage-quartiles",
      events,
      { mode: "contracts", contracts: contracts.table, window: "month", month: "2024-03-15", metric: "days" },
      { contracts },
    ),
    one("usage-quartiles", people, { mode: "columns", usage: "reports", left: "gone", by: "plan" }),
    one("mix-shift", people, { mode: "status", left: "gone", group: "plan", by: "seats", most: 5 }),
    one("mix-shift", people, {
      mode: "status",
      left: "gone",
      group: "industry",
      first: "bank",
      by: "plan",
    }),
    one("mix-shift", events, { compare: "periods", by: "plan", start: "2024-03-01", end: "2024-04-01" }),
    one(
      "mix-shift",
      events,
      {
        people: people.table,
        groupPeople: "plan",
        first: "month",
        second: "year",
        byPeople: "industry",
        ...june,
      },
      { people },
    ),
  ];
}
