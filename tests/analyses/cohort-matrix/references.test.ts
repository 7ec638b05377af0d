import { describe, expect, test } from "vitest";
import { cohortMatrix } from "../../../src/analyses/cohort-matrix";
import type { CohortResult } from "../../../src/analyses/cohort-matrix/result";
import { sql } from "../../../src/engine";
import { isShared, sharedJson } from "../../reference/shared-data";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { readSharedLog, readSignups, sharedLogs } from "../shared-logs";
import { dataSet, tableFrom } from "../table-from";
import { toyEvents } from "../toy-events";

const database = openedDatabase();
const toy = "spec/reference/08_toy_event_log.json";
const arithmetic = "spec/reference/07_seed_and_definitions.json";
const posthog = "spec/reference/12_posthog_oracle.json";

interface ToyCalendar {
  cohorts: { cohort: string; size: number; cells: { k: number; retained: number; state: string }[] }[];
  pooled_complete_only: { k: number; eligible: number; retained: number; simple_mean: number }[];
}

describe.skipIf(!isShared(toy))("reference 08", () => {
  const reference = isShared(toy) ? sharedJson<Record<string, unknown>>(toy) : {};

  test.each([
    ["calendar_monday_utc_on", "monday", 0, "on", ["create"]],
    ["calendar_monday_moscow_on", "monday", 3, "on", ["create"]],
    ["calendar_sunday_utc_on", "sunday", 0, "on", ["create"]],
    ["calendar_monday_utc_on_or_after", "monday", 0, "after", ["create"]],
    ["calendar_monday_utc_any_event", "monday", 0, "on", ["create", "login"]],
  ] as const)(
    "%s: every cell, its state and both averages",
    async (key, weekStart, hours, counting, events) => {
      const data = { ...(await toyEvents(database(), events)), weekStart };
      // The wall clock of Moscow, as the data would be read in that zone.
      await database().query(sql`update toy_events set ts_utc = ts_utc + to_hours(${hours})`);
      const { result } = await run(database(), cohortMatrix, data, { counting, asOf: "2026-02-06" });
      const { cohorts, pooled_complete_only } = reference[key] as ToyCalendar;
      expect(result.cohorts.map(({ id, size }) => [id, size])).toEqual(
        cohorts.map((one) => [one.cohort, one.size]),
      );
      cohorts.forEach(({ cells }, i) => {
        for (const { k, retained, state } of cells)
          expect({ k, x: result.cohorts[i]!.cells[k]!.x, state: result.cohorts[i]!.cells[k]!.state }).toEqual(
            {
              k,
              x: retained,
              state: state.replace("_", " "),
            },
          );
        for (const { state } of result.cohorts[i]!.cells.slice(cells.length))
          expect(state).toBe("not observed");
      });
      for (const { k, eligible, retained, simple_mean } of pooled_complete_only) {
        const step = result.steps[k]!;
        expect([step.pooled.x, step.pooled.n]).toEqual([retained, eligible]);
        expect(step.simple).toBeCloseTo(simple_mean, 12);
      }
      expect(result.steps[pooled_complete_only.length]!.pooled.n).toBe(0);
    },
  );

  test("rolling7: only customers whose own week has passed are in the base", async () => {
    const data = await toyEvents(database(), ["create"]);
    const { result } = await run(database(), cohortMatrix, data, { window: "rolling", asOf: "2026-02-06" });
    const { rows } = reference.rolling7 as { rows: { k: number; eligible: number; retained: number }[] };
    for (const { k, eligible, retained } of rows)
      expect([result.steps[k]!.pooled.x, result.steps[k]!.pooled.n]).toEqual([retained, eligible]);
  });

  test("one question, five answers: 33, 44, 56, 67 and 78 %", async () => {
    const share = async (hours: number, weekStart: "monday" | "sunday", given: object) => {
      const data = { ...(await toyEvents(database(), ["create"])), weekStart };
      await database().query(sql`update toy_events set ts_utc = ts_utc + to_hours(${hours})`);
      const { result } = await run(database(), cohortMatrix, data, { ...given, asOf: "2026-02-06" });
      return Math.round((100 * result.steps[1]!.pooled.x) / result.steps[1]!.pooled.n);
    };
    expect(await share(0, "monday", { window: "rolling" })).toBe(33);
    expect(await share(3, "monday", {})).toBe(44);
    expect(await share(0, "sunday", {})).toBe(56);
    expect(await share(0, "monday", {})).toBe(67);
    expect(await share(0, "monday", { counting: "after" })).toBe(78);
  });
});

test.skipIf(!isShared(arithmetic))(
  "reference 07: pooled 60 %, simple 65 %, as Mixpanel documents it 56 %",
  async () => {
    const { mixpanel_doc_average } = sharedJson<{
      mixpanel_doc_average: {
        cohorts: [number, number][];
        pooled: number;
        simple_mean: number;
        mixpanel_documented: number;
      };
    }>(arithmetic);
    const [first, second] = mixpanel_doc_average.cohorts as [[number, number], [number, number]];
    // Two cohorts of January and February as documented, and a third that is not over.
    await database().query(sql`
    create or replace table averaged as
    select 'a' || i as customer, date '2024-01-01' as day from range(${first[0]}) t(i)
    union all select 'a' || i, date '2024-02-01' from range(${first[1]}) t(i)
    union all select 'b' || i, date '2024-02-01' from range(${second[0]}) t(i)
    union all select 'b' || i, date '2024-03-01' from range(${second[1]}) t(i)
    union all select 'c' || i, date '2024-03-01' from range(700) t(i)
    union all select 'c' || i, date '2024-04-01' from range(10) t(i)`);
    const data = dataSet("averaged", await database().describe(sql`from averaged`), {
      customer: "customer",
      time: "day",
    });
    const { result } = await run(database(), cohortMatrix, data, { grain: "month" });
    const { pooled, simple, mixpanel } = result.steps[1]!;
    expect(pooled.x / pooled.n).toBe(mixpanel_doc_average.pooled);
    expect(simple).toBe(mixpanel_doc_average.simple_mean);
    expect(mixpanel).toBe(mixpanel_doc_average.mixpanel_documented);
  },
);

describe.skipIf(!isShared(posthog))("reference 12: PostHog's first-time cohorts", () => {
  test("by day; where it fills with nought, here is nothing observed", async () => {
    const { day_events, first_time_day } = sharedJson<{
      day_events: Record<string, string[]>;
      first_time_day: number[][];
    }>(posthog);
    const csv = Object.entries(day_events).flatMap(([who, days]) => days.map((day) => `${who},${day}`));
    const columns = await tableFrom(database(), "posthog", `who,day\n${csv.join("\n")}`, {
      who: "varchar",
      day: "date",
    });
    const data = dataSet("posthog", columns, { customer: "who", time: "day" });
    const { result } = await run(database(), cohortMatrix, data, { grain: "day", asOf: "2020-06-21" });
    first_time_day.forEach((counts, i) => {
      const id = new Date(Date.UTC(2020, 5, 10 + i)).toISOString().slice(0, 10);
      const cohort = result.cohorts.find((one) => one.id === id);
      if (counts.every((n) => n === 0)) expect(cohort).toBeUndefined();
      else expect(cohort!.cells.slice(0, counts.length).map(({ x }) => x)).toEqual(counts);
    });
  });
});

interface Rows {
  rows: { cohort: string; size: number; active: number[] }[];
}

const { tinyWorked, cdnow, logins, shop } = sharedLogs;
const logs = [
  [tinyWorked.folder, tinyWorked, ["cohort_month"], {}],
  [cdnow.folder, cdnow, ["cohort_month", "cohort_week"], {}],
  // The reference counts the last, half-told day too.
  [shop.folder, shop, ["cohort_month", "cohort_week"], { asOf: "2024-06-30" }],
] as const;

describe.each(logs)("every cell of %s", (folder, log, keys, given) => {
  test.skipIf(!isShared(`data/${folder}`)).each(keys)("%s", async (key) => {
    const reference = sharedJson<Record<string, Rows>>(`data/${folder}/reference.json`);
    const grain = key.endsWith("week") ? "week" : "month";
    const { result } = await run(database(), cohortMatrix, await readSharedLog(database(), log), {
      grain,
      offsets: 30,
      ...given,
    });
    expectActive(result, reference[key]!);
  });
});

function expectActive({ cohorts }: CohortResult, { rows }: Rows) {
  expect(cohorts.map(({ id, size }) => [id, size])).toEqual(
    rows.map(({ cohort, size }) => [cohort.length === 7 ? `${cohort}-01` : cohort, size]),
  );
  rows.forEach(({ active }, i) =>
    expect(cohorts[i]!.cells.slice(0, active.length).map(({ x }) => x)).toEqual(active),
  );
}

describe.skipIf(!isShared("data/relax-logins"))("relax-logins, by sign-up", () => {
  async function joined() {
    const log = await readSharedLog(database(), logins);
    const users = await readSignups(database());
    return { log, users: { ...users, roles: { ...users.roles, signup: "creation_time" } } };
  }

  test.each(["cohort_onboarding_month", "cohort_onboarding_week"])(
    "%s, from a table of customers beside",
    async (key) => {
      const reference = sharedJson<Record<string, Rows>>("data/relax-logins/reference.json")[key]!;
      const { log, users } = await joined();
      const { result } = await run(
        database(),
        cohortMatrix,
        log,
        { by: "signup", people: "users", grain: key.endsWith("week") ? "week" : "month", offsets: 30 },
        { people: users },
      );
      expectActive(result, reference);
    },
  );

  test("n_day_retention: days, brackets and unbounded, of users followed for 90 days", async () => {
    interface NDay {
      users: number;
      classic: Record<string, number>;
      bracket: Record<string, number>;
      unbounded: Record<string, number>;
    }
    const reference = sharedJson<{ n_day_retention: NDay }>(
      "data/relax-logins/reference.json",
    ).n_day_retention;
    const { log, users } = await joined();
    // "Whose day 89 is not after the last login date."
    await database().query(
      sql`delete from users where creation_time::date + 89 > (select max(time_stamp) from relax_logins)`,
    );
    const ask = async (given: object) =>
      (
        await run(
          database(),
          cohortMatrix,
          log,
          { by: "signup", people: "users", grain: "day", ...given },
          { people: users },
        )
      ).result;
    const share = (result: CohortResult, k: number) => {
      const { x, n } = result.steps.find((one) => one.k === k)!.pooled;
      expect(n).toBe(reference.users);
      return x / n;
    };
    const on = await ask({ offsets: 60 });
    for (const [k, rate] of Object.entries(reference.classic))
      expect(share(on, Number(k))).toBeCloseTo(rate, 9);
    const after = await ask({ offsets: 60, counting: "after" });
    for (const [k, rate] of Object.entries(reference.unbounded))
      expect(share(after, Number(k))).toBeCloseTo(rate, 9);
    const brackets = await ask({ counting: "brackets", brackets: [0, 7, 14, 30, 60, 90] });
    for (const [days, rate] of Object.entries(reference.bracket))
      expect(share(brackets, Number(days.split("-")[0]))).toBeCloseTo(rate, 9);
  });
});
