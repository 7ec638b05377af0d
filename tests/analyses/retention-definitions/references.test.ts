import { describe, expect, test } from "vitest";
import { attrition } from "../../../src/analyses/attrition";
import { cohortMatrix } from "../../../src/analyses/cohort-matrix";
import { retentionDefinitions } from "../../../src/analyses/retention-definitions";
import type { DefinitionsResult } from "../../../src/analyses/retention-definitions/result";
import { isShared, sharedJson } from "../../reference/shared-data";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";
import { toyEvents } from "../toy-events";
import { monthOfChurn } from "./churn-log";

const database = openedDatabase();

const sharesOf = ({ definitions }: DefinitionsResult) =>
  Object.fromEntries(definitions.map(({ id, x, n }) => [id, [x, n]]));
const ratesOf = (rows: readonly { readonly id: string; readonly rate: number | null }[]) =>
  Object.fromEntries(rows.map(({ id, rate }) => [id, rate]));

describe("ten customers", () => {
  const file = "spec/reference/08_toy_event_log.json";

  interface Pooled {
    readonly pooled_complete_only: readonly {
      readonly k: number;
      readonly eligible: number;
      readonly retained: number;
      readonly simple_mean: number;
    }[];
  }

  interface Toy {
    readonly calendar_monday_utc_on: Pooled;
    readonly calendar_monday_moscow_on: Pooled;
    readonly calendar_sunday_utc_on: Pooled;
    readonly calendar_monday_utc_on_or_after: Pooled;
    readonly rolling7: {
      readonly rows: readonly { readonly k: number; readonly eligible: number; readonly retained: number }[];
    };
  }

  test.skipIf(!isShared(file)).each([1, 2, 3])("08: every definition of week %i", async (k) => {
    const toy = sharedJson<Toy>(file);
    const { result } = await run(database(), retentionDefinitions, await toyEvents(database(), ["create"]), {
      k,
      zone: 3,
      asOf: "2026-02-06",
    });
    const row = ({ pooled_complete_only: rows }: Pooled) => rows.find((one) => one.k === k)!;
    const pooled = (one: Pooled) => [row(one).retained, row(one).eligible];
    const rolling = toy.rolling7.rows.find((one) => one.k === k)!;
    expect(sharesOf(result)).toMatchObject({
      ours: pooled(toy.calendar_monday_utc_on),
      after: pooled(toy.calendar_monday_utc_on_or_after),
      rolling: [rolling.retained, rolling.eligible],
      week: pooled(toy.calendar_sunday_utc_on),
      shifted: pooled(toy.calendar_monday_moscow_on),
    });
    expect(ratesOf(result.definitions).simple).toBeCloseTo(row(toy.calendar_monday_utc_on).simple_mean, 12);
  });

  test("33, 44, 56, 67 and 78 of 100 of one log", async () => {
    const { result } = await run(database(), retentionDefinitions, await toyEvents(database(), ["create"]), {
      zone: 3,
      asOf: "2026-02-06",
    });
    const { rolling, shifted, week, ours, after } = ratesOf(result.definitions);
    expect([rolling, shifted, week, ours, after].map((rate) => Math.round(rate! * 100))).toEqual([
      33, 44, 56, 67, 78,
    ]);
  });

  test("ours is the cohort matrix's; so is the mean weighted as documented", async () => {
    const data = await toyEvents(database(), ["create"]);
    for (const grain of ["day", "week", "month"] as const)
      for (const weekStart of ["monday", "sunday"] as const) {
        const own = { ...data, weekStart };
        const mine = await run(database(), retentionDefinitions, own, { grain });
        const matrix = await run(database(), cohortMatrix, own, { grain });
        const rolling = await run(database(), cohortMatrix, own, { grain, window: "rolling" });
        const later = await run(database(), cohortMatrix, own, {
          grain,
          window: "rolling",
          counting: "after",
        });
        const pooled = ({ result }: typeof matrix) => {
          const step = result.steps.find(({ k }) => k === 1);
          return [step?.pooled.x ?? 0, step?.pooled.n ?? 0];
        };
        expect([grain, sharesOf(mine.result)]).toMatchObject([
          grain,
          { ours: pooled(matrix), rolling: pooled(rolling), "rolling-after": pooled(later) },
        ]);
        const step = matrix.result.steps.find(({ k }) => k === 1);
        const { simple, weighted } = ratesOf(mine.result.definitions);
        if (step?.mixpanel == null) expect(weighted).toBeNull();
        else expect(weighted).toBeCloseTo(step.mixpanel, 12);
        if (step?.simple == null) expect(simple).toBeNull();
        else expect(simple).toBeCloseTo(step.simple, 12);
      }
  });
});

describe("averages of two cohorts", () => {
  const file = "spec/reference/07_seed_and_definitions.json";

  interface Averages {
    readonly mixpanel_doc_average: {
      readonly cohorts: readonly [number, number][];
      readonly pooled: number;
      readonly simple_mean: number;
      readonly mixpanel_documented: number;
      readonly with_incomplete_third: { readonly third: [number, number] };
    };
  }

  test.skipIf(!isShared(file))("07 mixpanel_doc_average: 56, 60 and 65 %", async () => {
    const { mixpanel_doc_average: wanted } = sharedJson<Averages>(file);
    const opens = ["2024-01-01", "2024-01-08", "2024-01-15"];
    const back = ["2024-01-09", "2024-01-16", "2024-01-21"];
    const lines = [...wanted.cohorts, wanted.with_incomplete_third.third].flatMap(
      ([size, returned], cohort) =>
        Array.from({ length: size }, (_, i) => [
          `${cohort}-${i},${opens[cohort]}`,
          ...(i < returned ? [`${cohort}-${i},${back[cohort]}`] : []),
        ]).flat(),
    );
    const columns = await tableFrom(database(), "averages", `customer,day\n${lines.join("\n")}`, {
      customer: "varchar",
      day: "date",
    });
    const data = dataSet("averages", columns, { customer: "customer", time: "day" });
    const { result } = await run(database(), retentionDefinitions, data, { asOf: "2024-01-22" });
    const rates = ratesOf(result.definitions);
    expect(rates.ours).toBeCloseTo(wanted.pooled, 12);
    expect(rates.simple).toBeCloseTo(wanted.simple_mean, 12);
    expect(rates.weighted).toBeCloseTo(wanted.mixpanel_documented, 12);
  });
});

describe("one month's churn", () => {
  const file = "spec/reference/07_seed_and_definitions.json";

  test.skipIf(!isShared(file))("07 four_vendors: 10, 10, 10, 12, 11 and 11.5 %", async () => {
    const { four_vendors: wanted } = sharedJson<{ four_vendors: Record<string, number> }>(file);
    const data = await monthOfChurn(database());
    const { result } = await run(database(), retentionDefinitions, data, {
      month: "2024-03-01",
      asOf: "2024-04-01",
    });
    expect(result.month).toEqual({
      opens: "2024-03-01",
      closes: "2024-04-01",
      isComplete: true,
      isCut: false,
      gap: 14,
      atStart: wanted.start,
      joined: wanted.joined,
      atEnd: wanted.end_total,
    });
    const rates = ratesOf(result.churn);
    expect(rates.lost).toBeCloseTo(wanted.seed_formula!, 12);
    expect(rates.standard).toBeCloseTo(wanted.chartmogul_standard!, 12);
    expect(rates.subscribers).toBeCloseTo(wanted.stripe_subscriber_churn!, 12);
    expect(rates.events).toBeCloseTo(wanted.baremetrics_user_churn_current!, 12);
    expect(rates["events-before"]).toBeCloseTo(wanted.baremetrics_before_change!, 12);
    expect(rates.midpoint).toBeCloseTo(wanted.midpoint!, 12);
    expect(result.churn.map(({ interval }) => interval !== null)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  test.each([3, 14, 31, 60])("ours is customer attrition with a lookback of %i days", async (gap) => {
    const data = await monthOfChurn(database());
    const given = { month: "2024-03-15", asOf: "2024-04-01", gap };
    const { result } = await run(database(), retentionDefinitions, data, given);
    const { result: same } = await run(database(), attrition, data, {
      period: "month",
      start: "2024-03-01",
      lookback: "days",
      lookbackDays: gap,
      asOf: "2024-04-01",
    });
    expect([result.churn[0]!.x, result.churn[0]!.n]).toEqual([same.attrition.x, same.attrition.n]);
  });
});

describe("two persons of a query runner's tests", () => {
  const file = "spec/reference/12_posthog_oracle.json";

  interface Oracle {
    readonly day_events: Readonly<Record<string, readonly string[]>>;
    readonly recurring_day: readonly (readonly number[])[];
    readonly first_time_day: readonly (readonly number[])[];
  }

  test.skipIf(!isShared(file)).each([1, 2, 4, 5])("12: recurring and first time, day %i", async (k) => {
    const oracle = sharedJson<Oracle>(file);
    const lines = Object.entries(oracle.day_events).flatMap(([who, days]) =>
      days.map((day) => `${who},${day}`),
    );
    const columns = await tableFrom(database(), "persons", `customer,day\n${lines.join("\n")}`, {
      customer: "varchar",
      day: "date",
    });
    const data = dataSet("persons", columns, { customer: "customer", time: "day" });
    const { result } = await run(database(), retentionDefinitions, data, {
      grain: "day",
      k,
      asOf: "2020-06-21",
    });
    // Rows of the triangle are as long as the days that are over.
    const pooled = (triangle: Oracle["recurring_day"]) => {
      const known = triangle.filter((row) => row.length > k);
      const sum = (place: number) => known.reduce((all, row) => all + row[place]!, 0);
      return [sum(k), sum(0)];
    };
    expect(sharesOf(result)).toMatchObject({
      recurring: pooled(oracle.recurring_day),
      ours: pooled(oracle.first_time_day),
    });
  });
});
