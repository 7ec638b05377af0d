import { describe, expect, test } from "vitest";
import { attritionOverTime } from "../../../src/analyses/attrition-over-time";
import type { OverTimeResult } from "../../../src/analyses/attrition-over-time/result";
import { isShared, sharedJson, sharedText } from "../../reference/shared-data";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";

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

const logs = [
  {
    folder: "tiny-worked",
    file: "events.csv",
    types: { customer: "varchar", date: "date", amount: "double" },
    roles: { customer: "customer", time: "date" },
    grains: ["month", "week"],
  },
  {
    folder: "cdnow-sample",
    file: "cdnow_sample.csv",
    types: { master_id: "varchar", customer_id: "varchar", date: "date", cds: "bigint", dollars: "double" },
    roles: { customer: "customer_id", time: "date" },
    grains: ["month", "quarter", "week"],
  },
  {
    folder: "relax-logins",
    file: "takehome_user_engagement.csv",
    types: { time_stamp: "date", user_id: "bigint", visited: "bigint" },
    roles: { customer: "user_id", time: "time_stamp" },
    grains: ["month", "week"],
  },
  {
    folder: "rete-ecom",
    file: "ecom.csv",
    types: {
      user_id: "varchar",
      session_id: "varchar",
      event: "varchar",
      timestamp: "timestamp",
      platform: "varchar",
      acquisition_channel: "varchar",
      user_cohort: "varchar",
      user_lifecycle: "varchar",
    },
    roles: { customer: "user_id", time: "timestamp", event: "event" },
    grains: ["month", "week"],
  },
] as const;

const keys = { month: "activity_monthly", week: "activity_weekly", quarter: "activity_quarterly" };

describe.each(logs)("every period of $folder", ({ folder, file, types, roles, grains }) => {
  test.skipIf(!isShared(`data/${folder}`)).each(grains)("by %s equals the reference", async (grain) => {
    const reference = sharedJson<Reference>(`data/${folder}/reference.json`);
    const table = folder.replaceAll("-", "_");
    const columns = await tableFrom(database(), table, sharedText(`data/${folder}/${file}`), types);
    const { result } = await run(database(), attritionOverTime, dataSet(table, columns, roles), {
      grain,
      // The reference counts the last, half-told day too.
      ...(folder === "rete-ecom" ? { asOf: "2024-07-01" } : {}),
    });
    expectRows(result, reference[keys[grain]]!.rows);
  });
});

test.skipIf(!isShared("data/cdnow-sample"))(
  "the trend of cdnow equals numpy, customers as clusters",
  async () => {
    const columns = await tableFrom(
      database(),
      "cdnow",
      sharedText("data/cdnow-sample/cdnow_sample.csv"),
      logs[1].types,
    );
    const { result } = await run(database(), attritionOverTime, dataSet("cdnow", columns, logs[1].roles));
    // tests/reference/trend_cdnow.py
    const [slope, error, steepness] = [-0.05603446256677321, 0.007415968412360875, 0.1777585698482944];
    expect(result.trend).toMatchObject({ found: true, customers: 2357, periods: 17 });
    if (!result.trend.found) return;
    expect(result.trend.oddsRatio).toBeCloseTo(Math.exp(slope), 10);
    expect(result.trend.perPeriod).toBeCloseTo(slope * steepness, 10);
    expect(result.trend.interval[1]).toBeCloseTo((slope + 1.959963984540054 * error) * steepness, 10);
  },
);
