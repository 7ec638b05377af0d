import { describe, expect, test } from "vitest";
import { isOrderedQuery, markRows } from "../../../src/cells/kinds/mark-rows";
import { takesChance } from "../../../src/cells/kinds";
import { heldRows } from "../../../src/cells/kinds";
import { name, written } from "../../../src/engine";
import { openedDatabase } from "../../analyses/opened-database";
import { codeCell, sqlCell, textCell } from "../session/play";

const database = openedDatabase();
const { signal } = new AbortController();

async function marksOf(query: string, isOrdered = false) {
  await database().query(written(`create or replace table marked as ${query}`));
  const held = await heldRows(name("marked"), database(), signal);
  return markRows(name("marked"), held, isOrdered, database(), signal);
}

describe("marks of rows", () => {
  test("are the same in any order, unless an order is asked for", async () => {
    const rows = "(values (1, 'a', 0.5::double), (2, null, 1.5), (2, null, 1.5)) t(i, s, x)";
    const [one, other] = [
      await marksOf(`from ${rows}`, true),
      await marksOf(`from ${rows} order by i desc`, true),
    ];
    expect(one!.rows).toBe(other!.rows);
    expect(one!.columns).toEqual(other!.columns);
    expect(one!.ordered).not.toBe(other!.ordered);
    expect((await marksOf(`from ${rows}`))!.ordered).toBeNull();
    expect(await marksOf(`from ${rows}`, true)).toEqual(one);
  });

  test("differ for a changed value, a doubled row, and values that stand beside others", async () => {
    const mark = await marksOf("from (values (1, 'a'), (2, 'b')) t(i, s)");
    const changed = await marksOf("from (values (1, 'a'), (2, 'c')) t(i, s)");
    expect(mark!.columns[0]).toBe(changed!.columns[0]);
    expect(mark!.columns[1]).not.toBe(changed!.columns[1]);
    const doubled = await marksOf("from (values (1, 'a'), (2, 'b'), (2, 'b')) t(i, s)");
    expect(doubled!.rows).not.toBe(mark!.rows);
    const crossed = await marksOf("from (values (1, 'b'), (2, 'a')) t(i, s)");
    expect(crossed!.columns).toEqual(mark!.columns);
    expect(crossed!.rows).not.toBe(mark!.rows);
  });

  test("there are some of every type, and of no rows", async () => {
    expect(await marksOf("select 1 as a where false")).toEqual({ rows: "0", ordered: null, columns: ["0"] });
    const types = await marksOf(
      "select [1, 2] l, {a: 1} s, map {'k': 1} m, 'x'::blob b, interval 1 day d, uuid() u, true t, 1.5::decimal(9, 2) c, timestamp '2024-01-01' ts, 'nan'::double n",
    );
    expect(types!.columns.every((one) => /^\d+$/.test(one))).toBe(true);
  });
});

test.each([
  ["select a from t order by a", true],
  ["with x as (select 1 order by 1) select * from x", false],
  ["select row_number() over (order by a) from t", false],
  ["select list(a order by a) from t", false],
  ['select "order" by_ from t', false],
  ["from t order by all limit 3", true],
])("isOrderedQuery %s: %s", (query, expected) => {
  expect(isOrderedQuery(query)).toBe(expected);
});

test.each([
  [sqlCell("a", "select random()"), true],
  [sqlCell("a", "select current_date"), true],
  [sqlCell("a", "select 'random' as now_or_never"), false],
  [sqlCell("a", "select ${Math.random()} as x"), true],
  [codeCell("a", "const now = new Date()"), true],
  [codeCell("a", "const day = new Date(2024, 1, 1)"), false],
  [codeCell("a", "// Math.random()\n1"), false],
  [codeCell("a", "d3.randomNormal()"), true],
  [textCell("a", "Math.random() is a function"), false],
  [textCell("a", "${Date.now()}"), true],
])("chance or the clock in %o: %s", (cell, expected) => {
  expect(takesChance(cell)).toBe(expected);
});
