import { beforeAll, describe, expect, test } from "vitest";
import { languageOf, loadLanguage, readParams } from "../../../src/analyses";
import { leverRegression } from "../../../src/analyses/lever-regression";
import type { LeverRegressionResult } from "../../../src/analyses/lever-regression/result";
import { random } from "../../../src/analyses/stats/random";
import { regressionOf } from "../../charts/fixtures/lever-regression";
import { expectEachCounted } from "../customers-behind";
import { openedDatabase } from "../opened-database";
import { run } from "../ask";
import { dataSet, tableFrom } from "../table-from";
import { fitted } from "./made";

type Counts = Parameters<typeof regressionOf>[1];
const levers = ["first", "second"].map((behaviour) => ({ behaviour, cut: null }));

beforeAll(() => loadLanguage("ru"));

function reports(result: LeverRegressionResult, given: Readonly<Record<string, unknown>> = {}) {
  const params = readParams(leverRegression.params, { mode: "columns", left: "gone", ...given }).values;
  return (["en", "ru"] as const).map((locale) => {
    const report = leverRegression.report(
      result,
      { data: dataSet("log", [], {}), params },
      languageOf(locale),
    );
    expect(JSON.stringify(report)).not.toMatch(/NaN|undefined|Infinity/);
    return report;
  });
}

describe("who weighs most", () => {
  /** "first" stands on three customers: without them nobody of those with it stayed more often. */
  const few: Counts = [
    [[0, 0], null, 300, 120],
    [[1, 0], null, 11, 1],
    [[0, 1], null, 200, 60],
    [[1, 1], null, 2, 0],
  ];

  test("a conclusion that hangs on a few is said to, and its caveat may turn the answer", async () => {
    const result = await regressionOf(levers, few, { resamples: 0 });
    const { influence, levers: estimates } = fitted(result);
    expect(estimates[0]!.q).toBeLessThan(0.05);
    const turn = influence!.turns.find(({ lever }) => lever === 0)!;
    expect(turn.customers).toBeLessThanOrEqual(5);
    expect(turn.p).toBeGreaterThanOrEqual(0.05);
    for (const place of turn.cells)
      expect(influence!.cells[place]).toMatchObject({ hasStayed: true, moves: { lever: 0 } });
    for (const report of reports(result)) {
      expect(report.caveats.find(({ id }) => id === "hangs-0")?.level).toBe("flips");
      expect(report.verdict.level).not.toBe("certain");
      expect(report.tables.map(({ id }) => id)).toContain("influence");
    }
  });

  test("one that stands on many is not", async () => {
    const many = few.map(([values, segment, n, lost]): Counts[number] => [
      values,
      segment,
      40 * n,
      40 * lost,
    ]);
    const { influence } = fitted(await regressionOf(levers, many, { resamples: 0 }));
    expect(influence!.turns).toEqual([]);
  });

  test("whatever the order of rows, and a lever with the same value for all, the same customers", async () => {
    const straight = fitted(await regressionOf(levers, few, { resamples: 0 })).influence!;
    const turned = fitted(await regressionOf(levers, few.toReversed(), { resamples: 0 })).influence!;
    const plain = ({ values, hasStayed, customers, cook }: (typeof straight.cells)[number]) =>
      [values.join(" "), hasStayed, customers, cook.toFixed(8)].join();
    expect(turned.cells.map(plain).sort()).toEqual(straight.cells.map(plain).sort());
    expect(turned.turns.map(({ customers }) => customers)).toEqual(
      straight.turns.map(({ customers }) => customers),
    );
    const constant = fitted(
      await regressionOf(
        [...levers, { behaviour: "always", cut: null }],
        few.map(([values, segment, n, lost]): Counts[number] => [[...values, 1], segment, n, lost]),
        { resamples: 0 },
      ),
    );
    constant.influence!.cells.forEach(({ cook }, i) => expect(cook).toBeCloseTo(straight.cells[i]!.cook, 8));
    expect(constant.influence!.cells[0]!.values).toHaveLength(3);
  });
});

const database = openedDatabase();

test("the customers of each cell are as many as the table says", async () => {
  const source = random("cells");
  const lines = Array.from({ length: 90 }, (_, i) => {
    const size = ["small", "small", "large"][source.below(3)]!;
    const seats = source.below(4);
    const reports = source.uniform() < 0.1 ? "" : source.below(2);
    return `c${i},${size},${seats},${reports},${source.uniform() < 0.2 + 0.15 * seats ? "no" : "yes"}`;
  });
  const columns = await tableFrom(
    database(),
    "weighed",
    ["id,size,seats,reports,gone", ...lines].join("\n"),
    {
      id: "varchar",
      size: "varchar",
      seats: "integer",
      reports: "integer",
      gone: "varchar",
    },
  );
  const data = dataSet("weighed", columns, { customer: "id", status: "gone" });
  for (const missing of ["drop", "indicator"]) {
    const given = { mode: "columns", left: "yes", levers: ["seats", "reports"], controls: ["size"], missing };
    const { result, request } = await run(database(), leverRegression, data, { ...given, resamples: 0 });
    const report = leverRegression.report(result, request, languageOf("en"));
    const keys = await expectEachCounted(database(), leverRegression, { request, result }, report);
    expect(keys).toContain("cell 0");
    for (const key of ["cell 99", "cell 01", "cell", "cell -1"])
      expect(leverRegression.customers!(request, result, key), key).toBeNull();
  }
});

describe("what is not known filled in", () => {
  /** "first" goes with staying; it is not known of many of those who stayed with "second". */
  const gaps: Counts = [
    [[0, 0], "=s", 80, 44],
    [[1, 0], "=s", 70, 21],
    [[0, 1], "=m", 60, 21],
    [[1, 1], "=m", 80, 14],
    [[null, 1], "=m", 60, 6],
    [[null, 0], "=s", 10, 5],
  ];

  test("stands beside the model of those known, with its belief said", async () => {
    const result = await regressionOf(levers, gaps, { missing: "impute", resamples: 0 });
    const imputed = result.imputed!;
    expect(imputed).toMatchObject({ why: null, customers: 360, times: 20 });
    const [first, second] = imputed.levers;
    expect(first!.missing).toBeGreaterThan(0.02);
    // Of "second" nothing is missing: what is lost is little, and its estimate that of all 360.
    expect(second!.missing).toBeLessThan(first!.missing + 0.2);
    expect(second!.standardError).toBeLessThan(fitted(result).levers[1]!.standardError!);
    for (const report of reports(result, { missing: "impute" })) {
      expect(report.tables.map(({ id }) => id)).toContain("imputed");
      expect(report.caveats.map(({ id }) => id)).toEqual(
        expect.arrayContaining(["mnar", "incomplete", "imputed"]),
      );
    }
    const turned = await regressionOf(levers, gaps.toReversed(), { missing: "impute", resamples: 0 });
    turned.imputed!.levers.forEach((lever, i) =>
      expect(lever!.coefficient).toBeCloseTo(imputed.levers[i]!.coefficient, 8),
    );
  });

  test("nothing missing: nothing is filled in; missing of all: it is said", async () => {
    const none = gaps.filter(([values]) => !values.includes(null));
    expect((await regressionOf(levers, none, { missing: "impute", resamples: 0 })).imputed).toBeNull();
    const many = gaps.map(([values, segment, n, lost]): Counts[number] => [
      values,
      segment,
      90 * n,
      90 * lost,
    ]);
    const refused = await regressionOf(levers, many, { missing: "impute", resamples: 0 });
    expect(refused.imputed!.why).toBe("too-many");
    for (const report of reports(refused, { missing: "impute" }))
      expect(report.caveats.map(({ id }) => id)).toContain("not-imputed");
  });
});
