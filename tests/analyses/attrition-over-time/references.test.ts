import { describe, expect, test } from "vitest";
import { attritionOverTime } from "../../../src/analyses/attrition-over-time";
import type { OverTimeResult } from "../../../src/analyses/attrition-over-time/result";
import { isShared, sharedJson } from "../../reference/shared-data";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { readSharedLog, sharedLogs } from "../shared-logs";

const database = openedDatabase();

interface ReferenceRow {
  period: string;
  active: number;
  new: number;
  initial?: number;
  remaining?: number;
  lost?: number;
  returned?: number;
  attrition?: number | null;
  initial_cumulative?: number;
  remaining_cumulative?: number;
  attrition_cumulative?: number | null;
}
type Reference = Record<string, { rows: ReferenceRow[] }>;

function expectRows({ periods }: OverTimeResult, rows: readonly ReferenceRow[]) {
  expect(periods).toHaveLength(rows.length);
  rows.forEach((row, i) => {
    const period = periods[i]!;
    expect(periodName(row.period)).toBe(period.opens);
    expect({ period: row.period, active: period.atEnd, new: period.new }).toEqual({
      period: row.period,
      active: row.active,
      new: row.new,
    });
    if (i === 0) return;
    expect({
      initial: period.atStart,
      remaining: period.remaining,
      lost: period.lost,
      returned: period.returned,
      initial_cumulative: period.ever.n,
      remaining_cumulative: period.ever.n - period.ever.x,
    }).toEqual({
      initial: row.initial,
      remaining: row.remaining,
      lost: row.lost,
      returned: row.returned,
      initial_cumulative: row.initial_cumulative,
      remaining_cumulative: row.remaining_cumulative,
    });
    expectRate(period.attrition.rate, row.attrition);
    expectRate(period.ever.rate, row.attrition_cumulative);
  });
}

function expectRate(rate: number | null, expected: number | null | undefined) {
  if (expected == null) expect(rate).toBeNull();
  // The reference gives twelve digits.
  else expect(Math.abs(rate! - expected)).toBeLessThan(1e-9);
}

/** "1997-01", "1997Q2" or a Monday, as the first day. */
function periodName(period: string): string {
  const quarter = /^(\d{4})Q(\d)$/.exec(period);
  if (quarter) return `${quarter[1]}-${String(Number(quarter[2]) * 3 - 2).padStart(2, "0")}-01`;
  return period.length === 7 ? `${period}-01` : period;
}

const { tinyWorked, cdnow, logins, shop } = sharedLogs;
const logs = [
  { ...tinyWorked, grains: ["month", "week"] },
  { ...cdnow, grains: ["month", "quarter", "week"] },
  { ...logins, grains: ["month", "week"] },
  { ...shop, grains: ["month", "week"] },
] as const;

const keys = { month: "activity_monthly", week: "activity_weekly", quarter: "activity_quarterly" };

describe.each(logs)("every period of $folder", ({ grains, ...log }) => {
  test.skipIf(!isShared(`data/${log.folder}`)).each(grains)("by %s equals the reference", async (grain) => {
    const reference = sharedJson<Reference>(`data/${log.folder}/reference.json`);
    const { result } = await run(database(), attritionOverTime, await readSharedLog(database(), log), {
      grain,
      // The reference counts the last, half-told day too.
      ...(log.folder === shop.folder ? { asOf: "2024-07-01" } : {}),
    });
    expectRows(result, reference[keys[grain]]!.rows);
  });
});

test.skipIf(!isShared("data/cdnow-sample"))(
  "the trend of cdnow equals numpy, customers as clusters",
  async () => {
    const { result } = await run(database(), attritionOverTime, await readSharedLog(database(), cdnow));
    // tests/reference/trend_cdnow.py
    const [slope, error, steepness] = [-0.05603446256677321, 0.007415968412360875, 0.1777585698482944];
    expect(result.trend).toMatchObject({ found: true, customers: 2357, periods: 17 });
    if (!result.trend.found) return;
    expect(result.trend.oddsRatio).toBeCloseTo(Math.exp(slope), 10);
    expect(result.trend.perPeriod).toBeCloseTo(slope * steepness, 10);
    expect(result.trend.interval[1]).toBeCloseTo((slope + 1.959963984540054 * error) * steepness, 10);
  },
);
