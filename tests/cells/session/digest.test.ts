import { expect, test } from "vitest";
import { digestOf } from "../../../src/cells/session/digest";
import { driftOf } from "../../../src/cells/session/drift";
import { profile } from "../../../src/cells/session/perform-load";
import { sql } from "../../../src/engine";
import { openTestDatabase } from "../../engine/open-database";
import { slot, textColumn } from "./slots";

test("a digest holds no value of fewer than ten rows, none of customers, and no smallest name", () => {
  const digest = digestOf(
    [
      textColumn("client", { ann: 50, bob: 50 }),
      textColumn("plan", { basic: 90, secret: 9 }),
      textColumn("city", {}, 80),
    ],
    { customer: "client" },
  );
  expect(digest).toEqual([
    { name: "client", filled: 100, distinct: 2 },
    { name: "plan", filled: 99, distinct: 2, values: [{ value: "basic", count: 90 }], hasRare: true },
    { name: "city", filled: 80, distinct: 80 },
  ]);
  expect(JSON.stringify(digest)).not.toMatch(/secret|ann/);
});

test("of a column with more values than a profile tells all are compared, unless they may be names of customers", async () => {
  const database = await openTestDatabase();
  await database.run([
    sql`create table log as select 'c' || i % 150 as client, 'event ' || i % 19 as event, 'city ' || i % 40 as city,
      'Name ' || i % 149 as called, 'note ' || i % 300 as note from range(6000) t(i)`,
  ]);
  const digest = async () => {
    const event = await profile(database, { type: "profile", load: "1", table: "log" });
    if (event.type !== "table-profiled") throw new Error(event.type);
    return digestOf(event.profile, { customer: "client", event: "event" }, event.values);
  };
  const before = await digest();
  expect(before.map(({ values }) => values?.length)).toEqual([undefined, 19, 40, undefined, undefined]);
  await database.run([sql`update log set event = 'bought' where event = 'event 7'`]);
  const [was, is] = [before, await digest()].map((digest) => slot(["client", "event"], { digest }));
  expect(driftOf(was!, is!).categories).toEqual([{ column: "event", added: ["bought"], gone: ["event 7"] }]);
  await database.close();
});
