import { describe, expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";
import { adoptionReport } from "../../../src/analyses/adoption-report";
import { name, sql } from "../../../src/engine";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";
import { expectVerdictFromTables } from "../verdict-numbers";

const database = openedDatabase();
const types = { who: "varchar", day: "date", what: "varchar" };
const asked = { levers: ["a", "b"], observeDays: 10, outcomeDays: 10, periods: 4, audit: "month" };

async function said(rows: readonly string[], given: Readonly<Record<string, unknown>> = {}) {
  const csv = `who,day,what\n${rows.join("\n")}`;
  const columns = await tableFrom(database(), "bad", csv, types);
  const data = dataSet("bad", columns, { customer: "who", time: "day", event: "what" });
  const { request, result } = await run(database(), adoptionReport, data, { ...asked, ...given });
  // What nothing can be shown of has no table: the days asked for, the behaviours, and who is too new.
  const besides = [10, result.levers.length, result.dates.at(-1)?.tooNew ?? 0];
  expectVerdictFromTables(adoptionReport, request, result, besides);
  // Whatever is asked, the SQL binds.
  await database().query(adoptionReport.asSql(request, result));
  await database().query(adoptionReport.asSql(request, null));
  const report = adoptionReport.report(result, request, languageOf("en"));
  return { request, result, report, ...report.verdict };
}

/** `n` customers, each on every third day of `days`. */
function regular(n: number, days: number): string[] {
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: Math.ceil(days / 3) }, (__, k) => {
      const day = new Date(Date.UTC(2024, 0, 1 + 3 * k + (i % 3))).toISOString().slice(0, 10);
      return `c${i},${day},${(i + k) % 4 ? "a" : "b"}`;
    }),
  ).flat();
}

describe("what cannot be said, and why", () => {
  test.each([
    ["no rows", [], {}, /no usable|no rows|row/i],
    ["all on one day", ["x,2024-01-01,a", "y,2024-01-01,b"], {}, /reach back less than the 10 days/],
    ["a log shorter than the window", regular(5, 9), {}, /reach back less than the 10 days/],
    ["fewer weights than behaviours", regular(5, 60), { weights: "50" }, /weights do not fit.*must be 2/],
    ["weights below nought", regular(5, 60), { weights: "-1; 2" }, /weights do not fit/],
    [
      "everybody is new",
      ["old,2024-01-01,a", ...regular(3, 6).map((row) => row.replace("2024-01", "2024-03"))],
      { asOf: "2024-03-09" },
      /none of them long enough/,
    ],
    ["gone long ago", ["x,2024-01-01,a", "y,2024-01-02,a"], { asOf: "2024-06-01" }, /nobody was there/],
  ] as const)("%s", async (_, rows, given, sentence) => {
    const { level, sentence: told, report, request, result } = await said(rows, given);
    expect(level).toBe("cannot-tell");
    expect(told).toMatch(sentence);
    expect(report.figures).toEqual([]);
    expect(adoptionReport.customers!(request, result, null)).toBeNull();
    expect(adoptionReport.asTypescript(request, result, "x", languageOf("en"))).toBeNull();
  });

  test("one customer, always alike: a mean without an interval, and no comparison that could be judged", async () => {
    const { result, level, sentence } = await said(regular(1, 80));
    expect(result.dates.at(-1)).toMatchObject({ customers: 1, interval: null });
    expect(sentence).toMatch(/1 customer had a mean score of/);
    expect(level).toBe("cannot-tell");
  });

  test("no event of the score at all: everybody has 0, and says so", async () => {
    const { result } = await said(regular(4, 60), { levers: ["never"] });
    expect(result.dates.at(-1)).toMatchObject({ mean: 0, interval: null });
    expect(result.gaps).toMatchObject({ any: 4, levers: [{ off: 4, next: 4 }] });
  });

  test("money in two currencies is not added up; contracts that overlap are one account", async () => {
    await said(regular(6, 80));
    await database().query(sql`
      create or replace table ${name("terms")} as
      select 'c' || i as who, date '2023-12-01' as opens, null::date as closes, 10.0 as mrr, if(i % 2 = 0, 'EUR', 'USD') as money
      from range(6) t(i), range(2) u(twice)`);
    const contracts = dataSet("terms", await database().describe(sql`from ${name("terms")}`), {
      customer: "who",
      start: "opens",
      end: "closes",
      mrr: "mrr",
      currency: "money",
    });
    const data = dataSet("bad", await database().describe(sql`from bad`), {
      customer: "who",
      time: "day",
      event: "what",
    });
    const { request, result } = await run(
      database(),
      adoptionReport,
      data,
      { ...asked, mode: "contracts", contracts: "terms" },
      { contracts },
    );
    expect(result.currencies).toBe(2);
    expect(result.months.every(({ money }) => money === null)).toBe(true);
    expect(result.dates.at(-1)).toMatchObject({ customers: 6 });
    const { caveats } = adoptionReport.report(result, request, languageOf("en"));
    expect(caveats.map(({ id }) => id)).toContain("currencies");
  });
});
