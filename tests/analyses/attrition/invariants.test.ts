import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attrition } from "../../../src/analyses/attrition";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();

const logTypes = { customer: "varchar", date: "date" };
const log = { customer: "customer", time: "date" };

async function logOf(csv: string, table = "log") {
  return dataSet(table, await tableFrom(database(), table, csv, logTypes), log);
}

describe("what must hold whatever the data are", () => {
  const day = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
  const events = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 90 })), {
    minLength: 1,
    maxLength: 60,
  });
  const text = (rows: readonly (readonly [number | string, number])[], shift = 0) =>
    ["customer,date", ...rows.map(([who, when]) => `c${who},${day(when + shift)}`)].join("\n");
  const given = (shift = 0) => ({ start: day(35 + shift), end: day(63 + shift), asOf: day(95 + shift) });
  const counts = async (csv: string, params: object) =>
    (await run(database(), attrition, await logOf(csv, "random"), { ...params })).result.counts;

  test("the order of rows, whole weeks later, and everybody twice", async () => {
    await fc.assert(
      fc.asyncProperty(events, fc.integer({ min: 1, max: 60 }), async (rows, weeks) => {
        const plain = await counts(text(rows), given());
        expect(plain.atStart).toBe(plain.lost + plain.remaining);
        expect(await counts(text([...rows].reverse()), given())).toEqual(plain);
        expect(await counts(text(rows, 7 * weeks), given(7 * weeks))).toEqual(plain);
        const twice = [...rows, ...rows.map(([who, when]) => [`${who}x`, when] as const)];
        const doubled = await counts(text(twice), given());
        expect(doubled).toEqual(Object.fromEntries(Object.entries(plain).map(([key, n]) => [key, 2 * n])));
      }),
      { numRuns: 12, seed: 7 },
    );
  });
});
