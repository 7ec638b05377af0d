import type { DataSet } from "../../../src/analyses";
import { name, sql, type Database } from "../../../src/engine";
import { dataSet } from "../table-from";

export interface MadeTest {
  /** One row a customer: the variant, when it was given, the account, outcomes and a number from before. */
  readonly people: DataSet;
  /** What the customers did, from 1 March to 30 April 2024. */
  readonly log: DataSet;
}

/**
 * 1,200 customers of 400 accounts, given variants by rule: "old" pays in 20 of 100 cases, "new" in 30. By customers the
 * variants lie in every account; in `by_account` an account is wholly in one arm. Within an account customers are alike.
 */
export async function madeTest(database: Database): Promise<MadeTest> {
  const [people, log] = ["test_people", "test_log"];
  await database.query(sql`
    create or replace table ${name(people)} as
    select 'c' || i as customer, ['old', 'new'][1 + i % 2] as variant, ['old', 'new'][1 + (i // 3) % 2] as by_account,
      'a' || (i // 3) as account, date '2024-03-05' + i % 40 as given,
      (i // 2) % 10 < 2 + i % 2 as paid, ((i // 2) * 7) % 23 + (i % 2) * 2 as minutes,
      ((i // 2) * 7) % 23 - (i // 2) % 3 as minutes_before,
      (i // 3) % 20 < 8 + 2 * ((i // 3) % 2) as kept
    from (select i::integer as i from range(1200) t(i))`);
  await database.query(sql`
    create or replace table ${name(log)} as
    select customer, given + (2 * n + 1)::integer as day, case when n = 1 then 'buy' else 'open' end as event
    from ${name(people)}, (select n::integer as n from range(4) t(n))
    where paid or n <> 1
    union all
    select 'c0', date '2024-03-01', 'open'
    union all
    select 'c1', date '2024-04-30', 'open'`);
  const described = async (table: string) => database.describe(sql`from ${name(table)}`);
  return {
    people: dataSet(people, await described(people), {
      customer: "customer",
      variant: "variant",
      assigned: "given",
    }),
    log: dataSet(log, await described(log), { customer: "customer", time: "day", event: "event" }),
  };
}
