import { describe, expect, test } from "vitest";
import { languageOf, type ReportValue } from "../../../src/analyses";
import { cohortMatrix } from "../../../src/analyses/cohort-matrix";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { toyEvents } from "../toy-events";

const database = openedDatabase();

const ways = [
  {},
  { show: "attrition" },
  { window: "rolling" },
  { window: "rolling", counting: "after" },
  { counting: "brackets", brackets: [0, 1, 3, 5] },
  { by: "attribute", attribute: "event" },
  { by: "behaviour", event: "create", times: 2, days: 8, window: "rolling" },
  { grain: "month", metric: "orders" },
];

describe("as many customers behind each number as the number says", () => {
  test.each(ways)("%o", async (given) => {
    const data = await toyEvents(database(), ["create"]);
    const { request, result } = await run(database(), cohortMatrix, data, { ...given, asOf: "2026-02-06" });
    const report = cohortMatrix.report(result, request, languageOf("en"));
    const counts = new Map<string, number>();
    for (const { rows } of report.tables.filter(({ id }) => id !== "matrix"))
      for (const value of rows.flatMap((row): ReportValue[] => Object.values(row)))
        if (value.who && Number.isInteger(value.value)) counts.set(value.who.key, Number(value.value));
    // Shares of the matrix carry the key of the count that stands in the table of cells.
    const keys = new Set(
      report.tables.flatMap(({ rows }) =>
        rows.flatMap((row) => Object.values(row).map(({ who }) => who?.key)),
      ),
    );
    for (const key of keys) {
      if (key === undefined) continue;
      const question = cohortMatrix.customers!(request, result, key);
      const found = await database().query(question!);
      const { cohort, k, what } = /^(?<cohort>.*);(?<k>\d*);(?<what>[a-z]+)$/.exec(key)!.groups!;
      expect({ key, customers: found.rowCount }).toEqual({ key, customers: expected(cohort!, k!, what!) });
      if (counts.has(key)) expect({ key, told: counts.get(key) }).toEqual({ key, told: found.rowCount });
      expect(new Set(found.rows().map(({ customer }) => customer)).size).toBe(found.rowCount);
      expect(found.columns[0]!.name).toBe("customer");
    }
    expect(keys.size).toBeGreaterThan(7);
    expect(counts.size).toBeGreaterThan(5);

    function expected(cohort: string, k: string, what: string): number {
      const row = result.cohorts.find(({ id }) => `=${id}` === cohort);
      if (k === "") return row!.size;
      const place = result.steps.findIndex((step) => String(step.k) === k);
      const { x, n } = row ? row.cells[place]! : result.steps[place]!.pooled;
      return { returned: x, not: n - x, all: n }[what]!;
    }
  });
});

test("all customers, and keys that no report gave out", async () => {
  const data = await toyEvents(database(), ["create"]);
  const { request, result } = await run(database(), cohortMatrix, data, { asOf: "2026-02-06" });
  const ask = (who: string | null) => cohortMatrix.customers!(request, result, who);
  expect((await database().query(ask(null)!)).rowCount).toBe(10);
  for (const key of [
    "",
    "lost",
    "=2026-01-05;1",
    "=2026-01-05;99;returned",
    "=2026-01-05;01;returned",
    "=2020-01-06;1;returned",
    "2026-01-05;1;returned",
    "*;;size",
    "*;1;lost",
    "=2026-01-26;3;all",
    "=2026-01-05'; drop table toy_events; --;1;all",
  ])
    expect({ key, sql: ask(key) }).toEqual({ key, sql: null });
});

test("what stands behind a cell: since when, when the week was, and the first return in it", async () => {
  const data = await toyEvents(database(), ["create"]);
  const { request, result } = await run(database(), cohortMatrix, data, { asOf: "2026-02-06" });
  const found = await database().query(cohortMatrix.customers!(request, result, "=2026-01-05;1;returned")!);
  expect(
    found.rows().map(({ customer, first_return }) => [customer, (first_return as Date).toISOString()]),
  ).toEqual([
    ["A", "2026-01-12T08:59:00.000Z"],
    ["B", "2026-01-13T12:00:00.000Z"],
    ["C", "2026-01-12T00:10:00.000Z"],
  ]);
  expect(found.rows()[0]).toMatchObject({
    first_seen: new Date("2026-01-05T09:00:00Z"),
    window_opens: new Date("2026-01-12"),
    window_closes: new Date("2026-01-19"),
  });
});
