import { anyActivity, type DataSet } from "../../src/analyses";
import type { Database } from "../../src/engine";
import { dataSet, tableFrom } from "./table-from";

/** Ten customers over five weeks, made for trying out definitions; free to use. */
const csv = `
  customer_id,ts_utc,event
  A,2026-01-05 09:00:00,create
  A,2026-01-12 08:59:00,create
  A,2026-01-19 09:00:00,create
  A,2026-01-27 10:00:00,create
  B,2026-01-06 12:00:00,create
  B,2026-01-13 12:00:00,create
  B,2026-01-28 12:00:00,create
  C,2026-01-11 22:30:00,create
  C,2026-01-12 00:10:00,create
  D,2026-01-07 10:00:00,login
  D,2026-01-08 10:00:00,create
  D,2026-01-14 10:00:00,login
  E,2026-01-09 10:00:00,create
  F,2026-01-13 10:00:00,create
  F,2026-01-20 09:59:00,create
  F,2026-02-03 10:00:00,create
  G,2026-01-14 15:00:00,create
  G,2026-01-23 15:00:00,create
  G,2026-01-30 16:00:00,create
  H,2026-01-18 20:59:00,create
  H,2026-01-25 21:01:00,create
  I,2026-01-21 10:00:00,create
  I,2026-02-04 10:00:00,create
  J,2026-01-29 10:00:00,create
  J,2026-02-02 10:00:00,login`;

export async function toyEvents(database: Database, relevant: readonly string[]): Promise<DataSet> {
  const columns = await tableFrom(database, "toy_events", csv, {
    customer_id: "varchar",
    ts_utc: "timestamp",
    event: "varchar",
  });
  return dataSet(
    "toy_events",
    columns,
    { customer: "customer_id", time: "ts_utc", event: "event" },
    { rule: { ...anyActivity, form: "listed", events: relevant } },
  );
}
