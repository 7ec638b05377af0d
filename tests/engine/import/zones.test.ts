import { beforeAll, expect, test } from "vitest";
import { type Database, sql } from "../../../src/engine";
import { fromZone, toZone } from "../../../src/engine/import/zones/zone-sql";
import { openTestDatabase } from "../open-database";

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});

const asked = async (expression: ReturnType<typeof sql>) =>
  (await database.query(sql`select (${expression})::varchar as x`)).text(0, 0);

// Checked against the tz database: summer time, whole-day jumps, half hours, and changes that governments made.
test.each([
  ["Europe/Berlin", "2024-03-31 00:59:59", "2024-03-31 01:59:59"],
  ["Europe/Berlin", "2024-03-31 01:00:00", "2024-03-31 03:00:00"],
  ["Europe/Berlin", "2024-10-27 00:59:59", "2024-10-27 02:59:59"],
  ["Europe/Berlin", "2024-10-27 01:00:00", "2024-10-27 02:00:00"],
  ["America/New_York", "2024-07-01 12:00:00", "2024-07-01 08:00:00"],
  ["Europe/Moscow", "2014-10-25 21:59:59", "2014-10-26 01:59:59"],
  ["Europe/Moscow", "2014-10-25 22:00:00", "2014-10-26 01:00:00"],
  ["Asia/Kolkata", "2024-01-01 00:00:00", "2024-01-01 05:30:00"],
  ["Pacific/Apia", "2011-12-30 10:00:00", "2011-12-31 00:00:00"],
  ["UTC", "2024-01-01 00:00:00", "2024-01-01 00:00:00"],
])("local time in %s at %s UTC", async (zone, utc, local) => {
  expect(await asked(toZone(sql`${utc}::timestamp`, zone))).toBe(local);
});

test.each([
  ["Europe/Berlin", "2024-03-31 01:59:59", "2024-03-31 00:59:59"],
  // Skipped: as if the clock had not been put forward.
  ["Europe/Berlin", "2024-03-31 02:30:00", "2024-03-31 01:30:00"],
  // Twice there: the first.
  ["Europe/Berlin", "2024-10-27 02:30:00", "2024-10-27 00:30:00"],
  ["America/New_York", "2024-07-01 08:00:00", "2024-07-01 12:00:00"],
])("UTC of a stamp written in %s as %s", async (zone, local, utc) => {
  expect(await asked(fromZone(sql`${local}::timestamp`, zone))).toBe(utc);
});
