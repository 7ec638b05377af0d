import { describe, expect, test } from "vitest";
import { languageOf } from "../../../src/analyses";
import { attritionOverTime } from "../../../src/analyses/attrition-over-time";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();

describe("the baseline", () => {
  const roles = { customer: "customer", time: "date" };
  const types = { customer: "varchar", date: "date" };

  /** Months in which all come again but so many of a hundred; the lost are replaced. */
  function months(lost: readonly number[]): string {
    const rows = ["customer,date"];
    let here = Array.from({ length: 100 }, (_, i) => `c${i}`);
    let next = 100;
    lost.forEach((gone, month) => {
      here = [...here.slice(gone), ...Array.from({ length: gone }, () => `c${next++}`)];
      const day = new Date(Date.UTC(2023, month, 1)).toISOString().slice(0, 10);
      rows.push(...here.map((customer) => `${customer},${day}`));
    });
    rows.push(`end,${new Date(Date.UTC(2023, lost.length, 0)).toISOString().slice(0, 10)}`);
    return rows.join("\n");
  }

  const over = async (lost: readonly number[], given = {}) => {
    const columns = await tableFrom(database(), "months", months(lost), types);
    return run(database(), attritionOverTime, dataSet("months", columns, roles), given);
  };

  test("stays the first complete periods when more periods come", async () => {
    const early = await over([0, 8, 10, 12, 9, 11, 10, 10]);
    const late = await over([0, 8, 10, 12, 9, 11, 10, 10, 30, 35, 31]);
    expect(early.result.baseline.chart).toEqual(late.result.baseline.chart);
    expect(early.result.signal).toBe("inside");
    expect(late.result.signal).toBe("above");
  });

  test("stays as well when only the last periods are shown", async () => {
    const all = await over([0, 8, 10, 12, 9, 11, 10, 10, 30]);
    const few = await over([0, 8, 10, 12, 9, 11, 10, 10, 30], { periods: 2 });
    expect(few.result.periods).toHaveLength(2);
    expect(few.result.baseline).toEqual(all.result.baseline);
    expect(few.result.periods[1]).toEqual(all.result.periods[8]);
  });

  test("is not held against itself while it is not full", async () => {
    const { result, request } = await over([0, 8, 10, 12]);
    expect(result.baseline).toEqual({ wanted: 6, found: 3, chart: null });
    expect(result.signal).toBeNull();
    const { verdict } = attritionOverTime.report(result, request, languageOf("en"));
    expect(verdict.sentence).toContain("3 of 6");
  });

  test("two of the last three beyond two sigmas are a signal, one is not", async () => {
    const calm = [0, 10, 10, 10, 10, 10, 10];
    // The standard deviation at 10 of 100 is 3: 17 lies beyond two, not beyond three.
    expect((await over([...calm, 10, 17])).result.signal).toBe("inside");
    expect((await over([...calm, 17, 17])).result.signal).toBe("two of three above");
    expect((await over([...calm, 17, 17, 10])).result.signal).toBe("inside");
    expect((await over([...calm, 3, 10, 3])).result.signal).toBe("two of three below");
  });

  test("target and alert are three-valued", async () => {
    const lost = [0, 10, 10, 10, 10, 10, 10, 10];
    const verdicts = async (given: object) => {
      const { result } = await over(lost, given);
      return [result.target, result.alert];
    };
    // 10 of 100: 5.5 to 17.4 %.
    expect(await verdicts({ target: 0.2, alert: 0.2 })).toEqual(["met", "quiet"]);
    expect(await verdicts({ target: 0.1, alert: 0.1 })).toEqual(["cannot tell", "cannot tell"]);
    expect(await verdicts({ target: 0.05, alert: 0.05 })).toEqual(["missed", "raised"]);
    expect(await verdicts({})).toEqual([null, null]);
  });

  test("everybody stays: limits without width, no trend, nobody's life ends", async () => {
    const { result, request } = await over([0, 0, 0, 0, 0, 0, 0, 0]);
    expect(result).toMatchObject({ signal: "inside", trend: { found: false, why: "no variation" } });
    expect(result.lifetime).toEqual({ mean: null, median: null });
    expect(JSON.stringify(attritionOverTime.report(result, request, languageOf("en")))).not.toMatch(
      /NaN|Infinity/,
    );
  });

  test("a steady rise is found as a trend", async () => {
    const { result, request } = await over([0, 4, 7, 9, 12, 15, 18, 22, 24]);
    expect(result.trend).toMatchObject({ found: true, periods: 8 });
    if (result.trend.found) expect(result.trend.interval[0]).toBeGreaterThan(0);
    expect(attritionOverTime.report(result, request, languageOf("en")).verdict.sentence).toContain(
      "rises by",
    );
  });
});
