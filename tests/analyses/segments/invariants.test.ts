import { expect, test } from "vitest";
import type { AnyAnalysis, DataSet } from "../../../src/analyses";
import { mixShift } from "../../../src/analyses/mix-shift";
import { segments } from "../../../src/analyses/segments";
import { usageQuartiles } from "../../../src/analyses/usage-quartiles";
import { name, sql, type Sql } from "../../../src/engine";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { madeCustomers } from "./made";

const database = openedDatabase();
const asked = [
  [segments as AnyAnalysis, { by: ["plan"], start: "2024-03-01", end: "2024-04-01", asOf: "2024-07-01" }],
  [usageQuartiles as AnyAnalysis, { metric: "days", by: "plan", outcomeDays: 40, asOf: "2024-07-01" }],
  [
    mixShift as AnyAnalysis,
    { compare: "periods", by: "plan", start: "2024-03-01", end: "2024-04-01", asOf: "2024-07-01" },
  ],
  [
    mixShift as AnyAnalysis,
    { group: "event", by: "plan", start: "2024-03-01", end: "2024-04-01", asOf: "2024-07-01" },
  ],
] as const;

async function changed(data: DataSet, table: string, rows: Sql): Promise<DataSet> {
  await database().query(sql`create or replace table ${name(table)} as ${rows}`);
  return { ...data, table };
}

test.each(asked)("the order of rows changes nothing: %#", async (analysis, given) => {
  const { events } = await madeCustomers(database());
  const plain = (await run(database(), analysis, events, given)).result;
  const turned = await changed(
    events,
    "turned",
    sql`select * from ${name(events.table)} order by hash("at"), customer desc`,
  );
  expect((await run(database(), analysis, turned, given)).result).toEqual(plain);
});

test.each(asked)("four weeks later all is the same four weeks later: %#", async (analysis, given) => {
  const { events } = await madeCustomers(database());
  const later = await changed(
    events,
    "later",
    sql`select * replace ("at" + interval 28 day as "at") from ${name(events.table)}`,
  );
  // Days that the sentence names move along; a whole number of weeks, so that the lookback keeps its length.
  const days = { start: "2024-03-04", end: "2024-04-01", earlier: "2024-02-05", asOf: "2024-07-01" };
  const moved = { start: "2024-04-01", end: "2024-04-29", earlier: "2024-03-04", asOf: "2024-07-29" };
  const only = (all: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(all).filter(([param]) => (param === "earlier" ? "compare" in given : param in given)),
    );
  const before = (await run(database(), analysis, events, { ...given, ...only(days) })).result;
  const after = (await run(database(), analysis, later, { ...given, ...only(moved) })).result;
  expect(withoutDays(after)).toEqual(withoutDays(before));
});

test.each(asked)("everybody twice: counts double, shares and segments stay: %#", async (analysis, given) => {
  const { events } = await madeCustomers(database());
  const twice = await changed(
    events,
    "twice",
    sql`
      select * from ${name(events.table)}
      union all
      select * replace (customer || '-again' as customer) from ${name(events.table)}`,
  );
  const shares = (value: unknown): unknown[] => {
    if (value === null || typeof value !== "object") return [];
    const own = "rate" in value && "x" in value && "n" in value ? [value as unknown as Share] : [];
    return [...own, ...Object.values(value).flatMap(shares)];
  };
  const plain = shares((await run(database(), analysis, events, given)).result) as Share[];
  const doubled = shares((await run(database(), analysis, twice, given)).result) as Share[];
  expect(plain.length).toBeGreaterThan(3);
  // Tenths follow the type 7 cuts, which a doubled list moves between its values.
  const kept = analysis.id === "usage-quartiles" ? doubled.length : plain.length;
  expect(doubled.length).toBe(kept);
  if (analysis.id === "usage-quartiles") return expect(doubled[0]).toMatchObject(twiceOf(plain[0]!));
  expect(doubled.map(({ x, n, rate }) => ({ x, n, rate }))).toEqual(plain.map(twiceOf));
});

test("newcomers after the start leave the customers compared alone", async () => {
  const { events } = await madeCustomers(database());
  const more = await changed(
    events,
    "more",
    sql`
      select * from ${name(events.table)}
      union all
      select * replace ('new' || customer as customer) from ${name(events.table)} where "at" >= timestamp '2024-03-01'`,
  );
  const [analysis, given] = asked[0];
  const plain = (await run(database(), analysis, events, given)).result as { dimensions: unknown };
  const grown = (await run(database(), analysis, more, given)).result as { dimensions: unknown };
  expect(grown.dimensions).toEqual(plain.dimensions);
});

interface Share {
  readonly x: number;
  readonly n: number;
  readonly rate: number | null;
}

function twiceOf({ x, n, rate }: Share): Share {
  return { x: 2 * x, n: 2 * n, rate };
}

/** All but what names a day or counts rows. */
function withoutDays(result: unknown): unknown {
  return JSON.parse(JSON.stringify(result), (key, value: unknown) =>
    key === "rows" || (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)) ? null : value,
  );
}
