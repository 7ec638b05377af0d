import { expect, test } from "vitest";
import { anyActivity, type ActivityRule } from "../../src/analyses";
import { activity } from "../../src/analyses/activity";
import { sql } from "../../src/engine";
import { openedDatabase } from "./opened-database";
import { dataSet, tableFrom } from "./table-from";

const database = openedDatabase();

const rows = `
  a,2024-01-01 10:00:00,open,x,2020-01-01,1,1,1
  a,2024-01-01 11:00:00,use,y,2020-01-01,1,1,1
  " a",2024-01-01 11:30:00,use,z,2021-01-01,1,1,1
  b,2024-01-01 10:00:00,use,x,2020-01-01,1,1,1
  b,2024-01-02 10:00:00,use,x,2020-01-01,1,1,1`;

/** The same table with columns beside the roles that are called as these, which are our own steps' names or nobody's. */
async function activityOf(names: readonly string[], rule: Partial<ActivityRule>) {
  const [customer, happened, ...flags] = names;
  const types = {
    ...{ user_id: "varchar", ts: "timestamp", event: "varchar" },
    ...{ [customer!]: "varchar", [happened!]: "date" },
    ...Object.fromEntries(flags.map((flag) => [flag, "integer"])),
  };
  const table = `named_${customer!}`;
  const columns = await tableFrom(database(), table, `${Object.keys(types).join(",")}${rows}`, types);
  const roles = { customer: "user_id", time: "ts", event: "event" };
  const data = dataSet(table, columns, roles, { rule: { ...anyActivity, ...rule } });
  return (await database().query(sql`select * from (${activity(data)}) order by all`)).rows();
}

const open = { event: "open", withinHours: 24 };

test.each<[Partial<ActivityRule>, number]>([
  [{}, 5],
  [{ minPerDay: 2 }, 3],
  [{ minPerDay: 3 }, 3],
  [{ minPerDay: 4 }, 0],
  [{ after: open }, 2],
  [{ after: open, minPerDay: 2 }, 2],
])("by the rule %j columns called like our own steps change nothing", async (rule, count) => {
  const own = await activityOf(["customer", "happened", "led_at", "leads", "is_relevant"], rule);
  expect(own).toHaveLength(count);
  expect(own).toEqual(await activityOf(["k", "l", "m", "n", "o"], rule));
});
