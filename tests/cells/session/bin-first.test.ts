import { afterAll, beforeAll, expect, test } from "vitest";
import { written, type Column, type Database, type FigureFacts } from "../../../src/engine";
import { binFirst, boxesOf } from "../../../src/cells/session/bin-first";
import { openTestDatabase } from "../../engine/open-database";
import { drawn } from "./drawn";
import { load, play } from "./play";

let database: Database;
beforeAll(async () => void (database = await openTestDatabase()));
afterAll(() => database.close());

const column = (name: string, kind: Column["kind"]): Column => ({ name, kind, type: "" });

async function counted(rows: string, x: Column, y: Column) {
  await database.query(written(`create or replace table "odd points" as ${rows}`));
  return (await database.query(written(boxesOf("odd points", x, y)))).rows();
}

test("every row with both values is in one box, and each box holds its rows", async () => {
  const rows =
    "select sin(i) * 10 as x, cos(i * 7) as y from range(5000) t(i) union all select null, 1 union all select 1, null";
  const boxes = await counted(rows, column("x", "number"), column("y", "number"));
  expect(boxes.reduce((sum, { n }) => sum + Number(n), 0)).toBe(5000);
  expect(boxes.length).toBeLessThanOrEqual(80 * 50);
  const one = boxes.find(({ n }) => Number(n) > 2)!;
  const inside = await database.query(
    written(
      `select count(*) as n from "odd points" where x >= ${one.x1} and x < ${one.x2} and y >= ${one.y1} and y < ${one.y2}`,
    ),
  );
  expect(inside.value(0, "n")).toBe(one.n);
});

test("times stay times; values that are all equal make one box; no rows make none", async () => {
  const day = column("day", "date");
  const x = column("x", "number");
  const rows = "select date '2024-01-01' + i::integer as day, 5 as x from range(100) t(i)";
  const boxes = await counted(rows, day, x);
  expect(boxes[0]).toMatchObject({ x1: new Date("2024-01-01"), y1: 5, y2: 5 });
  expect(boxes.reduce((sum, { n }) => sum + Number(n), 0)).toBe(100);
  expect(await counted(`${rows} limit 0`, day, x)).toEqual([]);
});

test("the cells read the relation that the chart reads, under names that are free", () => {
  const session = play(drawn("chart ts Plot.dot(events, {})"), ...load("events")).session;
  const facts = (x: string, y: string) =>
    ({
      axes: [
        { scale: "x", label: x },
        { scale: "y", label: y },
      ].map((axis) => ({ ...axis, domain: [], isOrdinal: false })),
    }) as unknown as FigureFacts;
  const chart = session.notebook.cells[0] as never;
  // The loaded table of the test has a text and a time: a text cannot be cut into boxes.
  expect(binFirst(session, chart, facts("time →", "↑ customer"))).toBeNull();
  const cells = binFirst(session, chart, facts("time →", "↑ time"))!;
  expect(cells.map(({ kind, name }) => [kind, name])).toEqual([
    ["sql", "events_boxes"],
    ["typescript", ""],
  ]);
});
