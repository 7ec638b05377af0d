import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";
import { attritionOverTime } from "../../../src/analyses/attrition-over-time";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";
import { toyEvents } from "../toy-events";

const database = openedDatabase();

describe("the SQL a person takes over gives the numbers of the table", () => {
  test.each([
    { grain: "week" },
    { grain: "week", periods: 3 },
    { grain: "month", k: 2 },
    { grain: "week", base: "cumulative" },
    { grain: "week", asOf: "2026-02-06" },
  ])("%j", async (given) => {
    const data = await toyEvents(database(), ["create"]);
    const { result, request } = await run(database(), attritionOverTime, data, given);
    const { rows } = attritionOverTime.report(result, request, languageOf("en")).tables[0]!;
    for (const known of [result, null]) {
      const found = (await database().query(attritionOverTime.asSql(request, known))).rows();
      expect(found).toHaveLength(rows.length);
      found.forEach((row, i) => {
        for (const [column, value] of Object.entries(row)) {
          const cell = rows[i]![column];
          if (!cell || cell.value === null || column === "state") continue;
          const plain = value instanceof Date ? value.toISOString().slice(0, 10) : value;
          if (typeof plain === "number") expect(cell.value).toBeCloseTo(plain, 12);
          else expect(cell.value).toEqual(plain);
        }
      });
    }
  });
});

test("the order of rows, whole weeks later, and everybody twice", async () => {
  const day = (n: number) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
  const events = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 60 })), {
    minLength: 1,
    maxLength: 60,
  });
  const types = { customer: "varchar", date: "date" };
  const periods = async (rows: readonly (readonly [number | string, number])[], shift = 0) => {
    const csv = ["customer,date", ...rows.map(([who, when]) => `c${who},${day(when + shift)}`)].join("\n");
    const data = dataSet("random", await tableFrom(database(), "random", csv, types), {
      customer: "customer",
      time: "date",
    });
    const { result } = await run(database(), attritionOverTime, data, { grain: "week" });
    return result.periods.map(({ atStart, lost, new: fresh, returned, atEnd, ever }) => [
      atStart,
      lost,
      fresh,
      returned,
      atEnd,
      ever.x,
      ever.n,
    ]);
  };
  await fc.assert(
    fc.asyncProperty(events, fc.integer({ min: 1, max: 60 }), async (rows, weeks) => {
      const plain = await periods(rows);
      expect(await periods([...rows].reverse())).toEqual(plain);
      expect(await periods(rows, 7 * weeks)).toEqual(plain);
      const twice = [...rows, ...rows.map(([who, when]) => [`${who}x`, when] as const)];
      expect(await periods(twice)).toEqual(plain.map((counts) => counts.map((n) => 2 * n)));
    }),
    { numRuns: 8, seed: 11 },
  );
});
