import type { DataSet } from "../../../src/analyses";
import { name, sql, type Database, type Sql } from "../../../src/engine";
import { dataSet } from "../table-from";

export interface ReportCase {
  readonly id: "adoption-report";
  readonly data: DataSet;
  readonly given: Readonly<Record<string, unknown>>;
  readonly beside: Readonly<Record<string, DataSet>>;
}

export const levers = ["invite >= 2", "connect", "*days >= 5"];
export const asked = {
  levers,
  weights: "50; 30; 20",
  observeDays: 28,
  outcomeDays: 28,
  audit: "month",
  periods: 6,
} as const;

/**
 * 120 accounts over 26 weeks of 2024, by rule and not by chance: contracts with MRR, of which some end, and what each account
 * does week by week. `shift`: by so many days later; `order`: in which order the rows lie.
 */
export async function madeReport(
  database: Database,
  {
    prefix = "report",
    shift = 0,
    order = sql`account, seen`,
  }: { prefix?: string; shift?: number; order?: Sql } = {},
) {
  const [log, terms] = [`${prefix}_log`, `${prefix}_terms`];
  await database.query(sql`
    create or replace table ${name(terms)} as
    select 'a' || i as account, date '2024-01-01' + (i * 5) % 90 + ${shift} as opens,
      case when (i * 7) % 10 < 4 then date '2024-04-20' + (i * 11) % 70 + ${shift} end as closes,
      100 + (i % 9) * 50 as mrr
    from (select i::integer as i from range(120) t(i))
    union all
    -- Some go on with a larger contract, some with a smaller one.
    select 'a' || i, date '2024-04-20' + (i * 11) % 70 + ${shift}, null, 80 + (i % 7) * 60
    from (select i::integer as i from range(120) t(i))
    where (i * 7) % 10 < 4 and i % 3 > 0`);
  await database.query(sql`
    create or replace table ${name(log)} as
    select account, seen, event
    from (
      select 'a' || i as account,
        timestamp '2024-01-01 10:00:00' + to_days(((i * 5) % 90 + w * 7 + (i + w) % 5 + ${shift})::integer) as seen,
        case (i * 3 + w * 5) % 11 when 0 then 'invite' when 1 then 'invite' when 4 then 'connect' else 'open' end as event
      from (select i::integer as i from range(120) t(i)), (select w::integer as w from range(26) u(w))
      where (i * 5) % 90 + w * 7 + (i + w) % 5 < 182 and ((i * 7) % 10 >= 4 or i % 3 > 0 or (i * 5) % 90 + w * 7 < 110 + (i * 11) % 70)
        and (i + w * w) % 7 > 0
    )
    order by ${order}`);
  const described = (table: string) => database.describe(sql`from ${name(table)}`);
  return {
    data: dataSet(log, await described(log), { customer: "account", time: "seen", event: "event" }),
    contracts: dataSet(terms, await described(terms), {
      customer: "account",
      start: "opens",
      end: "closes",
      mrr: "mrr",
    }),
  };
}

/** By activity and by contracts; with a goal, by the month, and with the score that a log has by itself. */
export async function reportCases(database: Database): Promise<ReportCase[]> {
  const { data, contracts } = await madeReport(database, { prefix: "opened" });
  const one = (given: ReportCase["given"], beside: ReportCase["beside"] = {}): ReportCase => ({
    id: "adoption-report",
    data,
    given,
    beside,
  });
  return [
    one({ ...asked, goal: 60 }),
    one({ ...asked, mode: "contracts", contracts: contracts.table }, { contracts }),
    one({ observeDays: 20, outcomeDays: 20, grain: "month", metric: "days" }),
  ];
}
