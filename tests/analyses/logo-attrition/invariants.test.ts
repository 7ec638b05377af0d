import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { languageOf, readParams } from "../../../src/analyses";
import { logoAttrition } from "../../../src/analyses/logo-attrition";
import { assertMoney } from "../../../src/analyses/logo-attrition/read-series";
import { logoParams } from "../../../src/analyses/logo-attrition/params";
import { focalPeriod, type LogoResult } from "../../../src/analyses/logo-attrition/result";
import { shareOf } from "../../../src/analyses/share";
import { logoMonths } from "../../charts/fixtures/logo-attrition";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";
import { expectVerdictFromTables } from "../verdict-numbers";
import { expectCustomersBehind } from "../who-counts";

const database = openedDatabase();
const types = { a: "varchar", s: "date", e: "date", m: "double" };
const roles = { customer: "a", start: "s", end: "e", mrr: "m" };

/** Contracts of many shapes, always the same ones: ends, gaps, renewals, overlaps, changes of amount. */
function shapes(prefix: string, monthsLater = 0): string[] {
  const at = (month: number, day: number) => {
    const date = new Date(Date.UTC(2023, month + monthsLater, day));
    return date.toISOString().slice(0, 10);
  };
  return Array.from({ length: 60 }, (_, i) => {
    const logo = `${prefix}${String(i)}`;
    const amount = 10 + ((i * 37) % 90) + (i % 7) / 3;
    const first = `${logo},${at(i % 9, 1 + (i % 28))},${i % 3 === 0 ? "" : at(6 + (i % 6), 1 + (i % 28))},${String(amount)}`;
    const second = `${logo},${at(7 + (i % 5), 3 + (i % 20))},${i % 4 === 0 ? at(11, 5) : ""},${String(amount * (0.5 + (i % 4) / 3))}`;
    return i % 2 === 0 ? [first, second] : [first];
  }).flat();
}

async function told(rows: readonly string[], given: object = {}) {
  const columns = await tableFrom(database(), "c", `a,s,e,m\n${rows.join("\n")}`, types);
  return run(database(), logoAttrition, dataSet("c", columns, roles), {
    start: "2023-10-01",
    asOf: "2024-01-01",
    ...given,
  });
}

const rates = ({ series }: LogoResult) =>
  series.map(({ attrition, money }) => [attrition.rate, money?.gross?.toFixed(12), money?.net?.toFixed(12)]);

describe("logo attrition and revenue retention", () => {
  test("do not hang on the order of rows", async () => {
    const rows = shapes("x");
    const { result } = await told(rows);
    const { result: other } = await told([...rows].reverse());
    expect(rates(other)).toEqual(rates(result));
    expect(other.gross.interval!.map((bound) => bound.toFixed(9))).toEqual(
      result.gross.interval!.map((bound) => bound.toFixed(9)),
    );
  });

  test("do not hang on the year", async () => {
    // 48 months on, every month is as long as it was.
    const { result } = await told(shapes("x"));
    const { result: other } = await told(shapes("x", 48), { start: "2027-10-01", asOf: "2028-01-01" });
    expect(rates(other)).toEqual(rates(result));
  });

  test("double with every logo doubled, and the rates stay", async () => {
    const { result } = await told(shapes("x"));
    const { result: other } = await told([...shapes("x"), ...shapes("y")]);
    expect(rates(other)).toEqual(rates(result));
    expect(focalPeriod(other)!.counts.lost).toBe(2 * focalPeriod(result)!.counts.lost);
    expect(focalPeriod(other)!.money!.start).toBeCloseTo(2 * focalPeriod(result)!.money!.start, 6);
  });

  test("are left alone by newcomers", async () => {
    const { result } = await told(shapes("x"), { grace: 0 });
    const { result: other } = await told(
      [...shapes("x"), "new,2023-10-10,,500", "newer,2023-10-20,2023-10-25,900"],
      { grace: 0 },
    );
    const [before, after] = [focalPeriod(result)!, focalPeriod(other)!];
    expect(after.attrition).toEqual(before.attrition);
    expect(after.money!.gross).toBeCloseTo(before.money!.gross!, 12);
    expect(after.counts.new).toBe(before.counts.new + 1);
  });

  test("have as many customers behind each number as it says", async () => {
    const { request, result } = await told(shapes("x"));
    const keys = await expectCustomersBehind(database(), logoAttrition, request, result);
    expect(keys.length).toBeGreaterThan(20);
    const all = await database().query(logoAttrition.customers!(request, result, null)!);
    const { counts } = focalPeriod(result)!;
    expect(all.rowCount).toBe(counts.atStart + counts.new + counts.returned);
  });
});

test("movements that do not add up are never shown", () => {
  const money = focalPeriod(logoMonths)!.money!;
  expect(() => assertMoney(money, "here")).not.toThrow();
  expect(() => assertMoney({ ...money, end: money.end + 1 }, "here")).toThrow("identity broken");
});

const logoResults = fc
  .record({
    remaining: fc.nat(5000),
    lost: fc.nat(500),
    money: fc.tuple(
      fc.integer({ min: 1, max: 1e7 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ),
    gross: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
    state: fc.constantFrom("complete" as const, "in progress" as const),
  })
  .map(({ remaining, lost, money: [start, lostShare, lessShare], gross, state }): LogoResult => {
    const focal = focalPeriod(logoMonths)!;
    const mrrLost = start * lostShare;
    const contraction = (start - mrrLost) * lessShare;
    const kept = (start - mrrLost - contraction) / start;
    return {
      ...logoMonths,
      series: [
        {
          ...focal,
          state,
          counts: {
            ...focal.counts,
            atStart: remaining + lost,
            lost,
            remaining,
            atEnd: remaining + focal.counts.new,
          },
          attrition: shareOf(lost, remaining + lost),
          money: { ...focal.money!, start, lost: mrrLost, contraction, gross: kept, net: kept },
        },
      ],
      gross: { rate: kept, interval: [Math.min(...gross), Math.max(...gross)] },
      net: { rate: kept, interval: null },
    };
  });

test("property: the verdict's numbers are the table's, in both languages", () => {
  const params = readParams(logoParams, {}).values;
  fc.assert(
    fc.property(logoResults, (result) => {
      expectVerdictFromTables(logoAttrition, { data: dataSet("c", [], roles), params }, result);
    }),
    { numRuns: 150 },
  );
});

test("a number that stands nowhere would be found", () => {
  const params = readParams(logoParams, {}).values;
  const request = { data: dataSet("c", [], roles), params };
  const wrong = {
    ...logoAttrition,
    report: (...given: Parameters<typeof logoAttrition.report>) => {
      const report = logoAttrition.report(...given);
      return { ...report, verdict: { ...report.verdict, sentence: "In March 2024, 777 of 120 logos." } };
    },
  };
  expect(() => expectVerdictFromTables(wrong, request, logoMonths)).toThrow("777");
  expect(logoAttrition.report(logoMonths, request, languageOf("ru")).verdict.sentence).toMatch(/логотип/);
});
