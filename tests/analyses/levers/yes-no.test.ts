import { expect, test } from "vitest";
import { readParams } from "../../../src/analyses";
import { leverOf } from "../../../src/analyses/levers/lever";
import { leverParams } from "../../../src/analyses/levers/lever-params";
import { valuedBlocks } from "../../../src/analyses/levers/population";
import { withBlocks } from "../../../src/analyses/with-blocks";
import { sql } from "../../../src/engine";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();

test("a text was done where it says yes, in any spelling; what says nothing is not known; two answers contradict", async () => {
  const lines = [
    "a,Yes,No",
    "b, YES ,No",
    "c,да,No",
    "d,TRUE,Yes",
    "e,No,Yes",
    "f,No internet service,Yes",
    "g,,Yes",
    "h,  ,No",
    "i,Yes,No",
    "i,No,No",
  ];
  const types = { id: "varchar", security: "varchar", churn: "varchar" };
  const columns = await tableFrom(database(), "given", ["id,security,churn", ...lines].join("\n"), types);
  const data = dataSet("given", columns, { customer: "id", status: "churn" });
  const { values: params } = readParams(leverParams, { mode: "columns", left: "Yes", levers: ["security"] });
  const blocks = valuedBlocks({ data, params }, [leverOf("security")]);
  const found = await database().query(
    sql`${withBlocks(blocks)} select customer, what, is_lost, value_a from valued order by customer`,
  );
  const rows = found.rows().map(({ customer, what, is_lost, value_a }) => [customer, what, is_lost, value_a]);
  expect(rows).toEqual([
    ["a", "used", false, 1],
    ["b", "used", false, 1],
    ["c", "used", false, 1],
    ["d", "used", true, 1],
    ["e", "used", true, 0],
    ["f", "used", true, 0],
    ["g", "used", true, null],
    ["h", "used", false, null],
    ["i", "contradictory", false, 0],
  ]);
});
