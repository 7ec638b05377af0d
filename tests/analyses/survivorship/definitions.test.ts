import { describe, expect, test } from "vitest";
import { readParams, type DataSet } from "../../../src/analyses";
import { survivorship } from "../../../src/analyses/survivorship";
import { behavioursOf, type SurvivorshipRequest } from "../../../src/analyses/survivorship/behaviours";
import { classOf, isArtefact } from "../../../src/analyses/survivorship/classify";
import { exposuresQuery } from "../../../src/analyses/survivorship/exposure-query";
import { isNoTenure } from "../../../src/analyses/survivorship/guess-worth";
import { survivorshipParams } from "../../../src/analyses/survivorship/params";
import { sql } from "../../../src/engine";
import { habits, habitsOfLog, survivorshipOf } from "../../charts/fixtures/survivorship";
import { run } from "../ask";
import { openedDatabase } from "../opened-database";
import { dataSet, tableFrom } from "../table-from";

const database = openedDatabase();

const log = `account,at,event
  a,2024-01-01 00:00:00,open
  a,2024-01-03 12:00:00,share
  a,2024-01-03 18:00:00,share
  a,2024-01-09 00:00:00,share
  a,2024-01-30 00:00:00,open
  b,2024-01-01 06:00:00,open
  b,2024-01-04 06:00:00,share
  c,2024-01-10 00:00:00,share
  c,2024-01-30 18:00:00,share
  c,2024-01-31 00:00:00,share`;

async function logged(): Promise<DataSet> {
  const columns = await tableFrom(database(), "log", log, {
    account: "varchar",
    at: "timestamp",
    event: "varchar",
  });
  return dataSet("log", columns, { customer: "account", time: "at", event: "event" });
}

/** Rows of the exposures as [customers, exposure, ended, gone]. */
async function exposures(given: Readonly<Record<string, unknown>>) {
  const data = await logged();
  const { values, refused } = readParams(survivorshipParams, { outcomeDays: 10, observeDays: 5, ...given });
  expect(refused).toEqual([]);
  const request: SurvivorshipRequest = { data, params: values };
  const found = await database().query(exposuresQuery(request, behavioursOf(request, {}), 1));
  return found.rows().map(({ exposure, ended, gone }) => [exposure, ended, gone]);
}

describe("since when, until when: a log known until January 31", () => {
  // b is silent from January 4 06:00 on: gone ten days later, 13 days after the first day. The others are there.
  test("the first event, also after the observation", async () => {
    expect(await exposures({ levers: ["share"] })).toEqual([
      [0, 21, false],
      [2, 30, false],
      [3, 13, true],
    ]);
  });
  test("the second and the third of them", async () => {
    expect(await exposures({ levers: ["share >= 2"] })).toEqual([
      [2, 30, false],
      [20, 21, false],
      [null, 13, true],
    ]);
    expect((await exposures({ levers: ["share >= 3"] }))[0]).toEqual([8, 30, false]);
  });
  test("the second day of them, where days count", async () => {
    expect((await exposures({ levers: ["share >= 2"], metric: "days" }))[0]).toEqual([8, 30, false]);
  });
  test("active days and different events", async () => {
    expect(await exposures({ levers: ["*days >= 2"] })).toEqual([
      [2, 30, false],
      [3, 13, true],
      [20, 21, false],
    ]);
    expect(await exposures({ levers: ["*kinds >= 2"] })).toEqual([
      [2, 30, false],
      [3, 13, true],
      [null, 21, false],
    ]);
  });
});

describe("who is best in a log", () => {
  test("began first, stayed, and is still there", async () => {
    const customers = Array.from({ length: 8 }, (_, i) => `c${i}`);
    // c0 and c1 begin first; c1 comes back once and is gone at the end; c7 leaves at once.
    const rows = customers.flatMap((one, i) => {
      const days = i === 7 ? [0] : i === 1 ? [0, 12] : [0, 12, 24, 36, 48, 60];
      return days.map((day) => `${one},2024-01-${String(1 + i).padStart(2, "0")} 00:00:00,${day},open`);
    });
    await tableFrom(database(), "raw", ["c,t,d,e", ...rows].join("\n"), {
      c: "varchar",
      t: "timestamp",
      d: "int",
      e: "varchar",
    });
    await database().query(
      sql`create or replace table best_log as select c, t + to_days(d) as t, e from raw`,
    );
    const columns = await database().describe(sql`from best_log`);
    const data = dataSet("best_log", columns, { customer: "c", time: "t", event: "e" });
    const given = { levers: ["open"], observeDays: 10, outcomeDays: 15, landmark: 5 };
    const { result } = await run(database(), survivorship, data, given);
    expect(result).toMatchObject({ used: 8, lost: 1, best: { customers: 1, began: "2024-01-02" } });
    const all = await run(database(), survivorship, data, { ...given, best: "stayed" });
    expect(all.result.best.customers).toBe(7);
    const query = survivorship.customers!(all.request, all.result, "lost")!;
    expect((await database().query(query)).rows()).toMatchObject([{ customer: "c7", what: "lost" }]);
  });
});

test("an export of active accounts is refused, or suspected", async () => {
  await database().query(sql`
    create or replace table active_only as
    select 'c' || i as c, timestamp '2024-01-01' + to_days((20 * n)::int) as t, 'open' as e
    from range(40) x(i), range(12) y(n)`);
  const columns = await database().describe(sql`from active_only`);
  const data = dataSet("active_only", columns, { customer: "c", time: "t", event: "e" });
  const { request, result } = await run(database(), survivorship, data, {});
  const { languageOf } = await import("../../../src/analyses");
  const { verdict, caveats } = survivorship.report(result, request, languageOf("en"));
  expect(verdict.level).toBe("refused");
  expect(caveats.map(({ id }) => id)).toContain("filtered");
  expect(result.quiet).toEqual({ customers: 40, quiet: 0, days: 221 });
});

describe("what a behaviour is", () => {
  const classIn = (one: Parameters<typeof survivorshipOf>[0][number]) =>
    survivorshipOf([one]).behaviours[0]!.class;
  test.each([
    ["too rare", { behaviour: "a", best: [29, 900], lost: [0, 300] }],
    ["real candidate", { behaviour: "a", best: [500, 900], lost: [100, 300] }],
    ["reversed", { behaviour: "a", best: [300, 900], lost: [150, 300] }],
    ["common but useless", { behaviour: "a", best: [810, 900], lost: [270, 300] }],
    // Common, and chance alone would do; but so few that a real difference may hide.
    ["cannot tell", { behaviour: "a", best: [36, 45], lost: [22, 30] }],
    ["cannot tell", { behaviour: "a", best: [300, 900], lost: [100, 300] }],
  ] as const)("%s", (what, given) => {
    expect(classIn(given)).toBe(what);
  });

  test("a difference in a window of its own is no artefact, whatever is true of ever having used it", () => {
    const { time } = habitsOfLog.behaviours.find((one) => one.time?.isArtefact)!;
    const given = { behaviour: "a", best: [500, 900], lost: [100, 300] } as const;
    expect(classIn({ ...given, time: time! })).toBe("real candidate");
    expect(classIn({ ...given, best: [300, 900], time: time! })).toBe("survivor artefact");
    expect(classIn({ ...given, form: "first-use", time: time! })).toBe("survivor artefact");
    expect(classIn({ ...given, form: "first-use" })).toBe("cannot tell");
  });

  test("Stanford's hearts, 0.27 to 1.14, are an artefact; an estimate that leaves room for both is not", () => {
    const hazard = (ratio: number, low: number, high: number) => ({
      ratio,
      interval: [low, high] as [number, number],
    });
    const naive = hazard(0.266, 0.165, 0.429);
    expect(isArtefact({ naive, inTime: hazard(1.136, 0.629, 2.049) })).toBe(true);
    expect(isArtefact({ naive, inTime: hazard(0.6, 0.2, 1.8) })).toBe(false);
    expect(isArtefact({ naive, inTime: null })).toBe(false);
    expect(isArtefact({ naive: hazard(0.9, 0.7, 1.2), inTime: hazard(1.1, 1, 1.3) })).toBe(false);
  });

  test("a first use that is less naive is judged in time", () => {
    const [reach] = habits;
    const time = {
      ...habitsOfLog.behaviours.find((one) => one.time)!.time!,
      inTime: { ratio: 1.6, interval: [1.2, 2.1] as [number, number] },
      landmark: null,
    };
    const { behaviours } = survivorshipOf([{ ...reach!, form: "first-use", time }]);
    expect(classOf({ ...behaviours[0]!, time: { ...time, isArtefact: false } })).toBe("reversed");
    expect(behaviours[0]!.p).toBeNull();
  });
});

test.each([
  ["acv", true],
  ["ContractValue", true],
  ["nps_score", true],
  ["Выручка за год", true],
  ["case study", true],
  ["months_active", false],
  ["tenure", false],
  ["values_seen", false],
])("%s as what makes the best: warned %s", (column, isWarned) => {
  expect(isNoTenure(column)).toBe(isWarned);
});
