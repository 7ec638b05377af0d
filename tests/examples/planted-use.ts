import { expect } from "vitest";
import type { Found } from "./open-example";

export interface ScoreInUse {
  readonly dates: readonly { date: string; customers: number; tooNew: number; sum: number }[];
  readonly quarters: readonly { date: string; customers: number; stayed: number }[];
}

/** The mean rose when a behaviour was made a goal, and at equal scores fewer stay since. */
export function expectScoreInUse(found: Found, planted: ScoreInUse): void {
  const { dates, audit } = found.get("report")![0] as {
    dates: readonly { day: string; customers: number; tooNew: number; mean: number }[];
    audit: {
      verdict: string;
      dates: readonly { day: string; customers: number; isReference: boolean; stayed: { x: number } }[];
    };
  };
  for (const one of planted.dates) {
    const row = dates.find(({ day }) => day === one.date)!;
    expect(row).toMatchObject({ customers: one.customers, tooNew: one.tooNew });
    expect(row.mean).toBeCloseTo(one.sum / one.customers, 9);
  }
  expect(audit.dates.map(({ day, customers, stayed }) => [day, customers, stayed.x])).toEqual(
    planted.quarters.map(({ date, customers, stayed }) => [date, customers, stayed]),
  );
  expect(audit.dates.map(({ isReference }) => isReference)).toEqual([true, true, false, false]);
  expect(audit.verdict).toBe("lower");
}
