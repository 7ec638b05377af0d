import type { DataSet } from "../../../src/analyses";
import { name, sql, type Database } from "../../../src/engine";
import { madeCustomers } from "../segments/made";
import { dataSet } from "../table-from";

export interface SurvivorshipCase {
  readonly data: DataSet;
  readonly given: Readonly<Record<string, unknown>>;
  readonly beside: Readonly<Record<string, DataSet>>;
}

/** Every way to ask, of 600 customers made by rule; tables of their own under the prefix. */
export async function survivorshipCases(database: Database, prefix = "checked"): Promise<SurvivorshipCase[]> {
  const { events, contracts } = await madeCustomers(database, prefix);
  const table = `${prefix}_customers`;
  await database.query(sql`
    create or replace table ${name(table)} as
    select customer, state, reports, seats, case when luck % 7 > 0 then luck % 5 end as calls, ends - started as days,
      case when luck % 3 = 0 and 20 + luck < ends - started then 20 + luck end as builder, luck
    from ${name(`${prefix}_people`)}`);
  const people = dataSet(table, await database.describe(sql`from ${name(table)}`), {
    customer: "customer",
    status: "state",
  });
  const columns = { mode: "columns", left: "gone" };
  return [
    { data: events, given: { observeDays: 20, outcomeDays: 30, outcomeFrom: 40 }, beside: {} },
    {
      data: events,
      given: {
        observeDays: 20,
        outcomeDays: 30,
        outcomeFrom: 40,
        levers: ["report >= 3", "*days >= 5", "*kinds >= 2", "open"],
        best: "stayed",
        landmark: 30,
      },
      beside: {},
    },
    {
      data: events,
      given: {
        mode: "contracts",
        contracts: contracts.table,
        levers: ["report >= 2", "*kinds"],
        metric: "days",
        observeDays: 20,
        outcomeDays: 40,
      },
      beside: { contracts },
    },
    { data: people, given: { ...columns, levers: ["reports >= 5", "calls", "seats >= 20"] }, beside: {} },
    {
      data: people,
      given: {
        ...columns,
        levers: ["reports >= 5"],
        tenure: "days",
        firstUse: ["builder"],
        followed: "days",
        landmark: 40,
        usageDays: 20,
        statusDay: 25,
      },
      beside: {},
    },
  ];
}
