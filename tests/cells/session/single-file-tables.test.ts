import { beforeAll, expect, test } from "vitest";
import { anyActivity } from "../../../src/analyses";
import { importFile, sql } from "../../../src/engine";
import { leavingTable } from "../../../src/cells/session/single-file-tables";
import { tableFile } from "../../../src/cells/session/single-file-bytes";
import type { DataSlot } from "../../../src/cells/model";
import { openedDatabase } from "../../analyses/opened-database";
import { startParquet } from "../../engine/export/exported";

const database = openedDatabase();
beforeAll(startParquet);

async function loaded(): Promise<DataSlot> {
  const db = database();
  await db.run([
    sql`create or replace table orders as
      select printf('%03d', i % 40) as customer, date '2024-01-01' + i::integer as day, (i / 4)::decimal(9, 2) as amount,
        case when i % 3 = 0 then 'ä "quoted"' end as note, i % 2 = 0 as paid
      from range(200) t(i)`,
  ]);
  return {
    table: "orders",
    fileName: "orders.csv",
    bytes: 1,
    rowCount: 200,
    columns: await db.describe(sql`from orders`),
    roles: { customer: "customer", time: "day", amount: "amount" },
    rule: anyActivity,
    endIsLastPaidDay: true,
    plan: null,
    digest: ["customer", "day", "note"].map((name) => ({ name, filled: 200, distinct: 40 })),
  };
}

test("the chosen columns come back value for value, in their order, and nothing of the others is told", async () => {
  const db = database();
  const slot = await loaded();
  const { packed, slot: left } = await leavingTable(db, slot, ["customer", "day", "paid"]);
  expect([packed.table, packed.name]).toEqual(["orders", "orders.parquet"]);
  const file = await tableFile(packed);
  const back = await importFile(db, file, { table: "came_back", known: { plan: left.plan!, isExact: true } });
  expect(back.columns).toEqual(slot.columns.filter(({ name }) => ["customer", "day", "paid"].includes(name)));
  expect([left.fileName, left.bytes, left.rowCount]).toEqual(["orders.parquet", file.size, 200]);
  expect(left.columns).toEqual(back.columns);
  expect(left.roles).toEqual({ customer: "customer", time: "day" });
  expect(left.digest?.map(({ name }) => name)).toEqual(["customer", "day"]);
  expect(JSON.stringify(left)).not.toMatch(/amount|note|orders\.csv/);
  const differing = await db.query(sql`
    select count(*) as n from (select row_number() over () as place, customer, day, paid from orders) a
    full join (select row_number() over () as place, * from came_back) b using (place)
    where a.customer is distinct from b.customer or a.day is distinct from b.day or a.paid is distinct from b.paid`);
  expect(Number(differing.value(0, "n"))).toBe(0);
  const text = new TextDecoder("latin1").decode(await file.arrayBuffer());
  expect(text).not.toMatch(/amount|note|quoted/);
});

test("nothing of the way is left in the database, also when it breaks off", async () => {
  const db = database();
  const slot = await loaded();
  const tables = async () =>
    (await db.query(sql`select table_name as t from duckdb_tables() order by t`)).rows();
  const before = await tables();
  await leavingTable(db, slot, ["customer"]);
  await expect(leavingTable(db, slot, ["customer", "gone"])).rejects.toThrow("gone");
  expect(await tables()).toEqual(before);
});
